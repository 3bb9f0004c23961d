import type { RejectState } from '#analytics/ledger/schema.ts';
import type { KeptReject, Source } from '#analytics/ledger/sources.ts';
import type { Asked } from '#app/asked.ts';
import type { House } from '#app/context.ts';
import { whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { rejectFix, rejectReason, rejectStates } from '#app/words/rejects.ts';
import { type FlaggedSource, flaggedSources } from './flagged.server.ts';
import { type Framed, framed } from './frame.server.ts';

export type RejectLine = {
	id: number;
	source: string;
	source_name: string;
	received_at: number;
	code: string;
	/** The reason and the way out, in Chinese. */
	message: string;
	event_id: string | null;
	mapping: string | null;
	/** The row as it came, cut to what a screen can show. */
	raw: string;
	/** Characters of the row as kept. */
	raw_length: number;
	state: RejectState;
	settled_at: number | null;
	settled_by: string | null;
	/** Why it was dismissed, or the mapping under which it was replayed. */
	reason: string | null;
	/** What the last replay that did not help said. */
	tried: string | null;
	tried_at: number | null;
};

/** What the list is narrowed to; null: everything. */
export type RejectsQuestion = {
	source: string | null;
	code: string | null;
	state: RejectState | null;
	page: number;
	size: number;
};

/** The rejects of one source for one reason. `count`: all that there ever were. */
export type RejectGroup = {
	source: string;
	source_name: string;
	code: string;
	reason: string;
	fix: string;
	count: number;
	open: number;
	replayed: number;
	dismissed: number;
};

export type RejectsData = Framed &
	RejectsQuestion & {
		total: number;
		rejects: RejectLine[];
		counts: RejectGroup[];
		/** Share of open rejects from which on a source is flagged, and those that are. */
		flag_from: number;
		flagged: FlaggedSource[];
	};

const SHOWN = 4000;

/** Reads `source code state page size` of an address. Throws Refusal 400. */
export function readRejects(query: URLSearchParams): RejectsQuestion {
	const state = query.get('state') || null;
	if (state !== null && !Object.hasOwn(rejectStates, state))
		throw new Refusal(400, 'bad_state', '处理情况应为 open、replayed 或 dismissed。');
	return {
		source: query.get('source') || null,
		code: query.get('code') || null,
		state: state as RejectState | null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** One page of the rejects, with their raw text, and how many there are in all. Throws Refusal 404 on an unknown source. */
export async function rejectLines(
	{ sources, rejects }: Pick<House, 'sources' | 'rejects'>,
	{ source, code, state, page, size }: RejectsQuestion,
): Promise<{ total: number; rejects: RejectLine[] }> {
	const registered = await sources.list();
	const wanted = registered.find(one => one.code === source);
	if (source !== null && !wanted)
		throw new Refusal(404, 'no_source', `没有代码为“${source}”的数据来源。请从列表中选择。`);
	const narrowed = {
		...(wanted ? { sourceId: wanted.id } : {}),
		...(code ? { code } : {}),
		...(state ? { state } : {}),
	};
	const kept = await rejects.list({ ...narrowed, limit: size, offset: (page - 1) * size });
	const named = namesOf(registered);
	return { total: kept.total, rejects: kept.rows.map(row => ({ ...named(row.sourceId), ...lineOf(row) })) };
}

/** Rows that could not become events: by source and reason, and one page of them. Throws Refusal 404 on an unknown source. */
export async function rejectsData(asked: Asked, context: House, question: RejectsQuestion): Promise<RejectsData> {
	const registered = await context.sources.list();
	const [frame, lines, counts, flags] = await Promise.all([
		framed(asked, context),
		rejectLines(context, question),
		context.rejects.counts(),
		flaggedSources(context, registered),
	]);
	return { ...frame, ...question, ...lines, counts: grouped(counts, namesOf(registered)), ...flags };
}

type Counts = Awaited<ReturnType<House['rejects']['counts']>>;

function grouped(counts: Counts, named: ReturnType<typeof namesOf>): RejectGroup[] {
	const groups = new Map<string, RejectGroup>();
	for (const { sourceId, code, state, count } of counts) {
		const key = `${sourceId} ${code}`;
		const words = { code, reason: rejectReason(code), fix: rejectFix(code) };
		const group = groups.get(key) ?? { ...named(sourceId), ...words, count: 0, open: 0, replayed: 0, dismissed: 0 };
		group.count += count;
		group[state] += count;
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => b.open - a.open || b.count - a.count);
}

function namesOf(registered: Source[]) {
	return (id: number) => {
		const one = registered.find(candidate => candidate.id === id);
		return { source: one?.code ?? String(id), source_name: one?.name ?? '已删除的来源' };
	};
}

function lineOf({ id, receivedAt, code, message, eventId, mapping, raw, ...rest }: KeptReject) {
	const { state, settledAt, settledBy, reason, tried, triedAt } = rest;
	const text = { raw: raw.slice(0, SHOWN), raw_length: raw.length };
	const done = { state, settled_at: settledAt, settled_by: settledBy, reason, tried, tried_at: triedAt };
	return { id, received_at: receivedAt, code, message, event_id: eventId, mapping, ...text, ...done };
}
