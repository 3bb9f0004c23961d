import { type Day, dayOf, type Instant, startOf } from '#analytics/law/day.ts';

/** 2026年10月8日. */
export function zhDay(on: Day): string {
	return `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}

/** 2026年10月8日18时30分, in Asia/Shanghai. */
export function zhMoment(at: Instant): string {
	const minutes = Math.floor((at - startOf(dayOf(at))) / 60_000);
	return `${zhDay(dayOf(at))}${zhHour(Math.floor(minutes / 60), minutes % 60)}`;
}

/** A time of day, `17:30` as 17时30分 and `18:00` as 18时. */
export function zhTime(time: string): string {
	return zhHour(Number(time.slice(0, 2)), Number(time.slice(3)));
}

function zhHour(hour: number, minute: number): string {
	return minute === 0 ? `${hour}时` : `${hour}时${minute}分`;
}
