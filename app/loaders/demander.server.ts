import type { IndicatorCode } from '#analytics/law/indicators.ts';
import { latestUnits } from '#analytics/measures/indicators.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { spanned } from './frame.server.ts';
import { type IndicatorFilters, type IndicatorsData, indicatorsData } from './indicators.server.ts';
import { platformNames } from './platform-names.server.ts';

/** A list of units that a page of a demander's dimension shows the latest of; `outcomes` null: whatever became of them. */
type DemanderList = { indicator: IndicatorCode; outcomes: string[] | null };

type LatestUnit = Row<typeof latestUnits> & {
	/** The platform that tells the fact; null: a 件. */
	platform: string | null;
};

/** What a page shows below its table: each a list of units, and how many there are in all. */
export type Shown = DemanderList & { units: LatestUnit[]; total: number };

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
	const asking: DemanderList[] = lists[dimension];
	const indicators = [...new Set(asking.map(({ indicator }) => indicator))];
	const [data, latest, nameOf] = await Promise.all([
		indicatorsData(viewer, asked, context, dimension, filters),
		context.store.ask(latestUnits, { ...spanned(viewer, asked), ...filters, indicators, each: MOST }),
		platformNames(context),
	]);
	const units = latest.map(row => ({ ...row, platform: row.source_id === null ? null : nameOf(row.source_id) }));
	return { ...data, lists: asking.map(list => shownOf(list, units)) };
}

/** The latest units of one list. */
function shownOf({ indicator, outcomes }: DemanderList, units: LatestUnit[]): Shown {
	const own = units.filter(unit => unit.indicator === indicator && (outcomes?.includes(unit.outcome ?? '') ?? true));
	const totals = new Map(own.map(({ outcome, total }) => [outcome, total]));
	const total = [...totals.values()].reduce((sum, each) => sum + each, 0);
	return { indicator, outcomes, units: own.slice(0, MOST), total };
}
