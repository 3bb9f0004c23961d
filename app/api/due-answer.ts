import { type Explanation, explainDue } from '#analytics/cases/explain.ts';
import type { Step } from '#analytics/cases/steps.ts';
import { explainTrial } from '#analytics/cases/trial.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import type { DueQuestion } from './due-question.ts';

/**
 * The due day (`due`: YYYY-MM-DD), how it came about day by day, and on which calendar it rests. `statutory` is false for
 * local clocks and for a given number of working days. `notice`: the holiday notice that covers the step's day.
 */
export type DueAnswer = Omit<Explanation, 'steps'> & {
	due: Explanation['dueOn'];
	statutory: boolean;
	calendar_version: string;
	steps: (Step & { notice: ReturnType<Calendar['notice']> })[];
};

/** Answers a question for a due day; `message`, in Chinese, where the due day lies outside the calendar. */
export function answerDue(asked: DueQuestion, calendar: Calendar): DueAnswer | { message: string } {
	const { clock, from, extended, days } = asked;
	try {
		const slip =
			days === null ? explainDue(clock, from, extended, calendar) : explainTrial(clock, from, days, extended, calendar);
		const steps = slip.steps.map(step => ({ ...step, notice: calendar.notice(step.day) }));
		const statutory = days === null && clocks[clock].statutory;
		return { ...slip, steps, due: slip.dueOn, statutory, calendar_version: calendar.version };
	} catch (error) {
		if (error instanceof RangeError) return { message: error.message };
		throw error;
	}
}
