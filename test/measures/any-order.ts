import fc from 'fast-check';
import { expect } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import type { IndicatorCode } from '#analytics/law/indicators.ts';
import { indicatorUnits } from '#analytics/measures/indicators.ts';
import type { Asking } from './asking.ts';

/** A period, the day it is asked about, and the indicators that the events tell of. */
type Question = { from: string; to: string; as_of: string; indicators: IndicatorCode[] };

/** However the events come, in two batches and some of them again, every unit of every indicator is the same. */
export async function sameInAnyOrder(
	{ begin, more, ask }: Asking,
	events: ShareEvent[],
	question: Question,
	numRuns: number,
): Promise<void> {
	const units = async () =>
		(await ask(indicatorUnits, question)).map(({ num, den, ...row }) => ({
			...row,
			num: num.toFixed(9),
			den: den?.toFixed(9),
		}));
	await begin(events);
	const told = await units();
	expect(new Set(told.map(row => row.indicator))).toEqual(new Set(question.indicators));
	const order = fc.shuffledSubarray(events, { minLength: events.length });
	await fc.assert(
		fc.asyncProperty(order, fc.nat(events.length), fc.subarray(events), async (shuffled, cut, again) => {
			await begin(shuffled.slice(0, cut));
			await more([...shuffled.slice(cut), ...again.filter(one => !shuffled.slice(cut).includes(one))]);
			expect(await units()).toEqual(told);
		}),
		{ numRuns },
	);
}
