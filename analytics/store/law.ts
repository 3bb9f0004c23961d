import type { DuckDBConnection } from '@duckdb/node-api';
import { defectCodes, defects } from '#analytics/cases/defects.ts';
import { type ClockName, clockNames, clocks } from '#analytics/law/clocks.ts';
import { type IndicatorCode, indicatorCodes, indicators, isOfOneDay } from '#analytics/law/indicators.ts';
import { calendarsOf, type Lawbook } from '#analytics/law/lawbook.ts';
import { isExcusable, type LiabilityItem, liabilities, liabilityItems } from '#analytics/law/liability.ts';
import { qualityDimensions, ruleSets } from '#analytics/law/rule-sets.ts';
import { safeguardCodes, safeguards } from '#analytics/law/safeguards.ts';
import { defaultScheme } from '#analytics/law/scheme.ts';
import { daysInto } from './days.ts';
import { loadInto } from './load.ts';
import { policiesInto } from './policies.ts';

/**
 * Fills `day`, `policy`, `clock`, `liability`, `defect`, `indicator`, `scheme` and `safeguard_item` (sql/duckdb/020, 025, 100, 140,
 * 170) from the law as shipped.
 */
export async function loadLaw(connection: DuckDBConnection, lawbook: Lawbook): Promise<void> {
	await (await daysInto(connection))(null, calendarsOf(lawbook), 0);
	await (await policiesInto(connection))([], lawbook.policies, 0);
	await (await loadInto(connection, 'clock'))(clockNames.map(clockRow));
	await loadRuleSets(connection);
	await (await loadInto(connection, 'liability'))(liabilityItems.map(liabilityRow));
	await (await loadInto(connection, 'indicator'))(indicatorCodes.map(indicatorRow));
	await (await loadInto(connection, 'scheme'))([
		{ seq: 0, source_id: 0, event_id: '', effective: defaultScheme.effective, body: JSON.stringify(defaultScheme) },
	]);
	await (await loadInto(connection, 'safeguard_item'))(
		safeguardCodes.map((item, ordinal) => ({ item, ordinal, name: safeguards[item] })),
	);
	await (await loadInto(connection, 'defect'))(
		defectCodes.map((defect, ordinal) => ({ defect, ordinal, liability: defects[defect].liability })),
	);
}

async function loadRuleSets(connection: DuckDBConnection): Promise<void> {
	const shipped = { known_from: 0, known_to: null, source_id: 0, event_id: '' };
	const told = ruleSets.map(({ effective, ...set }) => ({ ...set, ...shipped, effective_on: effective }));
	await (await loadInto(connection, 'rule_set'))(
		told.flatMap(({ weights, rules: _, ...set }) =>
			qualityDimensions.map(dimension => ({ ...set, dimension, weight: weights[dimension] })),
		),
	);
	await (await loadInto(connection, 'rule_set_rule'))(
		told.flatMap(({ code, version, rules }) =>
			rules.map(({ code: rule, ...how }) => ({ ...shipped, code, version, rule, ...how })),
		),
	);
}

function clockRow(clock: ClockName, ordinal: number): object {
	const { statutory, years, hours, owedBy, liability } = clocks[clock];
	const kind = { statutory, floor: years !== null, hourly: hours !== null };
	return { clock, ordinal, ...kind, owed_by: owedBy, liability };
}

function indicatorRow(indicator: IndicatorCode, ordinal: number): object {
	const { dimension, role, kind, attribution, better, statutory, optional } = indicators[indicator];
	const of_one_day = isOfOneDay(indicator);
	return { indicator, ordinal, dimension, role, kind, attribution, better, statutory, optional, of_one_day };
}

function liabilityRow(item: LiabilityItem, ordinal: number): object {
	const { article, says, liable } = liabilities[item];
	return { item, ordinal, article, says, liable, excusable: isExcusable(item) };
}
