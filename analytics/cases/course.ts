import type { Calendar } from '#analytics/law/calendar.ts';
import { type Clock, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { Deadline } from './deadline.ts';
import type { Defect } from './defects.ts';
import type { Fact } from './fact.ts';
import { judgedAt } from './order.ts';
import type { Run, Span } from './run.ts';
import { stand, takeBack } from './spans.ts';
import type { Act, Idle, Start } from './trace.ts';

/** A run in the making: acts move it along by day (finish.ts hands it over). */
export class Course {
	readonly clock: Clock;
	readonly start: Start;
	/** The one version of the readings that governs the run to its end. */
	readonly policy: Policy;
	readonly calendar: Calendar;
	readonly startedOn: Day;
	phase: Span['phase'] = 'open';
	endedBy: string | null = null;
	/** Moment from which the act that ended it counts; null while it is not ended. */
	endedAt: Instant | null = null;
	excludedFor: string | null = null;
	/** It ends without what was owed: withdrawn or transferred after it was late. */
	left = false;
	extended = 0;
	paused = 0;
	outcome: Run['outcome'] = null;
	readonly noticedOn: Day[] = [];
	/** How it stood, by day, so far. */
	readonly spans: Span[] = [];
	/** What happened, in order. */
	readonly acts: Act[] = [];
	readonly defects: Defect[] = [];
	/** When it last stopped moving, while it stands still. */
	#stillFrom: { on: Day; at: Instant } | null = null;
	readonly #deadline: Deadline;

	constructor(start: Start, policy: Policy, calendar: Calendar) {
		this.clock = clocks[start.clock];
		this.start = start;
		this.policy = policy;
		this.calendar = calendar;
		this.startedOn = dayOf(start.from);
		this.#deadline = new Deadline(start, this.clock, this.startedOn, policy, calendar);
		this.acts.push({ kind: 'start', on: this.startedOn, fact: start.fact, counted: start.promised === undefined });
		this.#cut(this.startedOn);
	}

	/** Due day by the period alone; null: no time limit. */
	get statutoryDueOn(): Day | null {
		return this.#deadline.statutoryOn;
	}

	/** The same by a shorter period promised locally; null: none. */
	get promisedDueOn(): Day | null {
		return this.#deadline.promisedOn;
	}

	/** Ended or excluded: no act moves it any more, unless it is reopened. */
	get isClosed(): boolean {
		return this.phase === 'ended' || this.phase === 'excluded';
	}

	/** The day on which it ended or was excluded; null while it is not closed. */
	get closedOn(): Day | null {
		return this.isClosed ? (this.spans.at(-1)?.from ?? null) : null;
	}

	/** The first instant that is too late; null without time limit, and while the clock stands still. */
	get dueEnd(): Instant | null {
		return this.phase === 'paused' ? null : this.#deadline.end;
	}

	/** The same, had no extension been granted. */
	get unextendedEnd(): Instant | null {
		return this.phase === 'paused' ? null : this.#deadline.unextendedEnd;
	}

	/** Keeps what was irregular; the clock is not touched. */
	flag(defect: Defect, fact: Fact | null, on: Day): void {
		if (!this.defects.includes(defect)) this.defects.push(defect);
		this.acts.push({ kind: 'note', on, fact, why: defect });
	}

	/** Keeps an act that changes nothing, and why. */
	remark(fact: Fact, why: Idle): void {
		this.acts.push({ kind: 'remark', on: this.#notBefore(dayOf(judgedAt(fact))), fact, why });
	}

	/** Adds working days to the due day. `notice`: the notice to the demander that gave the consent its effect. */
	extend(days: number, consent: Fact, on: Day, notice?: Fact): void {
		this.extended += days;
		this.#deadline.extend(days);
		this.#take({ kind: 'extend', on, fact: consent, days, by: notice });
	}

	/** The clock stands still from a day on; days after it are not counted. */
	pause(fact: Fact, on: Day): void {
		this.#stillFrom = { on: this.#notBefore(on), at: judgedAt(fact) };
		this.phase = 'paused';
		this.#take({ kind: 'pause', on, fact });
	}

	/** It goes on: the working days after the pause began, up to `on`, are added to the due day. */
	resume(fact: Fact, on: Day): void {
		this.#take({ kind: 'resume', on, fact, ...this.#goOn(on, judgedAt(fact)) });
	}

	/** It begins anew: the whole period counts from `on`. */
	restart(fact: Fact, on: Day): void {
		this.#goOn(on, judgedAt(fact));
		this.#deadline.restart(this.#notBefore(on), this.extended);
		this.#take({ kind: 'restart', on, fact });
	}

	/** The act was done at a moment. `by`: the later act since which that holds; it holds from that day on. */
	end(fact: Fact, at: Instant, by?: Fact): void {
		const on = dayOf(by === undefined ? at : judgedAt(by));
		if (this.phase === 'paused') this.#goOn(on, at);
		this.phase = 'ended';
		this.endedAt = at;
		this.endedBy = fact.id;
		this.excludedFor = null;
		this.#take({ kind: 'stop', on, fact, by });
	}

	/** The act that ended the run is void, or was sent back: the clock goes on. `uncounted`: the days in between do not count. */
	reopen(fact: Fact, on: Day, uncounted: boolean): void {
		if (uncounted && this.endedAt !== null) {
			this.#stillFrom = { on: this.#notBefore(dayOf(this.endedAt)), at: this.endedAt };
		}
		if (!uncounted) takeBack(this.spans, on);
		const moved = this.#goOn(on, judgedAt(fact));
		this.endedAt = null;
		this.endedBy = null;
		this.#take({ kind: uncounted ? 'resume' : 'void', on, fact, ...moved });
	}

	/** No longer owed from a day on, or never scored. */
	exclude(why: string, fact: Fact | null, on: Day): void {
		this.phase = 'excluded';
		this.endedAt = null;
		this.excludedFor = why;
		if (fact !== null) this.endedBy = fact.id;
		this.#take({ kind: 'exclude', on, fact, why });
	}

	/** Excluded as a whole, from the first day on. */
	excludeAll(why: string, fact: Fact | null): void {
		this.spans.length = 0;
		this.defects.length = 0;
		this.#deadline.reset();
		this.exclude(why, fact, this.startedOn);
	}

	/** Returns the due day that had passed before the clock stood still, and by how many days it moves; null: it had not. */
	#goOn(on: Day, at: Instant): { past: Day; days: number } | null {
		const from = this.#stillFrom;
		const { on: past, end } = this.#deadline;
		this.#stillFrom = null;
		this.phase = 'open';
		if (from === null) return null;
		const days = this.#deadline.standStill(from.on, from.at, this.#notBefore(on), at);
		this.paused += days;
		return past !== null && end !== null && from.at >= end && days > 0 ? { past, days } : null;
	}

	/** A day, or the one since which the run stands as it does, if that is later. */
	#notBefore(on: Day): Day {
		const since = this.spans.at(-1)?.from ?? this.startedOn;
		return on < since ? since : on;
	}

	/** From this day on the run stands as it does now. */
	#take(act: Act): void {
		act.on = this.#notBefore(act.on);
		this.acts.push(act);
		this.#cut(act.on);
	}

	#cut(day: Day): void {
		const { phase, extended, paused } = this;
		const { on, end, provisional } = this.#deadline;
		stand(this.spans, {
			from: day,
			to: null,
			phase,
			dueOn: on,
			dueEnd: end,
			provisional,
			endedAt: phase === 'ended' ? this.endedAt : null,
			left: phase === 'ended' && this.left,
			extended,
			paused,
			excludedFor: phase === 'excluded' ? this.excludedFor : null,
		});
	}
}
