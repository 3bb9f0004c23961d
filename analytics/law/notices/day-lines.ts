import type { Day } from '../day.ts';
import { dayOfParts } from './told.ts';

/** Days as a person lists them, both ends included. */
export type DayRange = { from: Day; to: Day };

const DATE = '(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?';
const END = '(?:(\\d{4})[-/.年])?(?:(\\d{1,2})[-/.月])?(\\d{1,2})日?';
const LINE = new RegExp(`^${DATE}(?:\\s*[至到~—–]+\\s*${END})?$`);

/**
 * Reads days, one or a range a line (or divided by 、，；): 2026-09-01, 2026年9月1日至2日.
 * `problems`: Chinese sentences about lines that are none.
 */
export function readDayLines(text: string): { ranges: DayRange[]; problems: string[] } {
	const ranges: DayRange[] = [];
	const problems: string[] = [];
	for (const line of text
		.normalize('NFKC')
		.split(/[\n\r、,;]/)
		.map(each => each.trim())
		.filter(each => each !== '')) {
		const range = readLine(line);
		if (typeof range === 'string') problems.push(range);
		else ranges.push(range);
	}
	return { ranges, problems };
}

function readLine(line: string): DayRange | string {
	const parts = LINE.exec(line);
	if (parts === null) return `未读懂“${line}”，应为 2026-09-01，或者 2026-09-01 至 2026-09-02 的形式`;
	const [, y1, m1, d1, y2, m2, d2] = parts;
	const from = dayOfParts(Number(y1), Number(m1), Number(d1));
	const to = d2 === undefined ? from : dayOfParts(Number(y2 ?? y1), Number(m2 ?? m1), Number(d2));
	if (from === null || to === null) return `日历中没有这一天：${line}`;
	return to < from ? `止日早于起日：${line}` : { from, to };
}
