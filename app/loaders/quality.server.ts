import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { qualityDimensions, qualityItems, qualityRules } from '#analytics/measures/quality.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

export type QualityData = Framed & {
	definition: string;
	dimensions: Row<typeof qualityDimensions>[];
	rules: Row<typeof qualityRules>[];
	/** Items with the lowest scores, at most ten. */
	items: Row<typeof qualityItems>[];
	/** Bodies by 数据更新及时率, the lowest first, then those that reported nothing. */
	refreshes: Row<typeof indicatorFigures>[];
	/** Corrections that came back, the latest first, at most ten. */
	back: Row<typeof indicatorUnits>[];
};

const whole = { departments: null, kinds: null, regions: null, catalogues: null };

/** The quality of data by body and dimension, and what stands behind it. */
export async function qualityData(viewer: Viewer, asked: Asked, context: House): Promise<QualityData> {
	const span = spanned(viewer, asked);
	const { ask } = context.store;
	const cameBack = { indicators: ['Q4'], outcomes: ['reopened', 'repeated'], limit: 10, offset: 0 };
	const [frame, dimensions, rules, items, figures, back] = await Promise.all([
		framed(asked, context),
		ask(qualityDimensions, { ...span, departments: null }),
		ask(qualityRules, { ...span, departments: null }),
		ask(qualityItems, { ...span, departments: null, limit: 10, offset: 0 }),
		ask(indicatorFigures, { ...span, ...whole, indicators: ['Q2'] }),
		ask(indicatorUnits, { ...span, ...whole, ...cameBack }),
	]);
	const refreshes = figures
		.filter(({ department, units }) => department !== null && units > 0)
		.sort((a, b) => (a.value ?? 2) - (b.value ?? 2) || (a.department ?? '').localeCompare(b.department ?? ''));
	return { ...frame, definition: qualityDimensions.definition, dimensions, rules, items, refreshes, back };
}
