import type { Calendar } from '#analytics/law/calendar.ts';
import { type Clock, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import { due } from '#analytics/law/due.ts';
import { dueEndOf, firstDue, isProvisionalDue } from './deadline.ts';
import type { Defect } from './defects.ts';
import { type Fact, idOf } from './fact.ts';
import type { Span } from './run.ts';
import { stand } from './spans.ts';
import type { Act, Start, Traced } from './trace.ts';

/** A run in the making: acts move it along by day, `finish` hands it over. */
export class Course {
	readonly clock: Clock;
	readonly start: Start;
	readonly startedOn: Day;
	readonly statutoryDueOn: Day | null;
	phase: Span['phase'] = 'open';
	endedBy: string | null = null;
	excludedFor: string | null = null;
	extended = 0;
	paused = 0;
	/** Effective due day as it stands now; null: no time limit. */
	#dueOn: Day | null;
	/** The due day had no extension been granted. */
	#unextendedOn: Day | null;
	#endedAt: Instant | null = null;
	#pausedOn: Day | null = null;
	#spans: Span[] = [];
	#acts: Act[] = [];
	#defects: Defect[] = [];
	readonly #calendar: Calendar;

	constructor(start: Start, calendar: Calendar) {
		this.clock = clocks[start.clock];
		this.start = start;
		this.#calendar = calendar;
		this.startedOn = dayOf(start.at);
		this.statutoryDueOn = firstDue(start, calendar);
		this.#dueOn = this.statutoryDueOn;
		this.#unextendedOn = this.statutoryDueOn;
		this.#acts.push({ kind: 'start', on: this.startedOn, fact: start.fact, counted: start.promised === undefined });
		this.#cut(this.startedOn);
	}

	/** Ended or excluded: no act moves it any more, unless it is reopened. */
	get isClosed(): boolean {
		return this.phase === 'ended' || this.phase === 'excluded';
	}

	/** The day on which it ended or was excluded; null while it is not closed. */
	get closedOn(): Day | null {
		return this.isClosed ? (this.#spans.at(-1)?.from ?? null) : null;
	}

	/** The first instant that is too late; null without time limit, and while the clock stands still. */
	get dueEnd(): Instant | null {
		return this.phase === 'paused' ? null : dueEndOf(this.start, this.#dueOn);
	}

	/** The same, had no extension been granted. */
	get unextendedEnd(): Instant | null {
		return this.phase === 'paused' ? null : dueEndOf(this.start, this.#unextendedOn);
	}

	/** Working days after day `a` up to and including day `b`. */
	workdays(a: Day, b: Day): number {
		return this.#calendar.no(b) - this.#calendar.no(a);
	}

	/** Keeps what was irregular; the clock is not touched. */
	flag(defect: Defect, fact: Fact | null, on: Day): void {
		if (!this.#defects.includes(defect)) this.#defects.push(defect);
		this.#acts.push({ kind: 'note', on, fact, why: defect });
	}

	/** Adds working days to the due day (第二十一条第一款, 第十七条第二款). */
	extend(days: number, fact: Fact, on: Day): void {
		this.extended += days;
		this.#dueOn = this.#plus(this.#dueOn, days);
		this.#acts.push({ kind: 'extend', on, fact, days });
		this.#cut(on);
	}

	/** The clock stands still from a day on; days after it are not counted. */
	pause(fact: Fact, on: Day): void {
		this.phase = 'paused';
		this.#pausedOn = on;
		this.#acts.push({ kind: 'pause', on, fact });
		this.#cut(on);
	}

	/** It goes on: the working days after the pause began, up to `on`, are added to the due day. */
	resume(fact: Fact, on: Day): void {
		this.#endPause(on);
		this.phase = 'open';
		this.#acts.push({ kind: 'resume', on, fact });
		this.#cut(on);
	}

	/** It begins anew: the whole period counts from `on`. */
	restart(fact: Fact, on: Day): void {
		this.#endPause(on);
		this.phase = 'open';
		this.#dueOn = due(this.clock, on, this.extended, this.#calendar).on;
		this.#unextendedOn = due(this.clock, on, 0, this.#calendar).on;
		this.#acts.push({ kind: 'restart', on, fact });
		this.#cut(on);
	}

	/** The act was done at a judged moment. */
	end(fact: Fact, at: Instant): void {
		const on = this.#notBeforeStart(dayOf(at));
		if (this.phase === 'paused') this.#endPause(on);
		this.phase = 'ended';
		this.#endedAt = at;
		this.endedBy = idOf(fact);
		this.#acts.push({ kind: 'stop', on, fact });
		this.#cut(on);
	}

	/** The act that ended the run is void, or was sent back: the clock goes on. `uncounted`: the days in between do not count. */
	reopen(fact: Fact, on: Day, uncounted: boolean): void {
		if (uncounted && this.#endedAt !== null) {
			this.#pausedOn = this.#notBeforeStart(dayOf(this.#endedAt));
			this.#endPause(this.#notBeforeStart(on));
		}
		this.phase = 'open';
		this.#endedAt = null;
		this.endedBy = null;
		this.#acts.push({ kind: uncounted ? 'resume' : 'void', on, fact });
		this.#cut(on);
	}

	/** No longer owed from a day on, or never scored. */
	exclude(why: string, fact: Fact | null, on: Day): void {
		this.phase = 'excluded';
		this.excludedFor = why;
		if (fact !== null) this.endedBy = idOf(fact);
		const from = this.#notBeforeStart(on);
		this.#acts.push({ kind: 'exclude', on: from, fact, why });
		this.#cut(from);
	}

	/** Excluded as a whole, from the first day on. */
	excludeAll(why: string, fact: Fact | null): void {
		this.#spans = [];
		this.#defects = [];
		this.#dueOn = this.statutoryDueOn;
		this.exclude(why, fact, this.startedOn);
	}

	/** The finished run under its number. A statutory clock that began before the Decree is out as a whole (第四十四条). */
	finish(run: number): Traced {
		const { start, clock, startedOn, endedBy, statutoryDueOn, extended, paused } = this;
		if (clock.statutory && startedOn < clock.inForce) this.excludeAll('pre_decree', null);
		const { line, department, counterparty = null, sharing = null, fact } = start;
		const region = start.region ?? fact.region ?? null;
		const catalogue = start.catalogue ?? fact.catalogue ?? null;
		const whose = { line, run, department, counterparty, region, catalogue, sharing };
		const when = { startedAt: start.at, startedOn, startedBy: idOf(fact), endedBy, statutoryDueOn };
		const how = { spans: this.#spans, extended, paused, defects: this.#defects };
		return { run: { clock: start.clock, ...whose, ...when, ...how }, acts: this.#acts };
	}

	/** Moves the due day by the working days of the pause; a run that was in time is not late on the day it goes on. */
	#endPause(on: Day): void {
		const from = this.#pausedOn;
		if (from === null) return;
		const days = this.workdays(from, on);
		this.paused += days;
		this.#pausedOn = null;
		const floor = this.#dueOn !== null && from <= this.#dueOn ? on : null;
		this.#dueOn = this.#plus(this.#dueOn, days, floor);
		if (this.#unextendedOn !== null && from <= this.#unextendedOn) {
			this.#unextendedOn = this.#plus(this.#unextendedOn, days, on);
		}
	}

	#plus(dueOn: Day | null, days: number, floor: Day | null = null): Day | null {
		const moved = dueOn === null || days <= 0 ? dueOn : this.#calendar.dayOf(this.#calendar.no(dueOn) + days);
		return moved !== null && floor !== null && moved < floor ? floor : moved;
	}

	#notBeforeStart(on: Day): Day {
		return on < this.startedOn ? this.startedOn : on;
	}

	/** From this day on the run stands as it does now. */
	#cut(day: Day): void {
		stand(this.#spans, this.#notBeforeStart(day), {
			phase: this.phase,
			dueOn: this.#dueOn,
			dueEnd: dueEndOf(this.start, this.#dueOn),
			provisional: isProvisionalDue(this.start, this.#dueOn, this.#calendar),
			endedAt: this.phase === 'ended' ? this.#endedAt : null,
			excludedFor: this.phase === 'excluded' ? this.excludedFor : null,
		});
	}
}
