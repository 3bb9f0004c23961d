import { readTime } from '#analytics/cases/times.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';

/** A question for a due day, read from text; `message` where it cannot be answered, in Chinese. */
type DueQuestion = { clock: ClockName; from: Day; extended: number };

/** Reads clock name, start (a day, or an instant with offset) and granted extension in working days. */
export function readDueQuestion(given: {
	clock: string | null;
	from: string | null;
	extended: string | null;
}): DueQuestion | { message: string } {
	const { clock, from } = given;
	if (clock === null || !Object.hasOwn(clocks, clock)) {
		return { message: `没有名为“${clock ?? ''}”的时限，可用：${Object.keys(clocks).join('、')}` };
	}
	const start = readTime('起算时间', from ?? '');
	if ('message' in start) return { message: start.message };
	const extended = Number(given.extended ?? 0);
	const most = clocks[clock as ClockName].extension?.max ?? 0;
	if (!Number.isInteger(extended) || extended < 0 || extended > most) {
		return { message: most === 0 ? '本条例没有规定这一时限可以延长' : `延长工作日应为 0–${most} 的整数` };
	}
	return { clock: clock as ClockName, from: dayOf(start.at), extended };
}
