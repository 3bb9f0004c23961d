import { data } from '@remix-run/node';
import type { Deed } from '#app/loaders/deed.server.ts';
import { sourceOf } from '#app/loaders/source.server.ts';
import { reconcile } from '#app/office/reconcile.ts';
import { readDay } from '#app/period.ts';
import { Refusal } from '#app/refusal.ts';
import { count } from '#app/words/format.ts';

/** What asking a platform for its totals came to, in one sentence. */
export type Reconciled = { done: boolean; message: string };

/** Answers the form of a platform's calendar: asks it what it holds of the days from `from` to `to`. Throws Refusal 404. */
export async function answerReconcile({ form, context, viewer, params }: Deed) {
	const source = await sourceOf(params.code ?? '', context);
	const day = (name: string, label: string) => readDay(String(form.get(name) ?? ''), label);
	try {
		const span = { from: day('from', '起始日'), to: day('to', '截止日') };
		const { asked, answered } = await reconcile(context, viewer.account, source, span);
		const rest = answered < asked ? `其余${count(asked - answered)}日平台没有答复。` : '';
		return data<Reconciled>({ done: true, message: `已核对${count(answered)}日，结果见上方日历。${rest}` });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return data<Reconciled>({ done: false, message: error.message }, { status: error.status });
	}
}
