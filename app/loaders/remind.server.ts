import { data } from '@remix-run/node';
import { desk } from '#analytics/measures/desk.ts';
import { remind } from '#app/office/remind.ts';
import { Refusal } from '#app/refusal.ts';
import { count } from '#app/words/format.ts';
import type { Deed } from './deed.server.ts';
import { common } from './frame.server.ts';

/** What came of a bulk reminder, in one sentence. */
export type RemindedWords = { done: boolean; message: string };

/** At most so many cases at once: what one officer can have looked at. */
const MOST = 200;

/** Registers a reminder of every case that the form names (`case`), or says why not. */
export async function remindCases(deed: Deed) {
	try {
		return data<RemindedWords>({ done: true, message: await reminded(deed) });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return data<RemindedWords>({ done: false, message: error.message }, { status: error.status });
	}
}

async function reminded({ form, context, viewer, asked }: Deed): Promise<string> {
	const cases = [...new Set(form.getAll('case').map(String))];
	if (asked.frozen) throw new Refusal(400, 'frozen', '正在查看历史，不能在此催办。请回到当前数据后再催办。');
	if (cases.length === 0) throw new Refusal(400, 'nothing_chosen', '没有选中事项。请先在清单中勾选需要催办的事项。');
	if (cases.length > MOST)
		throw new Refusal(400, 'too_many', `一次最多催办${MOST}件，已选${cases.length}件，请分次催办。`);
	const rows = await context.store.ask(desk, {
		...common(viewer, asked),
		...{ queue: null, cases, clocks: null, departments: null, search: null, limit: MOST * 10, offset: 0 },
	});
	const late = rows.filter(({ status, ours }) => status === 'overdue' && !ours);
	const each = [...new Map(late.map(row => [`${row.case_id}|${row.department}`, row])).values()];
	if (each.length === 0)
		throw new Refusal(409, 'not_overdue', '所选事项均已办结或者不再超期，未登记催办。请刷新后核对。');
	const { entered, already } = await remind(context, viewer.account, each);
	const gone = cases.filter(id => !late.some(({ case_id }) => case_id === id));
	return [
		`已登记催办${count(entered)}件。`,
		already > 0 ? `另有${count(already)}件已由他人先行催办，未重复登记。` : '',
		gone.length > 0 ? `${gone.join('、')}已不在超期之列，未催办。` : '',
	].join('');
}
