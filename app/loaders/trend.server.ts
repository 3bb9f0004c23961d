import type { IndicatorCode } from '#analytics/law/indicators.ts';
import { trend } from '#analytics/measures/trend.ts';
import { type Reading, readSeries } from '#analytics/statistics/series.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import { seriesOf } from '#app/charts/onTimeByMonth.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { toIndicator } from '#app/words/indicators.ts';
import { trendClocks } from '#app/words/signals.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { yearUpTo } from './overview.server.ts';

export type TrendData = Framed & {
	definition: string;
	clock: string;
	/** Null: all bodies together. */
	department: string | null;
	reading: Reading;
	choices: Choice[];
};

/** What is asked about: an indicator, or else the on-time rate of a clock. */
export type TrendQuestion = { indicator: IndicatorCode | null; clock: string; department: string | null };

/** The indicator or clock, and the body asked about: the conditional reply of all bodies where none is named. Throws Refusal 400. */
export function readTrend(query: URLSearchParams): TrendQuestion {
	const named = query.get('indicator')?.trim() || null;
	const indicator = named === null ? null : toIndicator(named);
	if (named !== null && indicator === null) {
		throw new Refusal(400, 'bad_indicator', `没有名为“${named}”的指标，请从指标总表中选择。`);
	}
	const clock = query.get('clock') || 'reply.conditional';
	if (!trendClocks.some(one => one === clock)) {
		throw new Refusal(400, 'bad_clock', `没有名为“${clock}”的时限，请从页面上的时限中选择。`);
	}
	return { indicator, clock, department: query.get('department')?.trim() || null };
}

/** A year's monthly rates of one clock, of one body or all, with limits. */
export async function trendData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ clock, department }: Pick<TrendQuestion, 'clock' | 'department'>,
): Promise<TrendData> {
	const departments = department === null ? null : [department];
	const [frame, rows, choices] = await Promise.all([
		framed(asked, context),
		context.store.ask(trend, { ...common(viewer, asked), ...yearUpTo(asked.as_of), departments }),
		departmentChoices(viewer, asked, context),
	]);
	const reading = readSeries(seriesOf(rows, clock));
	return { ...frame, definition: trend.definition, clock, department, reading, choices };
}
