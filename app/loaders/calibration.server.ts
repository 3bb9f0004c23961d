import { type Day, toDay } from '#analytics/law/day.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { foretold } from '#analytics/measures/risk.ts';
import { type Calibration, calibration, tenthOf } from '#analytics/statistics/calibration.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { clockName, dueClocks } from '#app/words/zh.ts';
import { common, type Framed, framed } from './frame.server.ts';

/** What was foretold of one 件 on one day, and what came of it. */
export type Foretelling = Row<typeof foretold> & { told_on: Day };

export type CalibrationData = Framed & {
	definition: string;
	/** Days on which it was foretold, the earliest first. */
	days: Day[];
	/** Of all clocks together; null where nothing was foretold. */
	whole: Calibration | null;
	/** Of each clock under which something was foretold, in the order of the law. */
	clocks: { clock: string; found: Calibration }[];
};

/** What was foretold at the ends of the twelve months before that of the day asked about, beside what came of it. */
export async function foretellings(viewer: Viewer, asked: Asked, { store }: House): Promise<Foretelling[]> {
	const question = { ...common(viewer, asked), clocks: null, departments: null };
	const told: Foretelling[] = [];
	// One after the other: each looks through the whole past, and others are asking too.
	for (const told_on of endsBefore(asked.as_of)) {
		told.push(...(await store.ask(foretold, { ...question, told_on })).map(row => ({ ...row, told_on })));
	}
	return told;
}

/** How well the probabilities foretold agreed with what came of them. */
export async function calibrationData(viewer: Viewer, asked: Asked, context: House): Promise<CalibrationData> {
	const [frame, told] = await Promise.all([framed(asked, context), foretellings(viewer, asked, context)]);
	const clocks = dueClocks.flatMap(clock => {
		const found = judged(told.filter(row => row.clock === clock));
		return found === null ? [] : [{ clock, found }];
	});
	return { ...frame, definition: foretold.definition, days: endsBefore(asked.as_of), whole: judged(told), clocks };
}

/** Narrows foretellings to `clock` and `tenth` (0 to 9, of the probability) of an address. Throws Refusal 400. */
export function narrowed(told: Foretelling[], query: URLSearchParams): Foretelling[] {
	const clocks = many(query, 'clock', clock => clockName(clock) !== null, '时限');
	const tenth = whole(query, 'tenth', '十分位', { least: 0, most: 9 });
	return told.filter(
		({ clock, probability }) => (clocks?.includes(clock) ?? true) && (tenth === null || tenthOf(probability) === tenth),
	);
}

function judged(told: Foretelling[]): Calibration | null {
	return calibration(told.map(({ probability, overdue }) => ({ probability, happened: overdue })));
}

/** The last days of the twelve months before that of the day. */
function endsBefore(on: Day): Day[] {
	const [year = 0, month = 1] = on.split('-').map(Number);
	return Array.from({ length: 12 }, (_, at) =>
		toDay(new Date(Date.UTC(year, month - 12 + at, 0)).toISOString().slice(0, 10)),
	);
}
