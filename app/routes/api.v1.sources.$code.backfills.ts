import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { isSourceRefused } from '#analytics/ledger/sources.ts';
import { answer } from '../api/answer.ts';
import { backFillsOf } from '../loaders/back-fills.server.ts';
import type { Question } from '../loaders/page.server.ts';
import { sourceOf } from '../loaders/source.server.ts';
import { Refusal } from '../refusal.ts';

/** The back-fills of a source, the latest first. */
export const loader = answer('sources', ({ context, params }) => lines({ context, params }));

const end = z.string().trim().min(1).nullable().default(null);
const wanted = z.union([
	z.strictObject({ act: z.enum(['stop', 'resume']) }),
	z.strictObject({ begins: end, ends: end }),
]);

/** Begins one, `{"begins": "2026-03-01", "ends": null}`, or stops or resumes it, `{"act": "stop"}`. */
export function action(args: ActionFunctionArgs): Promise<Response> {
	const done = answer('tend', async ({ viewer, context, params }) => {
		const read = wanted.safeParse(await args.request.json().catch(() => null));
		if (!read.success) throw new Refusal(400, 'wrong_body', WRONG);
		const { code } = await sourceOf(params.code ?? '', context);
		const by = { account: viewer.account.name, at: context.now() };
		const { backFills } = context.intake;
		try {
			if ('act' in read.data) await backFills[read.data.act](code, by);
			else await backFills.begin(code, read.data, by);
		} catch (error) {
			if (isSourceRefused(error)) throw new Refusal(409, 'refused', error.message);
			throw error;
		}
		return lines({ context, params });
	});
	return done(args);
}

const WRONG = '内容应为 {"begins": "起", "ends": "止"}（可为 null），或者 {"act": "stop"}、{"act": "resume"}。';

async function lines({ context, params }: Pick<Question, 'context' | 'params'>) {
	return backFillsOf(await sourceOf(params.code ?? '', context), context);
}
