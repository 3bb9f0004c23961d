import type { Calendar } from '#analytics/law/calendar.ts';
import { type Clock, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, endOf, type Instant } from '#analytics/law/day.ts';
import { due, isProvisional } from '#analytics/law/due.ts';
import type { Defect } from './defects.ts';
import { type Fact, idOf } from './fact.ts';
import type { Span } from './run.ts';
import type { Act, Start, Traced } from './trace.ts';

/** A run in the making: acts move it along by day, `finish` hands it over. */
export class Course {
	readonly clock: Clock;
	readonly start: Start;
	readonly startedOn: Day;
	readonly statutoryDueOn: Day | null;
	phase: Span['phase'] = 'open';
	endedBy: string | null = null;
	extended = 0;
	paused = 0;
	#dueOn: Day | null;
	#endedAt: Instant | null = null;
	#excludedFor: string | null = null;
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
		this.statutoryDueOn = this.#firstDue();
		this.#dueOn = this.statutoryDueOn;
		this.#note({ kind: 'start', on: this.startedOn, fact: start.fact, counted: start.promised === undefined });
		this.#cut(this.startedOn);
	}

	get isClosed(): boolean {
		return this.phase === 'ended' || this.phase === 'excluded';
	}

	/** The day on which it ended or was excluded; null while it is not closed. */
	get closedOn(): Day | null {
		return this.isClosed ? (this.#spans.at(-1)?.from ?? null) : null;
	}

	/** Excluded because missing materials never came (补正逾期中止). */
	get hasLapsed(): boolean {
		return this.#excludedFor === 'lapsed';
	}

	get dueOn(): Day | null {
		return this.#dueOn;
	}

	/** The first instant that is too late; null without time limit, and while the clock stands still. */
	get dueEnd(): Instant | null {
		if (this.phase === 'paused' || this.#dueOn === null) return null;
		return this.start.promised ?? endOf(this.#dueOn);
	}

	/** The same, had no extension been granted. */
	get unextendedEnd(): Instant | null {
		if (this.dueEnd === null || this.#dueOn === null || this.extended === 0) return this.dueEnd;
		return endOf(this.#calendar.dayOf(this.#calendar.no(this.#dueOn) - this.extended));
	}

	/** Working days after day `a` up to and including day `b`. */
	workdays(a: Day, b: Day): number {
		return this.#calendar.no(b) - this.#calendar.no(a);
	}

	flag(defect: Defect, fact: Fact | null, on: Day): void {
		if (!this.#defects.includes(defect)) this.#defects.push(defect);
		this.#note({ kind: 'note', on, fact, why: defect });
	}

	extend(days: number, fact: Fact, on: Day): void {
		this.extended += days;
		this.#move(days);
		this.#note({ kind: 'extend', on, fact, days });
		this.#cut(on);
	}

	/** The clock stands still from a day on; days after it are not counted. */
	pause(fact: Fact, on: Day): void {
		this.phase = 'paused';
		this.#pausedOn = on;
		this.#note({ kind: 'pause', on, fact });
		this.#cut(on);
	}

	/** It goes on: the working days after the pause began, up to `on`, are added to the due day. */
	resume(fact: Fact, on: Day): void {
		this.#endPause(on);
		this.phase = 'open';
		this.#note({ kind: 'resume', on, fact });
		this.#cut(on);
	}

	/** It begins anew: the whole period counts from `on`. */
	restart(fact: Fact, on: Day): void {
		this.#endPause(on);
		this.phase = 'open';
		this.#dueOn = due(this.clock, on, this.extended, this.#calendar).on;
		this.#note({ kind: 'restart', on, fact });
		this.#cut(on);
	}

	end(fact: Fact, at: Instant): void {
		const on = this.#notBeforeStart(dayOf(at));
		if (this.phase === 'paused') this.#endPause(on);
		this.phase = 'ended';
		this.#endedAt = at;
		this.endedBy = idOf(fact);
		this.#note({ kind: 'stop', on, fact });
		this.#cut(on);
	}

	/** The act that ended the run is void, or was sent back: the clock goes on. `uncounted`: the days in between do not count. */
	reopen(fact: Fact, on: Day, uncounted: boolean): void {
		if (uncounted && this.#endedAt !== null) {
			this.#pausedOn = dayOf(this.#endedAt);
			this.#endPause(on);
		}
		this.phase = 'open';
		this.#endedAt = null;
		this.endedBy = null;
		this.#note({ kind: uncounted ? 'resume' : 'void', on, fact });
		this.#cut(on);
	}

	/** No longer owed from a day on, or never scored. */
	exclude(why: string, fact: Fact | null, on: Day): void {
		this.phase = 'excluded';
		this.#excludedFor = why;
		if (fact !== null) this.endedBy = idOf(fact);
		const from = this.#notBeforeStart(on);
		this.#note({ kind: 'exclude', on: from, fact, why });
		this.#cut(from);
	}

	/** Excluded as a whole, from the first day on. */
	excludeAll(why: string, fact: Fact | null): void {
		this.#spans = [];
		this.#defects = [];
		this.#dueOn = this.statutoryDueOn;
		this.exclude(why, fact, this.startedOn);
	}

	finish(run: number): Traced {
		const { start, clock } = this;
		if (clock.statutory && this.startedOn < clock.inForce) this.excludeAll('pre_decree', null);
		return {
			run: {
				clock: start.clock,
				line: start.line,
				run,
				department: start.department,
				counterparty: start.counterparty ?? null,
				region: start.region ?? start.fact.region ?? null,
				catalogue: start.catalogue ?? start.fact.catalogue ?? null,
				sharing: start.sharing ?? null,
				startedAt: start.at,
				startedOn: this.startedOn,
				startedBy: idOf(start.fact),
				endedBy: this.endedBy,
				statutoryDueOn: this.statutoryDueOn,
				spans: this.#spans,
				extended: this.extended,
				paused: this.paused,
				defects: this.#defects,
			},
			acts: this.#acts,
		};
	}

	#firstDue(): Day | null {
		const { promised } = this.start;
		if (promised === null) return null;
		return promised === undefined ? due(this.clock, this.startedOn, 0, this.#calendar).on : dayOf(promised - 1);
	}

	/** Moves the due day by the working days of the pause; a run that was in time is not late on the day it goes on. */
	#endPause(on: Day): void {
		const from = this.#pausedOn;
		if (from === null) return;
		const wasInTime = this.#dueOn !== null && from <= this.#dueOn;
		const days = this.workdays(from, on);
		this.paused += days;
		this.#pausedOn = null;
		this.#move(days);
		if (wasInTime && this.#dueOn !== null && this.#dueOn < on) this.#dueOn = on;
	}

	#move(days: number): void {
		if (this.#dueOn !== null && days > 0) {
			this.#dueOn = this.#calendar.dayOf(this.#calendar.no(this.#dueOn) + days);
		}
	}

	#note(act: Act): void {
		this.#acts.push(act);
	}

	#notBeforeStart(on: Day): Day {
		return on < this.startedOn ? this.startedOn : on;
	}

	/** From this day on the run stands as it does now. */
	#cut(day: Day): void {
		const from = this.#notBeforeStart(day);
		const last = this.#spans.at(-1);
		if (last !== undefined && last.from === from) this.#spans.pop();
		else if (last !== undefined) last.to = from;
		const { dueOn, phase } = this;
		this.#spans.push({
			from,
			to: null,
			phase,
			dueOn,
			dueEnd: dueOn === null ? null : (this.start.promised ?? endOf(dueOn)),
			provisional: dueOn !== null && this.#isProvisional(dueOn),
			endedAt: phase === 'ended' ? this.#endedAt : null,
			excludedFor: phase === 'excluded' ? this.#excludedFor : null,
		});
	}

	#isProvisional(dueOn: Day): boolean {
		if (this.clock.workdays === null || this.start.promised !== undefined) return false;
		return isProvisional(this.startedOn, dueOn, this.#calendar);
	}
}
