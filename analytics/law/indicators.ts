import { applicationIndicators } from './indicators/application.ts';
import { authorityIndicators } from './indicators/authority.ts';
import type { Indicator } from './indicators/indicator.ts';
import { qualityIndicators } from './indicators/quality.ts';
import { safeguardIndicators } from './indicators/safeguards.ts';
import { timelinessIndicators } from './indicators/timeliness.ts';

/** Every indicator of 第三十八条第二款 by code, in the order in which they are shown. */
export const indicators = {
	...timelinessIndicators,
	...qualityIndicators,
	...applicationIndicators,
	...safeguardIndicators,
	...authorityIndicators,
} as const satisfies Record<string, Indicator>;

export type IndicatorCode = keyof typeof indicators;

export const indicatorCodes = Object.keys(indicators) as IndicatorCode[];

const ONE_DAY = ['due', 'stop', 'receipt', 'decided'];
/** Refreshes of which nothing was reported, and calls per item, are told of a period as a whole. */
const OF_PERIOD: readonly IndicatorCode[] = ['Q2', 'Q3b'];
/** A platform owes a report for each day; an incident was discovered on one. */
const OF_A_DAY: readonly IndicatorCode[] = ['G7', 'S4a'];

/** Each of its units belongs to one day, whatever period is asked about: the months of a year add up to the year. */
export function isOfOneDay(code: IndicatorCode): boolean {
	if (OF_A_DAY.includes(code)) return true;
	return ONE_DAY.includes(indicators[code].attribution) && !OF_PERIOD.includes(code);
}
