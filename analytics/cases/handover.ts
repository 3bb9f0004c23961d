import { dayOf, type Instant } from '#analytics/law/day.ts';
import type { Course } from './course.ts';
import type { Fact } from './fact.ts';
import { judgedAt } from './order.ts';
import { stop } from './stop.ts';
import type { Idle } from './trace.ts';

/** A delivery that ended the clock, and the moment from which it counts. */
type Done = { act: Fact; at: Instant };

/** What was handed over in one delivery run, what the demander rejected, and what became of that (口径⑧). */
export class Handover {
	/** The last delivery that ended the clock, void or not. */
	#done: Done | null = null;
	/** The delivery is void: the clock runs on as if it had not been made. */
	#isVoid = false;
	/** The last rejection of it that could make it void. */
	#rejection: Fact | null = null;
	/** 认定 found that rejection wrong: the delivery stands. */
	#isDismissed = false;
	/** A delivery made after the rejection, while the rejected one still stands. */
	#meanwhile: Fact | null = null;

	/** The data is there. A delivery made good while its rejection is undecided counts if that one falls. */
	provide(course: Course, act: Fact): void {
		if (!course.isClosed) this.#end(course, act);
		else if (this.#rejection !== null && !this.#isVoid) this.#meanwhile ??= act;
	}

	/** 验收不通过: with its reason and within the days of the policy; void at once, or only if upheld. */
	reject(course: Course, act: Fact): void {
		if (course.phase !== 'ended' || this.#done === null || this.#isVoid) return;
		const idle = this.#idle(course, act, this.#done);
		if (idle !== null && idle !== 'undecided') {
			course.remark(act, idle);
			return;
		}
		this.#rejection = act;
		this.#isDismissed = false;
		this.#meanwhile = null;
		if (idle === null) this.#void(course, act);
		else course.remark(act, idle);
	}

	/** 验收异议认定, of the last rejection: upheld, the delivery is void; dismissed, it stands as before. */
	decide(course: Course, act: Fact): void {
		if (this.#done === null || this.#rejection === null) return;
		this.#isDismissed = !act.upheld;
		if (act.upheld && !this.#isVoid) {
			const meanwhile = this.#meanwhile;
			this.#void(course, act);
			if (meanwhile !== null) this.#end(course, meanwhile, act);
		} else if (!act.upheld && this.#isVoid) {
			this.#isVoid = false;
			course.end(this.#done.act, this.#done.at, act);
		}
	}

	#end(course: Course, act: Fact, by?: Fact): void {
		stop(course, act, by);
		this.#done = { act, at: course.endedAt ?? judgedAt(act) };
		this.#isVoid = false;
		this.#rejection = null;
		this.#meanwhile = null;
	}

	#void(course: Course, act: Fact): void {
		this.#isVoid = true;
		course.reopen(act, dayOf(judgedAt(act)), false);
	}

	/** Why a rejection does not make the delivery void by itself; null: it does. */
	#idle({ policy, calendar }: Course, act: Fact, done: Done): Idle | null {
		const later = this.#isDismissed ? null : this.#meanwhile;
		const at = later === null ? done.at : judgedAt(later);
		const days = calendar.no(dayOf(judgedAt(act))) - calendar.no(dayOf(at));
		if (policy.rejection === 'never') return 'never';
		if (!act.reasoned) return 'unreasoned';
		if (days > policy.rejectionWithin) return 'too_late';
		return policy.rejection === 'upheld' ? 'undecided' : null;
	}
}
