import type { PullState, Source } from '#analytics/ledger/sources.ts';
import { coveragePlatforms } from '#analytics/measures/coverage.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { sources } from '#analytics/measures/sources.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type Circuit, circuitOf } from '#app/words/sources.ts';
import { OFFICE, type PlatformDays } from './coverage.server.ts';
import { common, type Framed, framed, spanned } from './frame.server.ts';

/** One source as the page shows it; addresses and secrets stay in the house. */
export type SourceLine = {
	code: string;
	name: string;
	kind: Source['connect']['kind'];
	paused: boolean;
	mapping: string | null;
	events: number;
	last_occurred_at: number | null;
	last_received_at: number | null;
	last_heartbeat_on: string | null;
	/** silent: the daily report is missing · unchecked: never sent one · reporting · own: what is entered here. */
	standing: 'silent' | 'unchecked' | 'reporting' | 'own';
	/** Days of the span by whether what it counts has arrived; null: none. */
	days: PlatformDays | null;
	last_run_at: number | null;
	last_ok_at: number | null;
	next_run_at: number | null;
	last_error: string | null;
	failures: number;
	/** How its pulls stand; null: it is not pulled. */
	circuit: Circuit | null;
	rejects: number;
};

export type SourcesData = Framed & { definition: string; sources: SourceLine[] };

/** Every platform: how much it sent, how fresh, and what went wrong. */
export async function sourcesData(viewer: Viewer, asked: Asked, context: House): Promise<SourcesData> {
	const [frame, registered, heard, told, pulls, rejects] = await Promise.all([
		framed(asked, context),
		context.sources.list(),
		context.store.ask(sources, common(viewer, asked)),
		context.store.ask(coveragePlatforms, spanned(viewer, asked)),
		context.sources.pulls(),
		context.sources.rejectCounts(),
	]);
	const lines = registered.map(source => {
		const refused = rejects.filter(row => row.sourceId === source.id).reduce((sum, row) => sum + row.count, 0);
		return {
			...identity(source),
			...volume(heard.find(row => row.source_id === source.id)),
			...pulling(pulls.find(pull => pull.sourceId === source.id)),
			standing: standingOf(source.code, frame.coverage),
			days: daysOf(told.find(row => row.source_id === source.id)),
			rejects: refused,
		};
	});
	const rank = { silent: 0, unchecked: 1, reporting: 2, own: 3 };
	lines.sort((a, b) => rank[a.standing] - rank[b.standing] || (a.code < b.code ? -1 : 1));
	return { ...frame, definition: sources.definition, sources: lines };
}

function identity({ code, name, connect, paused, mapping }: Source) {
	return { code, name, kind: connect.kind, paused, mapping: mapping ?? null };
}

function volume(row: Row<typeof sources> | undefined) {
	return {
		events: row?.events ?? 0,
		last_occurred_at: row?.last_occurred_at ?? null,
		last_received_at: row?.last_received_at ?? null,
		last_heartbeat_on: row?.last_heartbeat_on ?? null,
	};
}

function daysOf(row: Row<typeof coveragePlatforms> | undefined): PlatformDays | null {
	if (row === undefined) return null;
	const { complete, short, silent, unchecked } = row;
	return { complete, short, silent, unchecked };
}

function pulling(pull: PullState | undefined) {
	return {
		last_run_at: pull?.lastRunAt ?? null,
		last_ok_at: pull?.lastOkAt ?? null,
		next_run_at: pull?.nextRunAt ?? null,
		last_error: pull?.lastError ?? null,
		failures: pull?.failures ?? 0,
		circuit: pull && pull.nextRunAt !== null ? circuitOf(pull) : null,
	};
}

function standingOf(code: string, { silent, unchecked }: Framed['coverage']): SourceLine['standing'] {
	if (code === OFFICE) return 'own';
	if (silent.some(one => one.code === code)) return 'silent';
	return unchecked.some(one => one.code === code) ? 'unchecked' : 'reporting';
}
