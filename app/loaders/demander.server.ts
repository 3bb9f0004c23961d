import type { IndicatorCode } from '#analytics/law/indicators.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { spanned } from './frame.server.ts';
import {
	type IndicatorFilters,
	type IndicatorsData,
	type IndicatorUnit,
	indicatorsData,
	namedUnits,
} from './indicators.server.ts';

/** A list of units that a page of a demander's dimension shows the latest of; `outcomes` null: whatever became of them. */
type DemanderList = { indicator: IndicatorCode; outcomes: string[] | null };

/** What a page shows below its table: each a list of units, and how many there are in all. */
export type Shown = DemanderList & { units: IndicatorUnit[]; total: number };

export type DemanderData = IndicatorsData & { lists: Shown[] };

const MOST = 8;

const lists = {
	application: [
		{ indicator: 'A1', outcomes: ['unused'] },
		{ indicator: 'A1', outcomes: ['not_reported'] },
		{ indicator: 'A2', outcomes: ['effect_missing'] },
		{ indicator: 'A3', outcomes: null },
	],
	safeguards: [
		{ indicator: 'S1', outcomes: ['unrecorded', 'incomplete', 'kept_short', 'inspected_lacking'] },
		{ indicator: 'S5', outcomes: ['lacking', 'expired'] },
		{ indicator: 'S3', outcomes: ['late', 'overdue'] },
		{ indicator: 'S4a', outcomes: null },
		{ indicator: 'S2a', outcomes: null },
		{ indicator: 'S6a', outcomes: null },
	],
} satisfies Record<string, DemanderList[]>;

/** Figures of what demanders do with shared data (应用, 保障), body by body, and the latest rows of what is amiss. */
export async function demanderData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	dimension: keyof typeof lists,
	filters: IndicatorFilters,
): Promise<DemanderData> {
	const data = await indicatorsData(viewer, asked, context, dimension, filters);
	const shown: Shown[] = [];
	for (const { indicator, outcomes } of lists[dimension]) {
		const narrowed = { ...spanned(viewer, asked), ...filters, indicators: [indicator], outcomes };
		const units = await namedUnits(context, { ...narrowed, limit: MOST, offset: 0 });
		shown.push({ indicator: indicator as IndicatorCode, outcomes, units, total: units[0]?.total ?? 0 });
	}
	return { ...data, lists: shown };
}
