import type { RangeForm } from '#analytics/ledger/connect.ts';
import type { BackFillLine } from '#app/sources/back-fill.ts';
import { count, percent } from './format.ts';
import { cursorWords, duration } from './sources.ts';

/** Sign, name and colour of a back-fill's state. */
export const backFillStates: Record<BackFillLine['state'], { sign: string; name: string; colour: string }> = {
	running: { sign: '…', name: '正在补采', colour: 'running' },
	stopped: { sign: '‖', name: '已停止', colour: 'untimed' },
	done: { sign: '✓', name: '已完成', colour: 'met' },
};

/** How the two ends of a range are asked for, by what the source is read in order of; null: this end cannot be chosen. */
export const rangeForms: Record<RangeForm, { begins: Bound | null; ends: Bound | null; note: string }> = {
	time: {
		begins: { label: '起', placeholder: '2026-03-01' },
		ends: { label: '止', placeholder: '2026-03-31' },
		note: '日期，或者如“2026-03-01 08:00”的时间；止为日期的含当日。不填为最早、最新。',
	},
	order: {
		begins: { label: '起', placeholder: '序号，或者2026-03-01' },
		ends: { label: '止', placeholder: '序号，或者2026-03-31' },
		note: '按序号排序的填序号，按时间排序的填日期或者时间；两端都含在内。不填为最早、最新。',
	},
	page: {
		begins: { label: '起始页', placeholder: '1' },
		ends: { label: '终止页', placeholder: '200' },
		note: '按平台的页码；不填为首页、末页。',
	},
	offset: {
		begins: { label: '跳过前几条', placeholder: '0' },
		ends: { label: '到第几条', placeholder: '100000' },
		note: '按平台列表中的位置，整页读取；不填为从头到尾。',
	},
	cursor: {
		begins: { label: '起始游标', placeholder: '平台给出的游标' },
		ends: null,
		note: '不填为从最早开始，直到最新。',
	},
	whole: { begins: null, ends: null, note: '该来源按平台给出的链接翻页，只能从头到尾补采。' },
};

/** How one end of a range is asked for. */
export type Bound = { label: string; placeholder: string };

/** The range in words. */
export function rangeWords({ begins, ends }: Pick<BackFillLine, 'begins' | 'ends'>): string {
	return `${begins ?? '最早'}至${ends ?? '最新'}`;
}

/** How far it is, how fast, and how long it will take, in words. */
export function progressWords({ state, rows, total, share, rate, left_ms, cursor }: BackFillLine): string {
	const far = share === null || state === 'done' ? '' : `，约${percent(Math.round(share * 1000), 1000)}`;
	const fast = rate === null ? '' : `，每秒${count(Math.round(rate))}行`;
	const read = `已读${count(rows)}行${total === null ? '' : `，平台共${count(total)}行`}${far}${fast}`;
	if (state === 'done') return `${read}。`;
	const left = state === 'stopped' ? '' : `；${left_ms === null ? '剩余时间无法估计' : `预计还需${duration(left_ms)}`}`;
	return `${read}${left}。${cursor === null ? '' : cursorWords(cursor)}`;
}
