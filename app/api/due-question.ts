import { readTime } from '#analytics/cases/times.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';

/** A question for a due day. `days`: working days in the place of the statutory ones; null: the statutory ones. */
export type DueQuestion = { clock: ClockName; from: Day; extended: number; days: number | null };

/** What is wrong with a question, in Chinese. */
type Wrong = { message: string };

type Numbers = Pick<DueQuestion, 'extended' | 'days'>;

/**
 * Reads clock name, start (a day, or an instant with offset), granted extension and, for a trial, the number of working
 * days. Without `days` the extension is bounded by the clock's article.
 */
export function readDueQuestion(
	given: Record<'clock' | 'from' | 'extended' | 'days', string | null>,
): DueQuestion | Wrong {
	const { clock, from } = given;
	if (clock === null || !Object.hasOwn(clocks, clock)) {
		return { message: `没有名为“${clock ?? ''}”的时限，可用：${Object.keys(clocks).join('、')}` };
	}
	const start = readTime('起算时间', from ?? '');
	if ('message' in start) return { message: start.message };
	const numbers = readNumbers(clock as ClockName, given.extended || '0', given.days || null);
	if ('message' in numbers) return numbers;
	return { clock: clock as ClockName, from: dayOf(start.at), ...numbers };
}

function readNumbers(clock: ClockName, extension: string, given: string | null): Numbers | Wrong {
	const extended = wholeNumber(extension);
	if (given !== null) {
		const days = wholeNumber(given);
		if (days === null || days < 1) return { message: `工作日数应为不小于1的整数：${given}` };
		return extended === null ? { message: '延长工作日应为不小于0的整数' } : { extended, days };
	}
	const most = clocks[clock].extension?.max ?? 0;
	if (extended !== null && extended <= most) return { extended, days: null };
	return { message: most === 0 ? '本条例没有规定这一时限可以延长' : `延长工作日应为 0–${most} 的整数` };
}

function wholeNumber(text: string): number | null {
	return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
