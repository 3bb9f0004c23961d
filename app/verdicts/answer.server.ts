import { createHash } from 'node:crypto';
import { data, redirect } from '@remix-run/node';
import type { House } from '#app/context.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import { groundOf } from '#app/loaders/verdicts.server.ts';
import { type Act, act } from '#app/office/act.ts';
import type { Account } from '#app/office/office.ts';
import type { Problem } from '#app/policies/fields.ts';
import { Refusal } from '#app/refusal.ts';
import { readVerdict, type VerdictDraft } from './draft.ts';
import { spanOf, type VerdictEffect, verdictEffects } from './effects.server.ts';
import { type GivenVerdict, readGiven } from './given.ts';

/** What is shown before a registration is confirmed; `since` and `digest` say what is confirmed, and on top of what. */
export type VerdictPreview = {
	sentence: string;
	doubts: string[];
	/** The day it counts by, and the span whose scores are compared. */
	day: string;
	span: string;
	department_name: string;
	effects: VerdictEffect[];
	/** Scores of days past will be others: a confirmation of its own is needed. */
	retroactive: boolean;
	since: number;
	digest: string;
	message: string | null;
};

export type VerdictAnswer = { given: GivenVerdict; problems: Problem[]; preview: VerdictPreview | null };
type Drafted = Exclude<VerdictDraft, { problems: Problem[] }>;

/**
 * Answers the form of a model case or a refused order: its faults, or what it would move; with `intent` confirm registers what
 * was shown. 200 preview, 302 done, 400 faults, 409 something was registered meanwhile. Throws Refusal 400 on a past state.
 */
export async function answerVerdict({ form, context, viewer, asked }: Deed) {
	if (asked.frozen) {
		throw new Refusal(400, 'frozen', '正在查看历史，不能在此登记。请回到当前数据后再登记。');
	}
	const given = readGiven(form);
	const intent = form.get('intent');
	if (intent === 'edit') return data<VerdictAnswer>({ given, problems: [], preview: null });
	await context.store.catchUp();
	const ground = await groundOf(context, given.target);
	const draft = readVerdict(given, ground);
	if ('problems' in draft) return data<VerdictAnswer>({ given, problems: draft.problems, preview: null }, 400);
	const retroactive = draft.day < context.today();
	const wrong = intent === 'confirm' ? await confirm(form, draft, { retroactive, context, ...viewer }) : null;
	if (wrong !== null && 'seq' in wrong) return redirect('/verdicts');
	const span = spanOf(asked, draft.day);
	const preview: VerdictPreview = {
		...{ sentence: draft.sentence, doubts: draft.doubts, day: draft.day, department_name: draft.department.name },
		...{ span: span.label, since: ground.since, digest: digestOf(draft.done), retroactive },
		effects: await verdictEffects(context, viewer.account, draft.done, span),
		message: wrong?.message ?? null,
	};
	return data<VerdictAnswer>({ given, problems: [], preview }, wrong?.status ?? 200);
}

type Confirming = { retroactive: boolean; context: House; account: Account };

/** Registers what was shown: its `seq`, or why it is not. Of two on top of the same registration the ledger takes one. */
async function confirm(
	form: FormData,
	{ done }: Drafted,
	{ retroactive, context, account }: Confirming,
): Promise<{ seq: number } | { status: number; message: string }> {
	if (form.get('digest') !== digestOf(done)) {
		return {
			status: 409,
			message: '预览之后所填内容有改动，或者已有他人登记，本次未登记。以下是重新作出的预览，请核对后再确认。',
		};
	}
	if (retroactive && form.get('retroactive') !== 'yes') {
		return { status: 400, message: '所登记的影响今日以前的得分，须先勾选确认，未予登记。' };
	}
	try {
		return await act(context, account, done);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: error.status, message: error.message };
	}
}

function digestOf({ id, data: content }: Act): string {
	return createHash('sha256')
		.update(JSON.stringify([id, content]))
		.digest('hex');
}
