import { type Add, by, type Plainly, plus, type Raw } from './quality-plainly.ts';

type Batch = { due: string | undefined; on: string };

/** Q2, once more: every day of the span is asked whether a turn of the item's cycle begins on it. */
export function refreshes(told: Raw[], items: Map<string, Raw['data']>, span: Plainly, add: Add): void {
	for (const [code, own] of by(told, ({ data }) => String(data.catalogue))) {
		const item = items.get(code);
		const heard = own
			.map(({ data }) => ({ due: data.due_date as string | undefined, on: data.refreshed_at as string }))
			.filter(({ on }) => on <= span.to);
		if (!item || item.update_cycle === '不定期' || heard.length === 0) continue;
		named(item, heard, span, add);
		turns(item, heard, span, add);
	}
}

function named(item: Raw['data'], heard: Batch[], { from, to }: Plainly, add: Add): void {
	for (const [due, on] of firstByDue(heard)) {
		if (due >= from && due <= to) add('Q2', item.owner, due, on <= due ? 1 : 0, 1);
	}
}

function firstByDue(heard: Batch[]): Map<string, string> {
	const named = new Map<string, string>();
	for (const { due, on } of heard) if (due) named.set(due, [named.get(due) ?? on, on].toSorted()[0] ?? on);
	return named;
}

function turns(item: Raw['data'], heard: Batch[], { from, to }: Plainly, add: Add): void {
	const dues = [...firstByDue(heard).keys()];
	const first = heard.map(({ due, on }) => (due && due < on ? due : on)).toSorted()[0] ?? to;
	for (let opens = item.since as string; opens <= to; opens = plus(opens, 1)) {
		const last = lastOf(item.update_cycle, opens);
		const counts = last !== null && last >= from && last <= to && last >= first;
		if (!counts || dues.some(due => due >= opens && due <= last)) continue;
		const met = heard.some(({ on }) => on >= opens && on <= last);
		if (met || last < to) add('Q2', item.owner, last, met ? 1 : 0, 1);
	}
}

/** The last day of the turn that begins on a day; null where none begins. */
function lastOf(cycle: string, opens: string): string | null {
	if (cycle === '日') return opens;
	if (cycle === '周') return new Date(opens).getUTCDay() === 1 ? plus(opens, 6) : null;
	const months = { 月: 1, 季: 3, 半年: 6, 年: 12 }[cycle];
	const [year = 0, month = 0, day = 0] = opens.split('-').map(Number);
	if (months === undefined || day !== 1 || (month - 1) % months !== 0) return null;
	return new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
}
