import { MOST_BEHIND } from '#analytics/ledger/back-pressure.ts';
import { type RangeForm, rangeFormOf } from '#analytics/ledger/connect.ts';
import type { Run } from '#analytics/ledger/runs.ts';
import type { SourceAct } from '#analytics/ledger/source-acts.ts';
import { isPulled, type PullState, type Source } from '#analytics/ledger/sources.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import type { BackFillLine } from '#app/sources/back-fill.ts';
import { placeOf } from '#app/sources/given.ts';
import { type Circuit, circuitOf } from '#app/words/sources.ts';
import { backFillsOf } from './back-fills.server.ts';
import { OFFICE } from './coverage.server.ts';

export type SourceData = {
	code: string;
	name: string;
	region: string | null;
	kind: Source['connect']['kind'];
	mapping: string | null;
	paused: boolean;
	sample: boolean;
	created_at: number;
	/** Where it is read from, without secrets; null for who may not tend sources, and where it is not read. */
	place: string | null;
	/** Null: it is not pulled. */
	pull: {
		circuit: Circuit;
		cursor: string | null;
		running: boolean;
		last_run_at: number | null;
		last_ok_at: number | null;
		next_run_at: number | null;
		last_error: string | null;
		failures: number;
		/** Milliseconds since the last pull that went well; null: none has. */
		lag_ms: number | null;
	} | null;
	/** What a range of it is told in; null: it is not pulled. */
	range_form: RangeForm | null;
	back_fills: BackFillLine[];
	/** Events that the read model has still to take in, where that slows pulling down; null: it does not. */
	behind: number | null;
	runs: Run[];
	acts: SourceAct[];
	rejects: number;
	/** Whether the asker may change it. */
	tended: boolean;
	now: number;
};

/** Lines of the logs that are shown. */
const SHOWN = 30;

/** A source that people may look at. Throws Refusal 404. */
export async function sourceOf(code: string, { sources }: Pick<House, 'sources'>): Promise<Source> {
	const found = code === OFFICE ? null : await sources.byCode(code);
	if (!found) throw new Refusal(404, 'no_source', `没有代码为“${code}”的数据来源。请从列表中选择。`);
	return found;
}

/** One source: how it is connected, where its pulls stand, its last runs, and who did what to it. Throws Refusal 404. */
export async function sourceData(viewer: Viewer, context: House, code: string): Promise<SourceData> {
	const { sources } = context;
	const source = await sourceOf(code, context);
	const [pulls, backFills, behind, runs, acts, counts] = await Promise.all([
		sources.pulls(),
		backFillsOf(source, context),
		slowedBy(context),
		sources.runs(source.id, SHOWN),
		sources.acts(code, SHOWN),
		sources.rejectCounts(),
	]);
	const { connect, region, mapping, name, paused, sample, createdAt } = source;
	const pull = pulls.find(each => each.sourceId === source.id);
	const now = context.now();
	const tended = may(viewer.account.role, 'tend');
	const rejects = counts.filter(row => row.sourceId === source.id).reduce((sum, row) => sum + row.count, 0);
	return {
		code,
		name,
		region: region ?? null,
		kind: connect.kind,
		mapping: mapping ?? null,
		paused,
		sample: sample ?? false,
		created_at: createdAt,
		place: tended ? placeOf(connect) : null,
		pull: pull && isPulled(connect) ? standing(pull, now) : null,
		range_form: isPulled(connect) ? rangeFormOf(connect) : null,
		back_fills: backFills,
		behind,
		runs,
		acts,
		rejects,
		tended,
		now,
	};
}

/** Events that the read model is behind, where pulling waits for it; null: it does not. */
async function slowedBy({ ledger, store }: Pick<House, 'ledger' | 'store'>): Promise<number | null> {
	const behind = (await ledger.head()).seq - store.position();
	return behind > MOST_BEHIND ? behind : null;
}

function standing(pull: PullState, now: number): NonNullable<SourceData['pull']> {
	return {
		circuit: circuitOf(pull),
		cursor: pull.cursor,
		running: pull.leaseUntil !== null && pull.leaseUntil > now,
		last_run_at: pull.lastRunAt,
		last_ok_at: pull.lastOkAt,
		next_run_at: pull.nextRunAt,
		last_error: pull.lastError,
		failures: pull.failures,
		lag_ms: pull.lastOkAt === null ? null : now - pull.lastOkAt,
	};
}
