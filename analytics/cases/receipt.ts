import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf, endOf, type Instant, startOf, timeOn } from '#analytics/law/day.ts';
import { workdaysAfter } from '#analytics/law/due.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Fact } from './fact.ts';
import type { EventType } from './vocabulary.ts';

/**
 * What makes an act count from another moment than its arrival. authority: had by the authority for its check · signed:
 * signed for later · unsigned: not signed for in time · cutoff: after the hour · rest_day: on a day of rest.
 */
export type Deeming = 'authority' | 'signed' | 'unsigned' | 'cutoff' | 'rest_day';

/** 何为“收到”: the moment a run starts from, and what moved it there, in order; nothing where it is the arrival. */
export type Receipt = { at: Instant; by: readonly Deeming[] };

const AS_IT_ARRIVED: readonly Deeming[] = [];

/** Acts that somebody receives. An agreement and a change of the law are nobody's to receive. */
const receivable = new Set<EventType>([
	'request.received',
	'request.transferred',
	'request.material_resubmitted',
	'correction.received',
	'catalogue.submitted',
]);

/**
 * When a run starts that an act begins, by a policy.
 * @param arrivedAt the judged moment of the act
 * @returns null where the act has to be signed for and was not
 */
export function receiptOf(act: Fact, arrivedAt: Instant, policy: Policy, calendar: Calendar): Receipt | null {
	const arrived = { at: arrivedAt, by: AS_IT_ARRIVED };
	if (!receivable.has(act.type)) return arrived;
	const had = act.type === 'request.received' ? hadBy(act, arrived, policy, calendar) : arrived;
	return had === null ? null : onWorkday(inHours(had, act, arrivedAt, policy), policy, calendar);
}

/** 转送前的审查 and 签收: by whom, and by which act of theirs, a request is had. */
function hadBy(act: Fact, arrived: Receipt, policy: Policy, calendar: Calendar): Receipt | null {
	const { precheckAt, signedAt } = act;
	if (policy.forwarding === 'authority' && precheckAt !== undefined && precheckAt < arrived.at) {
		return { at: precheckAt, by: ['authority'] };
	}
	if (policy.receiptBasis === 'arrival') return arrived;
	const signed = signedAt === undefined ? null : signedFor(arrived, signedAt);
	if (policy.receiptBasis === 'sign_off') return signed;
	const last = workdaysAfter(dayOf(arrived.at), policy.signOffWithin, calendar);
	if (signed !== null && dayOf(signed.at) <= last) return signed;
	return { at: Math.max(arrived.at, startOf(last)), by: ['unsigned'] };
}

/** Nothing is signed for before it arrived. */
function signedFor(arrived: Receipt, signedAt: Instant): Receipt {
	return signedAt <= arrived.at ? arrived : { at: signedAt, by: ['signed'] };
}

/** 收到的钟点: what comes at or after the hour has come the next day. A paper act names no hour. */
function inHours(had: Receipt, act: Fact, arrivedAt: Instant, { receiptCutoff }: Policy): Receipt {
	if (receiptCutoff === null || (act.dayOnly === true && had.at === arrivedAt)) return had;
	const on = dayOf(had.at);
	return had.at < timeOn(on, receiptCutoff) ? had : { at: endOf(on), by: [...had.by, 'cutoff'] };
}

/** 休息日收到: what comes on a day of rest has come on the next working day. */
function onWorkday(had: Receipt, { restDayReceipt }: Policy, calendar: Calendar): Receipt {
	if (restDayReceipt === 'as_is') return had;
	const on = dayOf(had.at);
	if (calendar.isWorkday(on)) return had;
	return { at: startOf(workdaysAfter(on, 1, calendar)), by: [...had.by, 'rest_day'] };
}
