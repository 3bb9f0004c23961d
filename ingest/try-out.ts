import type { Mappings } from '#analytics/ledger/mappings.ts';
import { isPulled } from '#analytics/ledger/sources.ts';
import type { Trial, Tried, TriedRow } from '#analytics/ledger/trial.ts';
import { accept } from './accept.ts';
import { connectorOf } from './connect/connector.ts';
import { PlatformFault } from './connect/fault.ts';
import type { Patience } from './connect/http.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { readDraft } from './mappings/saved.ts';
import { pastedRows, WrongPaste } from './pasted.ts';
import { translationOf } from './platforms/index.ts';
import { mapped } from './platforms/mapped.ts';
import type { Delivery, Translation } from './platforms/translation.ts';
import type { Placed, Row } from './row.ts';
import { rowOf } from './storable.ts';

/** Rows that are shown at most. */
const MOST = 200;

/**
 * Fetches or reads rows and translates them as a pull would, and writes nothing: no event, no reject, no cursor. What is
 * wrong with platform, text or mapping is in `fault`; with a wrong mapping the rows are shown without events.
 */
export async function tryOut(
	asked: Trial,
	{ mappings, ...patience }: Patience & { mappings: Pick<Mappings, 'find'> },
): Promise<Tried> {
	const nothing: Tried = { rows: [], count: 0, events: 0, rejects: 0, columns: [], cursor: null, fault: null };
	const translation = await understood(() => translationTried(asked.mapping, mappings));
	const found = await understood(() => rowsTried(asked.rows, patience));
	if ('fault' in found) return { ...nothing, fault: found.fault };
	const told = 'fault' in translation ? null : translation.begin(asked);
	const all = [...found.rows.map(row => tried(row, told, asked)), ...lastly(told, asked)];
	return {
		rows: all.slice(0, MOST),
		count: found.rows.length,
		events: sum(all.map(row => row.events.length)),
		rejects: sum(all.map(row => row.rejects.length)),
		columns: columnsOf(found.rows),
		cursor: found.cursor,
		fault: 'fault' in translation ? translation.fault : null,
	};
}

async function understood<T extends object>(act: () => Promise<T>): Promise<T | { fault: string }> {
	try {
		return await act();
	} catch (error) {
		const known = [WrongMapping, PlatformFault, WrongPaste].some(kind => error instanceof kind);
		if (!known) throw error;
		return { fault: (error as Error).message };
	}
}

async function translationTried(asked: Trial['mapping'], mappings: Pick<Mappings, 'find'>): Promise<Translation> {
	return 'draft' in asked ? mapped(readDraft(asked.draft).mapping) : translationOf(asked.name, mappings);
}

type Found = { rows: Placed[]; cursor: string | null };

async function rowsTried(from: Trial['rows'], patience: Patience): Promise<Found> {
	if ('text' in from) return { rows: await pastedRows(from.text), cursor: null };
	if (!isPulled(from.connect)) throw new WrongPaste('这个来源不是定时采集的，请粘贴若干行来试。');
	const connector = connectorOf(from.connect);
	try {
		const { items, next } = await connector.page(null, patience);
		return { rows: items.map((item, at) => ({ where: `第 ${at + 1} 条`, ...rowOf(item) })), cursor: next };
	} finally {
		await connector.close?.();
	}
}

function tried(row: Placed, delivery: Delivery | null, source: { code: string }): TriedRow {
	if (delivery === null) return { where: row.where, raw: row.raw, events: [], rejects: [] };
	const { events, rejects } = accept('unreadable' in row ? [row] : delivery.row(row), source);
	return { where: row.where, raw: row.raw, events, rejects };
}

/** What only all rows together say, as a row of its own. */
function lastly(delivery: Delivery | null, source: { code: string }): TriedRow[] {
	const rows: Row[] = delivery?.end() ?? [];
	if (rows.length === 0) return [];
	const { events, rejects } = accept(rows, source);
	return [{ where: '全部各行汇总', raw: '', events, rejects }];
}

function columnsOf(rows: Placed[]): string[] {
	const values = rows.map(row => ('value' in row ? row.value : null));
	return [...new Set(values.flatMap(value => (value && typeof value === 'object' ? Object.keys(value) : [])))];
}

function sum(counts: number[]): number {
	return counts.reduce((all, one) => all + one, 0);
}
