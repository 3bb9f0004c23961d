import type { ShareEvent } from '#analytics/cases/event.ts';
import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import type { RejectFilter, Rejects } from '#analytics/ledger/settle.ts';
import type { KeptReject, Source } from '#analytics/ledger/sources.ts';
import { accept } from './accept.ts';
import { parseJson } from './json.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { translationOf } from './platforms/index.ts';
import type { Translation } from './platforms/translation.ts';

/** Rejects that are read again at once. */
const BATCH = 200;

/** `replayed`: rejects that became events, or whose events are there already; `accepted`: events that were new; `left`: still rejected. */
export type Replayed = { tried: number; replayed: number; accepted: number; left: number };

type Deps = {
	ledger: Pick<Ledger, 'append'>;
	mappings?: Pick<Mappings, 'find'>;
	rejects: Rejects;
	sources: Source[];
	now(): Instant;
};

/**
 * Reads open rejects again, under the present version of their source's mapping. A reject all of whose record becomes events is marked
 * replayed, its events appended exactly once (what is in the ledger already is a duplicate); any other stays open with what
 * was said about it this time. Killed at any moment it can be run again.
 */
export async function replay(filter: RejectFilter, by: string, deps: Deps): Promise<Replayed> {
	const sum: Replayed = { tried: 0, replayed: 0, accepted: 0, left: 0 };
	let after = 0;
	for (;;) {
		const batch = await deps.rejects.open(filter, after, BATCH);
		const last = batch.at(-1);
		if (last === undefined) return sum;
		after = last.id;
		for (const source of deps.sources) {
			const own = batch.filter(reject => reject.sourceId === source.id);
			for (const [name, rejects] of byMapping(own, source))
				await replayThrough(name, rejects, { source, by, deps, sum });
		}
	}
}

type Round = { source: Source; by: string; deps: Deps; sum: Replayed };

/** The mapping that a source has now; a file's own where the source has none. */
function byMapping(rejects: KeptReject[], source: Source): Map<string, KeptReject[]> {
	const found = new Map<string, KeptReject[]>();
	for (const reject of rejects) {
		const name = source.mapping ?? reject.mapping?.split('@')[0] ?? 'contract';
		found.set(name, [...(found.get(name) ?? []), reject]);
	}
	return found;
}

async function replayThrough(name: string, rejects: KeptReject[], round: Round): Promise<void> {
	const { source, by, deps, sum } = round;
	const translation = await usable(name, deps.mappings);
	const read = rejects.map(reject => ({ reject, ...again(reject, translation, source) }));
	const events = read.flatMap(each => each.events);
	const mapping = typeof translation === 'string' ? null : translation.mapping;
	const batch = { sourceId: source.id, receivedAt: deps.now(), events, rejects: [], mapping };
	const { accepted, conflicts } = events.length > 0 ? await deps.ledger.append(batch) : { accepted: 0, conflicts: [] };
	const conflicting = new Set(conflicts.map(({ id }) => id));
	const told = read.map(({ reject, events: own, fault }) => ({
		id: reject.id,
		message: fault ?? (own.some(event => conflicting.has(event.id)) ? CONFLICT : null),
	}));
	const sound = told.filter(each => each.message === null).map(each => each.id);
	const left = told.flatMap(({ id, message }) => (message === null ? [] : [{ id, message }]));
	await deps.rejects.tried(left, deps.now());
	const settled = { state: 'replayed' as const, at: deps.now(), by, reason: mapping };
	if (sound.length > 0) sum.replayed += await deps.rejects.settle({ ids: sound }, settled);
	sum.tried += rejects.length;
	sum.accepted += accepted;
	sum.left += left.length;
}

/** The translation, or why rows cannot be read through it one by one. */
async function usable(name: string, mappings: Deps['mappings']): Promise<Translation | string> {
	try {
		const translation = await translationOf(name, mappings);
		return translation.together ? TOGETHER : translation;
	} catch (error) {
		if (error instanceof WrongMapping) return `转换规则“${name}”现在不能使用，无法重放。${error.message}`;
		throw error;
	}
}

type Again = { events: ShareEvent[]; fault: string | null };

/** One reject, read again: its events, and what is still wrong with it. */
function again(reject: KeptReject, translation: Translation | string, source: Source): Again {
	if (typeof translation === 'string') return { events: [], fault: translation };
	if (reject.code === 'id_conflict') return { events: [], fault: CONFLICT };
	const parsed = WHOLE.has(reject.code) ? null : parseJson(reject.record ?? reject.raw);
	if (parsed === null) return { events: [], fault: BROKEN };
	const where = `第${reject.id}号拒收`;
	const rows = translation.begin(source).row({ where, raw: reject.raw, value: parsed.value });
	const { events, rejects } = accept(rows, source);
	const fault = rejects.map(each => each.message).join('') || (events.length === 0 ? NOTHING : null);
	return { events, fault };
}

/** What was wrong with the text itself: no mapping reads it. */
const WHOLE = new Set(['not_json', 'bad_quote', 'bad_encoding', 'wrong_columns', 'too_deep', 'event_too_large']);

const BROKEN = '原文本身不完整或者无法分列，改换转换规则也读不出。请由平台更正原始数据后重新报送。';
const CONFLICT = '同一事件编号已有内容不同的事件入账，重放不能改变。如需更正，请由平台以新编号报送并写明所更正的编号。';
const NOTHING = '按现行转换规则，这一行不产生任何事件。';
const TOGETHER = '这类记录须整日一并汇总，不能逐条重放。请由平台更正后重新报送整日的记录。';
