import { OFFICE_ID } from '#analytics/cases/event.ts';
import { isProvable } from '#analytics/cases/evidence.ts';
import { type Fact, keyOf } from '#analytics/cases/fact.ts';
import { repeated } from '#analytics/cases/of-record.ts';
import { runs } from '#analytics/cases/runs.ts';
import { statusOn } from '#analytics/cases/status.ts';
import { toEventType } from '#analytics/cases/vocabulary.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import type { caseEvents } from '#analytics/measures/case.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import { officerWords } from '#app/words/evidence.ts';
import { receiptLag, recordLag } from '#app/words/lag.ts';
import type { CaseOn } from './case.server.ts';

/** A decision on the evidence for the stated time of an act. `standing`: it was not taken back. */
export type Decision = {
	seq: number;
	accepted: boolean;
	officer: string;
	reason: string;
	document: string | null;
	at: Instant;
	standing: boolean;
};

/** How a clock stands on a day; null: it has not begun, or would not exist. */
type Outcome = { status: string; started_on: Day; due_on: Day | null; ended_on: Day | null } | null;
/** A clock that a decision would move. */
export type Effect = { clock: string; line: string; run: number; before: Outcome; after: Outcome };

/** What may be decided on an act, and what would follow. `since`: decisions made so far, so that of two at a time one is refused. */
export type Proposal = { since: number; ifAccepted: Effect[]; ifRefused: Effect[] };

type Event = Row<typeof caseEvents>;

/** What stands beside an act of a case. */
export type Beside = {
	/** Minutes by which its record is noticeably later than its stated time. */
	record_lag: number | null;
	/** Minutes by which we received it noticeably later than it was recorded. */
	receipt_lag: number | null;
	/** Recorded before its platform joined: when we received it says nothing. */
	backfilled: boolean;
	decisions: Decision[];
	/** Null where there is nothing to decide (an act that another platform counts for included), or not by this viewer, or not on a past state. */
	proposal: Proposal | null;
};

/** Tells of every act of a case what stands beside it. `joined`: when each source was registered, by id. */
export function besides(
	events: readonly Event[],
	told: CaseOn,
	{ viewer, asked, joined }: { viewer: Viewer; asked: Asked; joined: ReadonlyMap<number, Instant> },
): (event: Event) => Beside {
	const decisions = decisionsOf(events);
	const again = repeated(told.whole.state);
	const decides = may(viewer.account.role, 'prove') && !asked.frozen;
	return event => {
		const made = decisions.get(keyOf(event.source_id, event.event_id)) ?? [];
		const since = joined.get(event.source_id) ?? 0;
		const moves = decides && isDecidable(event) && !again.has(keyOf(event.source_id, event.event_id));
		return {
			record_lag: recordLag(event),
			receipt_lag: receiptLag(event, since),
			backfilled: event.recorded_at < since,
			decisions: made,
			proposal: moves ? proposalOn(event, made, told, asked.as_of) : null,
		};
	};
}

/** The decisions on every act of a case, by the act's key, the latest last. */
function decisionsOf(events: readonly Event[]): Map<string, Decision[]> {
	const found = new Map<string, Decision[]>();
	for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
		if (event.type !== 'evidence.decided') continue;
		const { data } = JSON.parse(event.body) as { data: Record<string, unknown> };
		if (data.retracts !== undefined) continue;
		const key = `${data.platform}:${data.event}`;
		found.set(key, [...(found.get(key) ?? []), decisionOf(event, data)]);
	}
	return found;
}

/** True for an act on whose evidence somebody may decide: it stands, and its record is noticeably later than its stated time. */
export function isDecidable(event: Event): boolean {
	const { superseded, occurred_at, recorded_at } = event;
	const type = toEventType(event.type);
	if (type === null || superseded !== null || recordLag(event) === null) return false;
	return isProvable({ type, occurredAt: occurred_at, recordedAt: recorded_at });
}

/** What may be decided on an act, and which clocks of the case would stand differently for it. */
function proposalOn(event: Event, made: readonly Decision[], told: CaseOn, asOf: Day): Proposal {
	const of = keyOf(event.source_id, event.event_id);
	const now = outcomes(told, asOf);
	const effects = (accepted: boolean) => differences(now, outcomes(supposing(told, of, accepted), asOf));
	return { since: made.length, ifAccepted: effects(true), ifRefused: effects(false) };
}

function decisionOf({ seq, occurred_at, superseded }: Event, data: Record<string, unknown>): Decision {
	const text = (value: unknown) => (typeof value === 'string' ? value : null);
	return {
		seq,
		accepted: data.accepted === true,
		officer: officerWords(text(data.officer_title), text(data.officer)),
		reason: text(data.reason) ?? '',
		document: text(data.document),
		at: occurred_at,
		standing: superseded === null,
	};
}

/** The case as it would stand by one more decision. */
function supposing({ state, ...law }: CaseOn, of: string, accepted: boolean): CaseOn {
	const last = state.facts.at(-1)?.occurredAt ?? 0;
	const supposed: Fact = {
		source: OFFICE_ID,
		id: 'supposed',
		type: 'evidence.decided',
		line: '',
		occurredAt: last,
		recordedAt: last,
		department: '',
		decides: { of, accepted, seq: Number.MAX_SAFE_INTEGER },
	};
	return { ...law, state: { ...state, facts: [...state.facts, supposed] } };
}

type Clocked = Pick<Effect, 'clock' | 'line' | 'run'> & { outcome: Outcome };

function outcomes({ state, policies, calendar }: CaseOn, asOf: Day): Map<string, Clocked> {
	return new Map(
		runs(state, policies, calendar).runs.map(each => {
			const { clock, line, run, startedOn: started_on } = each;
			const span = each.spans.findLast(({ from }) => from <= asOf);
			const ended_on = span?.endedAt == null ? null : dayOf(span.endedAt);
			const outcome = span && { status: statusOn(clock, span, asOf), started_on, due_on: span.dueOn, ended_on };
			return [JSON.stringify([clock, line, run]), { clock, line, run, outcome: outcome ?? null }];
		}),
	);
}

function differences(before: Map<string, Clocked>, after: Map<string, Clocked>): Effect[] {
	return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
		const [one, other] = [before.get(key), after.get(key)];
		const whose = one ?? other;
		const [was, is] = [one?.outcome ?? null, other?.outcome ?? null];
		if (whose === undefined || JSON.stringify(was) === JSON.stringify(is)) return [];
		return [{ clock: whose.clock, line: whose.line, run: whose.run, before: was, after: is }];
	});
}
