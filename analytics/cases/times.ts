import { type Day, dayOf, type Instant, startOf, toDay } from '#analytics/law/day.ts';

/** A time of an event after reading: an instant, or a whole day where only a date was given. */
export type Read = { at: Instant; dayOnly: boolean } | { code: 'time_without_offset' | 'bad_time'; message: string };

const STAMP = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})?$/;
const EXAMPLE = '2026-03-03T16:40:00+08:00';

/** Reads RFC 3339 with offset, or a date alone (paper acts). Nothing is guessed: a missing offset or an impossible date is refused. */
export function readTime(field: string, text: string): Read {
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return readDate(field, text);
	const parts = STAMP.exec(text);
	if (parts === null) {
		return bad(field, text, `应为带时区偏移的时间，如 ${EXAMPLE}；只有日期的纸质办件写 2026-03-03`);
	}
	const [, date = '', hour, minute, second, fraction = '', offset] = parts;
	if (offset === undefined) {
		return {
			code: 'time_without_offset',
			message: `${field} 缺少时区偏移：${text}。请写明偏移，如 ${EXAMPLE}`,
		};
	}
	if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offsetOf(offset) === null) {
		return bad(field, text, '日历中没有这一时刻，请核对后重报');
	}
	const millis = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
	const clockTime = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + millis;
	const at = startOf(date as Day) + SHANGHAI_OFFSET + clockTime - (offsetOf(offset) ?? 0);
	return inRange(field, text, at, false);
}

/** Writes an instant as RFC 3339 in Asia/Shanghai, milliseconds only where there are any. */
export function writeTime(at: Instant): string {
	const on = dayOf(at);
	const since = at - startOf(on);
	const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
	const millis = since % 1000 === 0 ? '' : `.${String(since % 1000).padStart(3, '0')}`;
	return `${on}T${two(since / 3_600_000)}:${two((since / 60_000) % 60)}:${two((since / 1000) % 60)}${millis}+08:00`;
}

/** True where a day lies in the years that clocks are counted in (2000 to 2099). */
export function isCountable(day: string): boolean {
	return day >= '2000-01-01' && day < '2100-01-01';
}

const SHANGHAI_OFFSET = 8 * 3_600_000;

function readDate(field: string, text: string): Read {
	if (!isDate(text)) return bad(field, text, '日历中没有这一天，请核对后重报');
	return inRange(field, text, startOf(toDay(text)), true);
}

function inRange(field: string, text: string, at: Instant, dayOnly: boolean): Read {
	return isCountable(dayOf(at)) ? { at, dayOnly } : bad(field, text, '只接受2000年至2099年的时间，请核对后重报');
}

function bad(field: string, text: string, wayOut: string): Read {
	return { code: 'bad_time', message: `${field} 不是有效时间：${text.slice(0, 80)}。${wayOut}` };
}

function isDate(text: string): boolean {
	try {
		toDay(text);
		return true;
	} catch {
		return false;
	}
}

/** Milliseconds east of UTC; null for an offset that does not exist. */
function offsetOf(text: string): number | null {
	if (text === 'Z' || text === 'z') return 0;
	const hours = Number(text.slice(1, 3));
	const minutes = Number(text.slice(4));
	if (hours > 23 || minutes > 59) return null;
	return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
