import type { Calendar } from '#analytics/law/calendar.ts';
import type { Clock } from '#analytics/law/clocks.ts';
import { type Day, dayOf, endOf, type Instant, timeOn } from '#analytics/law/day.ts';
import { dueOn, isProvisional, workdaysAfter } from '#analytics/law/due.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Start } from './trace.ts';

/** The due day of a run in the making, and the moment that ends it, as acts move them. */
export class Deadline {
	/** By the clock's own period alone, or the day of the promised moment; null: no time limit. */
	readonly statutoryOn: Day | null;
	/** Effective due day as it stands now. */
	on: Day | null;
	/** The first instant that is too late: the promised moment, or the end of the due day (民法典第二百零三条第二款). */
	end: Instant | null = null;
	/** Whether the due day rests on a year without a published holiday notice. */
	provisional = false;
	/** The same by the shorter period promised locally (第二十三条); null where none is. */
	promisedOn: Day | null;
	/** The due day had no extension been granted. */
	#unextendedOn: Day | null;
	/** A due day on which the clock went on only after its hour: it lasts until 24:00. */
	#resumedOn: Day | null = null;
	/** A due day that has moved past what had run out before the clock stood still, and when that ran out. */
	#ranOut: { on: Day; end: Instant } | null = null;
	readonly #start: Start;
	readonly #clock: Clock;
	/** Whether it is counted in working days: a floor, an hour and a promise are not. */
	readonly #isCounted: boolean;
	readonly #startedOn: Day;
	readonly #policy: Policy;
	readonly #calendar: Calendar;

	constructor(start: Start, clock: Clock, startedOn: Day, policy: Policy, calendar: Calendar) {
		this.#start = start;
		this.#clock = clock;
		this.#startedOn = startedOn;
		this.#policy = policy;
		this.#calendar = calendar;
		const { promised } = start;
		this.#isCounted = clock.workdays !== null && promised === undefined;
		if (promised === undefined) this.statutoryOn = dueOn(clock, startedOn, 0, calendar);
		else this.statutoryOn = promised === null ? null : dayOf(promised - 1);
		this.on = this.statutoryOn;
		this.#unextendedOn = this.statutoryOn;
		this.promisedOn = this.#promised(startedOn, 0);
		this.#close();
	}

	/** The same, had no extension been granted. */
	get unextendedEnd(): Instant | null {
		return this.#endOf(this.#unextendedOn);
	}

	/** Adds working days (第二十一条第一款, 第十七条第二款). */
	extend(days: number): void {
		this.on = this.#plus(this.on, days);
		this.promisedOn = this.#plus(this.promisedOn, days);
		this.#close();
	}

	/** The whole period, with what it was extended by, counts from a day. */
	restart(from: Day, extended: number): void {
		this.on = dueOn(this.#clock, from, extended, this.#calendar);
		this.#unextendedOn = dueOn(this.#clock, from, 0, this.#calendar);
		this.promisedOn = this.#promised(from, extended);
		this.#resumedOn = null;
		this.#close();
	}

	/**
	 * Adds the working days after `from` up to `to`, on which the clock stood still. What was in time when it stopped moving
	 * is not late the moment it goes on; what had run out has run out.
	 */
	standStill(from: Day, stoppedAt: Instant, to: Day, wentOnAt: Instant): number {
		const days = this.#calendar.no(to) - this.#calendar.no(from);
		const { end } = this;
		const [inTime, wasInTime] = [isBefore(stoppedAt, end), isBefore(stoppedAt, this.unextendedEnd)];
		this.promisedOn = this.#plus(this.promisedOn, days, isBefore(stoppedAt, this.#endOf(this.promisedOn)) ? to : null);
		this.on = this.#plus(this.on, days, inTime ? to : null);
		if (wasInTime) this.#unextendedOn = this.#plus(this.#unextendedOn, days, to);
		if (!inTime && end !== null && this.on !== null && this.on >= to) this.#ranOut = { on: this.on, end };
		if (inTime && !isBefore(wentOnAt, this.#endOf(to))) this.#resumedOn = to;
		this.#close();
		return days;
	}

	/** As if nothing had ever moved it. */
	reset(): void {
		this.on = this.statutoryOn;
		this.promisedOn = this.#promised(this.#startedOn, 0);
		this.#resumedOn = null;
		this.#ranOut = null;
		this.#close();
	}

	/** When the due day ends and what it rests on, once it stands. */
	#close(): void {
		const { on } = this;
		this.end = this.#ranOut !== null && this.#ranOut.on === on ? this.#ranOut.end : this.#endOf(on);
		this.provisional = on !== null && this.#isCounted && isProvisional(this.#startedOn, on, this.#calendar);
	}

	#endOf(on: Day | null): Instant | null {
		if (on === null) return null;
		if (this.#start.promised != null) return this.#start.promised;
		return !this.#isCounted || on === this.#resumedOn ? endOf(on) : lastMoment(on, this.#policy);
	}

	#promised(from: Day, extended: number): Day | null {
		const days = this.#policy.promised[this.#start.clock];
		if (days === undefined) return null;
		const { workdays, statutory } = this.#clock;
		if (!statutory || workdays === null || days >= workdays) return null;
		return workdaysAfter(from, days + extended, this.#calendar);
	}

	/** So many working days later, and not before `floor`. */
	#plus(on: Day | null, days: number, floor: Day | null = null): Day | null {
		const moved = on === null || days <= 0 ? on : this.#calendar.dayOf(this.#calendar.no(on) + days);
		return moved !== null && floor !== null && moved < floor ? floor : moved;
	}
}

/** When a counted due day ends: 24:00, or the hour of the policy (民法典第二百零三条第二款). */
export function lastMoment(on: Day, { dueCutoff }: Policy): Instant {
	return dueCutoff === null ? endOf(on) : timeOn(on, dueCutoff);
}

function isBefore(at: Instant, end: Instant | null): boolean {
	return end !== null && at < end;
}
