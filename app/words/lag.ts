import type { Instant } from '#analytics/law/day.ts';
import { count } from './format.ts';

/** The times of an act: when it is said to have happened, when its platform wrote it, when we received it. */
export type Times = { occurred_at: Instant; day_only: boolean; recorded_at: Instant; received_at: Instant };

const MINUTE = 60_000;
const DAY = 24 * 60;
/** Minutes that writing an act down, and reporting it, may take without a word. */
const WRITING = 10;
const REPORTING = 60;

/** Minutes by which a record is noticeably later than its act, of a paper act than the end of its day; null: it is not. */
export function recordLag({ occurred_at, day_only, recorded_at }: Omit<Times, 'received_at'>): number | null {
	const lag = Math.floor((recorded_at - occurred_at) / MINUTE) - (day_only ? DAY : 0);
	return lag > (day_only ? 0 : WRITING) ? lag : null;
}

/**
 * Minutes by which we received an act noticeably later than its platform wrote it; null: we did not. What was written before
 * the platform joined is no delay.
 */
export function receiptLag({ recorded_at, received_at }: Times, joinedAt: Instant): number | null {
	const lag = Math.floor((received_at - Math.max(recorded_at, joinedAt)) / MINUTE);
	return recorded_at >= joinedAt && lag > REPORTING ? lag : null;
}

/** A lag in the units people think in: `35分钟`, `7小时`, `2天7小时`, `12天`. */
export function lagWords(minutes: number): string {
	if (minutes < 60) return `${minutes}分钟`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return `${hours}小时`;
	const days = Math.floor(hours / 24);
	return days >= 7 || hours % 24 === 0 ? `${count(days)}天` : `${days}天${hours % 24}小时`;
}
