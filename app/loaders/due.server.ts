import type { House } from '#app/context.ts';
import { answerDue, type DueAnswer } from '../api/due-answer.ts';
import { readDueQuestion } from '../api/due-question.ts';

export type DueData = {
	/** What the form says, to be shown again. */
	given: { clock: string; from: string; time: string; extended: string };
	today: string;
	calendar: string;
	/** The calculation; null where the question cannot be answered. */
	slip: DueAnswer | null;
	/** Why it cannot be answered, in Chinese; null where it can. */
	message: string | null;
};

/** The due day of any clock for a start day (and time) and an extension. An empty address asks for a conditional reply from today. */
export function dueData(query: URLSearchParams, context: House): DueData {
	const today = context.today();
	const given = {
		clock: query.get('clock')?.trim() || 'reply.conditional',
		from: query.get('from')?.trim() || today,
		time: query.get('time')?.trim() ?? '',
		extended: query.get('extended')?.trim() || '0',
	};
	const { common: calendar } = context.store.lawAt(context.store.position()).calendars;
	const about = { given, today, calendar: calendar.version };
	const asked = readDueQuestion({ ...given, from: momentOf(given.from, given.time), days: null });
	const slip = 'message' in asked ? asked : answerDue(asked, calendar);
	if ('message' in slip) return { ...about, slip: null, message: slip.message };
	return { ...about, slip, message: null };
}

/** A day alone, or a time of day in Asia/Shanghai on it; a full instant is left as it is. */
function momentOf(from: string, time: string): string {
	if (time === '' || from.length > 10) return from;
	return `${from}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}
