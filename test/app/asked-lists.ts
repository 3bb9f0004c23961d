import { expect } from 'vitest';
import type { Sort } from '#app/filters.ts';
import { loader as breachesPage } from '#app/routes/breaches.tsx';
import { loader as breachesFile } from '#app/routes/breaches[.]csv.ts';
import { loader as coveragePage } from '#app/routes/coverage.tsx';
import { loader as coverageFile } from '#app/routes/coverage[.]csv.ts';
import { loader as feedPage } from '#app/routes/feed.tsx';
import { loader as feedFile } from '#app/routes/feed[.]csv.ts';
import { loader as mattersPage } from '#app/routes/matters.tsx';
import { loader as mattersFile } from '#app/routes/matters[.]csv.ts';
import { loader as overduePage } from '#app/routes/overdue.tsx';
import { loader as patternsPage } from '#app/routes/patterns.tsx';
import { loader as patternsFile } from '#app/routes/patterns[.]csv.ts';
import { loader as checksPage } from '#app/routes/quality.checks.tsx';
import { loader as checksFile } from '#app/routes/quality[.]csv.ts';
import { loader as restatementsPage } from '#app/routes/restatements.tsx';
import { loader as restatementsFile } from '#app/routes/restatements[.]csv.ts';
import { loader as riskPage } from '#app/routes/risk.tsx';
import { loader as riskFile } from '#app/routes/risk[.]csv.ts';
import { loader as unitsPage } from '#app/routes/units.tsx';
import { loader as unitsFile } from '#app/routes/units[.]csv.ts';
import type { Asker, Loader } from './asked-loaders.ts';
import { near } from './compared-by.ts';

/** What a list amounts to: its rows, and for units their sums. */
export type Sums = { total: number; num?: number; den?: number };

type Rows = Record<string, unknown>[];
type Listed = { total: number; num?: number; den?: number | null; filters?: { sort: Sort; descending: boolean } };
type List = {
	page: Loader;
	file: Loader;
	/** The measure that the interface answers the same list by. */
	measure: string;
	/** Where the page keeps its rows. */
	rows: string;
	/** Besides what the address says; names that the interface says otherwise. */
	fixed?: string;
	named?: Record<string, string>;
};

const lists: Record<string, List> = {
	'/matters': { page: mattersPage, file: mattersFile, measure: 'matters', rows: 'matters' },
	'/overdue': { page: overduePage, file: mattersFile, measure: 'matters', rows: 'matters', fixed: 'status=overdue' },
	'/units': { page: unitsPage, file: unitsFile, measure: 'indicator_units', rows: 'units' },
	'/breaches': { page: breachesPage, file: breachesFile, measure: 'breaches', rows: 'breaches' },
	'/patterns': { page: patternsPage, file: patternsFile, measure: 'pattern_cases', rows: 'cases' },
	'/quality/checks': { page: checksPage, file: checksFile, measure: 'quality_checks', rows: 'checks' },
	'/risk': { page: riskPage, file: riskFile, measure: 'risk', rows: 'risks' },
	'/feed': {
		page: feedPage,
		file: feedFile,
		measure: 'feed_findings',
		rows: 'findings',
		named: { source: 'source_id' },
	},
	'/coverage': {
		page: coveragePage,
		file: coverageFile,
		measure: 'coverage',
		rows: 'days',
		named: { source: 'source_id' },
	},
	'/restatements': {
		...{ page: restatementsPage, file: restatementsFile, measure: 'restatements', rows: 'units' },
		named: { before: 'known_before', change: 'changes' },
	},
};
const SIZE = 200;

/**
 * Opens the list behind a figure: by its page, by the interface and (`file`) as a file, which must be the same. What it amounts to.
 */
export async function openedList(asker: Asker, link: string, file: boolean): Promise<Sums> {
	const [path = '', query = ''] = link.split('?');
	const list = lists[path] as List;
	const data = await asker.page<Listed>(list.page, `${query}&size=${SIZE}`);
	const shown = (data as unknown as Record<string, Rows>)[list.rows] ?? [];
	const told = await asker.api<Record<string, unknown>>(list.measure, interfaceQuery(asker, list, query, data));
	expect(shown.length).toBe(Math.min(data.total, SIZE));
	expect(told.length).toBe(shown.length);
	if (list.rows !== 'findings' && list.rows !== 'days') expect(shown).toMatchObject(told);
	if (told.length > 0) expect(told[0]?.total).toBe(data.total);
	const sums = path === '/units' ? sumsOf(shown, data) : { total: data.total };
	if (file) {
		const lines = await asker.file(list.file, [query, list.fixed].filter(Boolean).join('&'));
		expect(lines.length).toBe(data.total);
		if (path === '/units') {
			const add = (head: string) => near(lines.reduce((sum, line) => sum + Number(line[head]), 0));
			expect([add('分子'), add('分母')]).toEqual([sums.num, sums.den]);
		}
	}
	return sums;
}

/** The sums that a list of units says, which are those of its rows. */
function sumsOf(rows: Rows, { total, num, den }: Listed): Sums {
	const said = { total, num: near(num ?? 0), den: near(den ?? 0) };
	const add = (key: string) => near(rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0));
	if (total <= SIZE) expect([add('num'), add('den')]).toEqual([said.num, said.den]);
	return said;
}

/** The question of a list as the interface says it. */
function interfaceQuery(asker: Asker, { fixed, named = {} }: List, query: string, { filters }: Listed): string {
	const asked = new URLSearchParams([query, fixed].filter(Boolean).join('&'));
	for (const name of ['sort', 'order']) asked.delete(name);
	if (filters?.sort !== undefined) asked.set('sort', filters.sort);
	if (filters?.descending !== undefined) asked.set('descending', String(filters.descending));
	for (const [name, other] of Object.entries(named)) {
		const value = asked.get(name);
		asked.delete(name);
		if (value !== null) asked.set(other, other === 'source_id' ? String(asker.sourceId(value)) : value);
	}
	return asked.toString();
}
