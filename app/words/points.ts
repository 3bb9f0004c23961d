import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { count } from './format.ts';
import { decimal } from './indicators.ts';

/** By how much a value of an indicator differs from an earlier one, with sign: rates in 百分点, others in their unit; null: one of them is missing. */
export function differenceWords(code: IndicatorCode, before: number | null, after: number | null): string | null {
	if (before === null || after === null) return null;
	const { kind, unit } = indicators[code];
	if (kind === 'rate') return pointsWords(after - before);
	const places = kind === 'count' ? 0 : kind === 'score' ? 2 : 1;
	return signed(after - before, places, kind === 'mean' ? unit : '');
}

/** A difference of two shares in 百分点, with sign; never told as a percentage. */
export function pointsWords(difference: number): string {
	return signed(difference * 100, 1, '个百分点');
}

function signed(difference: number, places: number, unit: string): string {
	if (difference === 0) return '持平';
	const sign = difference > 0 ? '+' : '−';
	const size = Math.abs(difference);
	const least = 10 ** -places;
	if (size < least / 2) return `${sign}不足${least}${unit}`;
	return `${sign}${places === 0 ? count(Math.round(size)) : decimal(size, places)}${unit}`;
}
