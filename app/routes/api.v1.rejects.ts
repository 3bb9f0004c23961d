import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answer } from '../api/answer.ts';
import { readRejects, rejectsData } from '../loaders/rejects.server.ts';
import { settle } from '../loaders/settle.server.ts';
import { Refusal } from '../refusal.ts';

/** What was rejected, with raw text, reason, and what has been done about it. */
export const loader = answer('rejects', ({ asked, context, query }) => rejectsData(asked, context, readRejects(query)));

const target = { id: z.int().nonnegative().optional(), source: z.string().optional(), code: z.string().optional() };
const all = z.literal(true).optional();
const wanted = z
	.discriminatedUnion('act', [
		z.strictObject({ act: z.literal('replay'), ...target, all }),
		z.strictObject({ act: z.literal('dismiss'), ...target, all, reason: z.string() }),
	])
	.refine(({ id, source, code, all }) => all || id !== undefined || source !== undefined || code !== undefined);

/** Does what the page does: `{"act": "replay", "source": "hrss", "code": "bad_time"}`, `{"act": "dismiss", "id": 7, "reason": "…"}`; everything open with `"all": true`. */
export function action(args: ActionFunctionArgs): Promise<Response> {
	const done = answer('settle', async ({ viewer, context }) => {
		const read = wanted.safeParse(await args.request.json().catch(() => null));
		if (!read.success) throw new Refusal(400, 'wrong_body', WRONG);
		const { all: _, ...settling } = read.data;
		return settle(settling, context, viewer.account);
	});
	return done(args);
}

const WRONG =
	'内容应为 {"act": "replay"} 或者 {"act": "dismiss", "reason": "理由"}，并以 id、source、code 指明哪些拒收，全部未处理的写 "all": true。';
