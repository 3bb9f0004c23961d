import { dayOf, endOf, type Instant, toDay } from '#analytics/law/day.ts';

const whole = new Intl.NumberFormat('zh-CN');

/** `2026-11-21` → `2026年11月21日`; null → `—`. */
export function longDay(on: string | null): string {
	if (on === null) return '—';
	const [year, month, day] = on.split('-');
	return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026-07` → `2026年7月`. */
export function longMonth(month: string): string {
	return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** An instant in Asia/Shanghai, to the minute: `2026年3月3日 16:40`; only the day where only a day is known. */
export function longInstant(at: Instant | null, dayOnly = false): string {
	if (at === null) return '—';
	const shanghai = new Date(at + 8 * 3_600_000).toISOString();
	return dayOnly ? longDay(dayOf(at)) : `${longDay(dayOf(at))} ${shanghai.slice(11, 16)}`;
}

/** When a due day ends, from the first instant that is too late: `17:30`; null: at 24:00, or there is no such day. */
export function closingHour(on: string | null, end: Instant | null): string | null {
	return on === null || end === null || end === endOf(toDay(on)) ? null : longInstant(end).slice(-5);
}

/** An hour in words: `17:30` → `17时30分`, `18:00` → `18时`, null → `24时`. */
export function hourWords(hour: string | null): string {
	if (hour === null) return '24时';
	const [hours, minutes] = hour.split(':').map(Number);
	return `${hours}时${minutes ? `${minutes}分` : ''}`;
}

/** `12345` → `12,345`. */
export function count(value: number): string {
	return whole.format(value);
}

/** A share in per cent, one decimal, half up, computed on whole numbers; nothing due: `—`, never 0 or 100. */
export function percent(part: number, of: number): string {
	if (of === 0) return '—';
	const tenths = Math.floor((2000 * part + of) / (2 * of));
	return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** Working days late in words; 0: the act came after the due day but before another working day had passed. */
export function late(days: number): string {
	return days === 0 ? '不足1个工作日' : `${count(days)}个工作日`;
}

/** How long ago, from milliseconds, in the largest fitting unit: `刚刚`, `12分钟前`, `3小时前`, `5天前`. */
export function ago(ms: number): string {
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 1) return '刚刚';
	if (minutes < 60) return `${minutes}分钟前`;
	const hours = Math.floor(minutes / 60);
	return hours < 24 ? `${hours}小时前` : `${count(Math.floor(hours / 24))}天前`;
}

/** Full hours late in words; 0: less than one. */
export function lateHours(hours: number): string {
	return hours === 0 ? '不足1小时' : `${count(hours)}小时`;
}

/** The end of a due day: `24时`, or its hour where an act, a policy or a clock of hours sets one. */
export function dueHour(on: string, end: Instant | null): string {
	const hour = end === null ? '' : longInstant(end).slice(longDay(on).length + 1);
	return end === null || dayOf(end) !== on ? '24时' : hour;
}

/** A size in words: `512字节`, `3.4 KB`, `12.0 MB`. */
export function bytes(size: number): string {
	if (size < 1024) return `${size}字节`;
	const kilo = size / 1024;
	return kilo < 1024 ? `${kilo.toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
