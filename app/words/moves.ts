import { daysBetween, toDay } from '#analytics/law/day.ts';
import { closingHour } from './format.ts';
import { statuses } from './zh.ts';

/** Which way a due day goes, in words and with a sign, so that colour is never the only mark. */
export const moveKinds: Record<string, { sign: string; name: string; meaning: string }> = {
	earlier: { sign: '▲', name: '提前', meaning: '到期日或者到期时刻提前，须提前办理' },
	later: { sign: '▽', name: '推迟', meaning: '到期日或者到期时刻推迟' },
	confirmed: { sign: '✓', name: '转为确定', meaning: '到期日不变，不再是暂定' },
	other: { sign: '◇', name: '其他变化', meaning: '到期日未变而办理状态改变，或者产生、取消了计时' },
};

const phases: Record<string, string> = { open: '在办', paused: '中止计时', ended: '已办结', excluded: '不计入' };

type Sides = {
	due_before: string | null;
	due_after: string | null;
	provisional_before: boolean | null;
	provisional_after: boolean | null;
	phase_before: string | null;
	phase_after: string | null;
	ended_before: string | null;
	ended_after: string | null;
	status_before: string | null;
	status_after: string | null;
};

/** By how many calendar days a due day moved; null where it did not move. */
export function daysMoved({ due_before, due_after }: Sides): number | null {
	if (due_before === null || due_after === null || due_before === due_after) return null;
	return Math.abs(daysBetween(toDay(due_before), toDay(due_after)));
}

/** What else changed besides the due day, in Chinese phrases. */
export function otherChanges(row: Sides): string[] {
	const said: string[] = [];
	if (row.phase_before === null) said.push('新产生的计时');
	else if (row.phase_after === null) said.push('不再计时');
	else if (row.status_before !== row.status_after)
		said.push(`${status(row.status_before)}→${status(row.status_after)}`);
	else if (row.phase_before !== row.phase_after) said.push(`${phase(row.phase_before)}→${phase(row.phase_after)}`);
	else if (row.ended_before !== row.ended_after)
		said.push(`办结日${row.ended_before ?? '无'}→${row.ended_after ?? '无'}`);
	if (row.provisional_before === true && row.provisional_after === false) said.push('不再暂定');
	if (row.provisional_before === false && row.provisional_after === true) said.push('转为暂定');
	return said;
}

/** The state of a run in a word; null: there is none. */
export function phase(name: string | null): string {
	return name === null ? '无此计时' : (phases[name] ?? '状态不明');
}

/** When something is due: the day, and the hour where it is not 24时. */
export function dueMoment(on: string, end: number | null): string {
	const hour = closingHour(on, end);
	return hour === null ? on : `${on} ${hour}`;
}

function status(name: string | null): string {
	return name === null ? '尚未起算' : (statuses[name]?.name ?? '状态不明');
}
