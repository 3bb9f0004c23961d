import { clocks } from '#analytics/law/clocks.ts';
import { OFFICE_ID } from './event.ts';
import { judged } from './evidence.ts';
import { type Fact, keyOf } from './fact.ts';
import type { CaseState } from './fold.ts';
import { concernsLine, linesOf, renumbered } from './lines.ts';
import { byTime } from './order.ts';
import { pairs } from './pairs.ts';
import type { Doubt } from './run.ts';
import { notByRecord, platformsDiffer } from './tellings.ts';

/** A case as its platform of record tells it, with what only others tell; and where they contradict each other. */
export type OfRecord = { facts: readonly Fact[]; lines: string[]; doubts: Doubt[] };

/**
 * The acts of a case that several platforms tell (第三十二条): those of the platform of record stand. An act of the same type
 * by the same department on the same line that another platform tells is the same act told again; what only another one
 * tells stands too. Different times or results, and acts that the platform of record does not know, are doubts: nothing is
 * decided silently. The authority's own acts here are no platform's.
 * @param facts those that stand, in order of occurrence
 * @param decided source of the platform of record, where somebody has decided it
 */
export function ofRecord(facts: readonly Fact[], decided?: number): OfRecord {
	if (!isToldByMany(facts)) return { facts, lines: linesOf(facts), doubts: [] };
	const record = recordOf(facts, decided) as number;
	const by = (source: number) => facts.filter(fact => fact.source === source);
	const own = by(record);
	const others = platformsOf(facts).filter(source => source !== record);
	const acts = others.map(source => renumbered(by(source), own));
	const lines = linesOf([...own, ...acts.flat(), ...by(OFFICE_ID)]);
	const knows = new Set(own.map(({ department }) => department));
	const found = acts.reduce<Known>((known, each) => toldAgain(known, each, { record, knows, lines }), {
		facts: own,
		doubts: [],
	});
	return { facts: [...found.facts, ...by(OFFICE_ID)].sort(byTime), lines, doubts: found.doubts };
}

/** What stands of a case, evidence for its times taken into account, as its platform of record tells it. */
export function told(state: CaseState): OfRecord {
	const facts = judged(state);
	return state.settled === undefined ? ofRecord(facts, state.record) : { facts, lines: [...state.settled], doubts: [] };
}

/**
 * The same case with nothing told twice: what is left of it may be narrowed to the acts up to a day. An act that another
 * platform tells earlier must not stand in the meantime.
 */
export function settled(state: CaseState): CaseState {
	const { facts, lines } = told(state);
	return { ...state, facts: [...facts], settled: lines };
}

/** Keys of the acts that stand and only say again what another platform tells: they count for nothing. */
export function repeated(state: CaseState): Set<string> {
	const keyed = ({ source, id }: Fact) => keyOf(source, id);
	const counted = new Set(told(state).facts.map(keyed));
	return new Set(
		judged(state)
			.map(keyed)
			.filter(key => !counted.has(key)),
	);
}

/** Sources of the platforms that tell a case, in the order of their first acts. The authority's own acts are no platform's. */
function platformsOf(facts: readonly Fact[]): number[] {
	return [...new Set(facts.map(({ source }) => source))].filter(source => source !== OFFICE_ID);
}

/**
 * The platform of record of a case: the one decided, where it tells the case; else the one where the application was filed
 * first; else the one that told first what starts a clock. Null for a case that no platform tells.
 * @param facts those that stand, in order of occurrence
 */
export function recordOf(facts: readonly Fact[], decided?: number): number | null {
	const told = facts.filter(({ source }) => source !== OFFICE_ID);
	if (decided !== undefined && told.some(({ source }) => source === decided)) return decided;
	const filed = told.find(({ type }) => type === 'request.submitted') ?? told.find(({ type }) => starts.has(type));
	const first = filed ?? told[0];
	return first?.source ?? null;
}

const starts: ReadonlySet<string> = new Set(Object.values(clocks).map(clock => clock.starts));

/** Nearly every case is told by one platform alone. */
function isToldByMany(facts: readonly Fact[]): boolean {
	let first: number | null = null;
	for (const { source } of facts) {
		if (source === OFFICE_ID) continue;
		first ??= source;
		if (source !== first) return true;
	}
	return false;
}

/** What is known of a case while one platform after another is heard. */
type Known = { facts: readonly Fact[]; doubts: Doubt[] };
/** The source of the platform of record, the departments whose acts it tells, and every line of the case. */
type Ground = { record: number; knows: ReadonlySet<string>; lines: readonly string[] };

/** What is known, and what one more platform tells: an act is a repetition on the lines where it meets its like. */
function toldAgain({ facts, doubts }: Known, acts: readonly Fact[], { record, knows, lines }: Ground): Known {
	const met = lines.flatMap(line => {
		const [known, told] = [facts, acts].map(each => each.filter(fact => concernsLine(fact, line))) as [Fact[], Fact[]];
		return pairs(told, known).map(([act, like]) => ({ line, act, like }));
	});
	const added = acts.flatMap(act => {
		const alone = met.filter(each => each.act === act && each.like === null);
		return alone.length === 0 ? [] : narrowed(act, alone, lines);
	});
	const unknown = added.filter(act => knows.has(act.department)).map(act => notByRecord(act.line, record, act));
	return { facts: [...facts, ...added].sort(byTime), doubts: [...doubts, ...differing(met), ...unknown] };
}

/** An act of one more platform on a line, and its like among what is known; null: there is none. */
type Meeting = { line: string; act: Fact; like: Fact | null };

/** Where two tellings contradict each other: once, where both concern every line. */
function differing(met: readonly Meeting[]): Doubt[] {
	const doubts = new Map<string, Doubt>();
	for (const { line, act, like } of met) {
		if (like === null) continue;
		const shared = act.line === '' && like.line === '' ? '' : line;
		const doubt = platformsDiffer(shared, like, act);
		if (doubt !== null) doubts.set(JSON.stringify([shared, like.source, like.id, act.source, act.id]), doubt);
	}
	return [...doubts.values()];
}

/** An act on the lines where nobody else tells it: as it is where that is all of them. */
function narrowed(act: Fact, on: readonly Meeting[], lines: readonly string[]): Fact[] {
	if (act.line !== '' || on.length === lines.length) return [act];
	return on.map(({ line }) => {
		const { agreedLines, ...rest } = act;
		if (agreedLines === undefined) return { ...act, line };
		return { ...rest, line, outcome: agreedLines.includes(line) ? ('agree' as const) : ('refuse' as const) };
	});
}
