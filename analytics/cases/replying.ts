import type { Calendar } from '#analytics/law/calendar.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { Course } from './course.ts';
import { notSigned } from './doubts.ts';
import { Consents } from './extension.ts';
import type { Fact } from './fact.ts';
import { receiptOf } from './receipt.ts';
import type { Doubt } from './run.ts';
import type { Start } from './trace.ts';
import type { Track } from './tracks.ts';

/** What the reply clocks of one line at one provider are followed from. */
export type Given = {
	line: string;
	track: Track;
	/** Its acts in the order in which they count. */
	acts: readonly Fact[];
	/** The provider has given notice of missing materials before; only the first one can stop the clock. */
	noticed: boolean;
	/** The day on which the request was first received. */
	requestedOn: Day | null;
	policies: readonly Policy[];
	calendar: Calendar;
};

/** The reply clocks (第二十一条) of one line at one provider, while its acts are taken one after another. */
export type Reply = Given & {
	courses: Course[];
	doubts: Doubt[];
	/** The request was withdrawn and has not been received again. */
	withdrawn: boolean;
	pausedOn: Day | null;
	/** A decision recorded before the request was received. */
	early: Fact | null;
	/** Consents to extensions of the run at hand. */
	consents: Consents;
};

/** Starts a run under the policy of its starting act; what has to be signed for and was not starts none. */
export function begin(reply: Reply, opened: Fact, at: Instant): void {
	const { line, track, policies, calendar, requestedOn } = reply;
	const { department, counterparty, sharing, opened: first } = track;
	const policy = policyOn(policies, dayOf(at));
	const received = receiptOf(opened, at, policy, calendar);
	if (received === null) {
		reply.doubts.push(notSigned(line, opened));
		return;
	}
	const region = (first ?? opened).region ?? opened.region ?? null;
	const catalogue = (first ?? opened).catalogue ?? opened.catalogue ?? null;
	const start: Start = {
		clock: clockOf(track),
		line,
		fact: opened,
		at,
		from: received.at,
		department,
		counterparty,
		sharing,
		region,
		catalogue,
		promised: undefined,
		requestedOn,
	};
	const before = reply.courses.at(-1);
	if (before !== undefined) reply.consents.settle(before);
	reply.courses.push(new Course(start, policy, calendar));
	reply.withdrawn = false;
	reply.early = null;
	reply.consents = new Consents();
}

/** The clock of a track: by the sharing type frozen at its receipt. */
export function clockOf({ sharing }: Track): ClockName {
	return sharing === 'unconditional' ? 'reply.unconditional' : 'reply.conditional';
}
