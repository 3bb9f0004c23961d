import type { Calendar } from '#analytics/law/calendar.ts';
import type { Clock } from '#analytics/law/clocks.ts';
import { dayOf } from '#analytics/law/day.ts';
import { type Policy, SUPPOSED } from '#analytics/law/policy.ts';
import { isBareRefusal } from './decision.ts';
import type { Defect } from './defects.ts';
import type { Fact } from './fact.ts';
import { zhDay, zhMoment, zhTime } from './moments.ts';
import { judgedAt } from './order.ts';
import { type Deeming, receiptOf } from './receipt.ts';
import type { Act, Idle } from './trace.ts';
import { zhType } from './vocabulary.ts';

/** The version of the readings that something rests on, by its document where it has one. */
export function cite({ document }: Policy): string {
	if (document === SUPPOSED) return `按${SUPPOSED}`;
	return document === null ? '按现行口径' : `按现行口径（${document}）`;
}

/** Why a run starts at another moment than its act arrived; null where it does not. */
export function sayReceipt(act: Fact, policy: Policy, calendar: Calendar): string | null {
	const received = receiptOf(act, judgedAt(act), policy, calendar);
	if (received === null || received.by.length === 0) return null;
	const arrived = act.dayOnly ? zhDay(dayOf(judgedAt(act))) : zhMoment(judgedAt(act));
	const reasons = received.by.map(by => sayDeeming(by, act, policy));
	return `${arrived}到达；${cite(policy)}，${reasons.join('，')}，自${zhDay(dayOf(received.at))}起算`;
}

function sayDeeming(by: Deeming, act: Fact, { signOffWithin, receiptCutoff }: Policy): string {
	switch (by) {
		case 'authority':
			return `主管部门${zhMoment(act.precheckAt ?? act.occurredAt)}已收到，以其收到为准`;
		case 'signed':
			return `以${zhMoment(act.signedAt ?? act.occurredAt)}签收为收到`;
		case 'unsigned':
			return `${signOffWithin}个工作日内未签收的，以第${signOffWithin}个工作日为收到`;
		case 'cutoff':
			return `当日${zhTime(receiptCutoff ?? '')}以后收到的顺延至次日`;
		case 'rest_day':
			return '休息日收到的顺延至其后第一个工作日';
	}
}

/** What the policy makes of something irregular, after the words of the defect; empty where it leaves the clock alone. */
export function sayEffect(defect: Defect, fact: Fact | null, policy: Policy): string {
	const isAnswer = '不是答复，计时继续';
	switch (defect) {
		case 'refused_for_materials':
			return `，${cite(policy)}${policy.refusalForMaterials === 'void' ? isAnswer : '仍为答复'}`;
		case 'refused_without_reason':
			if (fact === null || !isBareRefusal(fact)) return '';
			return `，${cite(policy)}${policy.refusalWithoutReason === 'void' ? isAnswer : '仍为答复'}`;
		case 'extension_after_due':
			return `，${cite(policy)}${policy.extensionConsent === 'any_time' ? '事后同意仍然有效' : '延期不生效'}`;
		case 'extension_not_notified':
			return fact === null ? '' : `，${cite(policy)}${untold(policy)}，延期不生效`;
		default:
			return '';
	}
}

/** An act that ended a run: when it was done where that is not the day from which it counts, and by which decision. */
export function sayStop({ fact, by, on }: Act, policy: Policy, calendar: Calendar): string {
	if (fact === null) return '';
	const named = `${zhType(fact.type)}（${fact.id}）`;
	const done = dayOf(judgedAt(fact));
	if (by !== undefined) {
		const decision = `${zhType(by.type)}（${by.id}）`;
		return by.upheld
			? `${named}，${zhDay(done)}再次提供，原提供经${decision}不生效后以此为准`
			: `${decision}：异议不成立，${named}仍然有效，以${zhDay(done)}提供为准`;
	}
	if (done >= on) return named;
	const isMoved = policy.restDayStop === 'next_workday' && !calendar.isWorkday(done);
	return isMoved
		? `${named}，${zhDay(done)}为休息日，${cite(policy)}视为${zhDay(on)}办结`
		: `${named}，已于${zhDay(done)}办结`;
}

/** A rejection that makes a delivery void, or the decision that does. */
export function sayVoid({ fact }: Act, policy: Policy): string {
	if (fact === null) return '';
	const upheld = fact.upheld === undefined ? '' : '：异议成立';
	return `${zhType(fact.type)}（${fact.id}）${upheld}，${cite(policy)}原提供不生效，自原起算日继续计时`;
}

/** An act that changes nothing, and why. */
export function sayIdle({ fact, why }: Act, policy: Policy): string {
	const named = fact === null ? '' : `${zhType(fact.type)}（${fact.id}）`;
	return `${named}，${cite(policy)}${idle[why as Idle](policy)}`;
}

const idle: Record<Idle, (policy: Policy) => string> = {
	never: () => '验收意见不影响提供的效力',
	unreasoned: () => '未说明理由的，提供仍然有效',
	too_late: ({ rejectionWithin }) => `超过${rejectionWithin}个工作日的，提供仍然有效`,
	undecided: () => '经主管部门认定异议成立的，原提供方不生效',
	not_named: () => '部分同意没有列明本行，尚未答复本行，计时继续',
	first_submission: () => '以首次报送为准，退回不再计入更新期限',
};

function untold({ extensionConsent }: Policy): string {
	return extensionConsent === 'any_time' ? '未经告知' : '未在原到期日届满前告知';
}

/** When the due day ends. `isWholeDay`: at 24:00, although the policy closes earlier. */
export function sayClosing(policy: Policy | null, isWholeDay: boolean): string {
	if (policy === null || policy.dueCutoff === null) return '到期日，当日24时前办结为按时';
	const hour = zhTime(policy.dueCutoff);
	if (isWholeDay) return `到期日，恢复计时已过当日${hour}，当日24时前办结为按时`;
	return `到期日，${cite(policy)}当日${hour}前办结为按时`;
}

/** Why a run before the Decree, or of a request before it, is out as a whole. */
export function sayOldRequest(act: Act, clock: Clock, policy: Policy): string | null {
	if (act.why !== 'pre_decree' || policy.regime === 'by_step' || act.on < clock.inForce) return null;
	return `申请收到于${zhDay(clock.inForce as Act['on'])}以前，${cite(policy)}其后各环节不适用法定时限，单独列示`;
}
