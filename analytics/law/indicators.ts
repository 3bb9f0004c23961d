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
