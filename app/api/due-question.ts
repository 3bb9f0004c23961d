import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant, toDay } from '#analytics/law/day.ts';

/** A question for a due day, read from text; `message` where it cannot be answered, in Chinese. */
type DueQuestion = { clock: ClockName; from: Day | Instant; extended: number };

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
	const start = from === null ? null : readStart(from);
	if (start === null)
		return { message: `起算时间“${from ?? ''}”不正确：应为 2026-11-21，或带时区的时刻 2026-11-21T16:40:00+08:00` };
	const extended = Number(given.extended ?? 0);
	const most = clocks[clock as ClockName].extension?.max ?? 0;
	if (!Number.isInteger(extended) || extended < 0 || extended > most) {
		return { message: most === 0 ? '本条例没有规定这一时限可以延长' : `延长工作日应为 0–${most} 的整数` };
	}
	return { clock: clock as ClockName, from: start, extended };
}

function readStart(text: string): Day | null {
	try {
		return toDay(text);
	} catch {
		const offset = /T.*(Z|[+-]\d{2}:\d{2})$/i.test(text);
		const at = Date.parse(text);
		return offset && !Number.isNaN(at) ? dayOf(at) : null;
	}
}
