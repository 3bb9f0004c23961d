import { EVIDENCE_BASIS, sayEvidence } from '#analytics/cases/evidence.ts';
import type { Fact } from '#analytics/cases/fact.ts';
import { cite, sayReceipt } from '#analytics/cases/readings.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { localStarts } from './local.ts';

/** Why a moment counts as the start of a clock, and what that rests on. */
export type StartReason = { text: string; basis: string };

const received: StartReason = {
	text: '申请到达提供部门在共享平台上的收件处，即为“收到”；是否签收不影响起算，转送该部门之前的审查时间不计入。',
	basis: '《政务数据共享条例》第二十一条第一款、《电子签名法》第十一条第二款',
};

const byClock: Record<ClockName, StartReason> = {
	'reply.unconditional': received,
	'reply.conditional': received,
	delivery: {
		text: '以提供部门作出同意共享的答复之日为准；答复时间以平台记录为准。',
		basis: '《政务数据共享条例》第二十二条第一款',
	},
	correction: {
		text: '校核申请到达提供部门在共享平台上的收件处，即为“收到”；是否签收不影响起算。',
		basis: '《政务数据共享条例》第二十六条第二款、《电子签名法》第十一条第二款',
	},
	'catalogue.update': {
		text: '以调整、变化生效之日为准，无论由谁发现、何时登记。',
		basis: '《政务数据共享条例》第十七条第二款',
	},
	'catalogue.review': {
		text: '以主管部门收到更新后的目录之日为准，即部门在平台报送之日。',
		basis: '《政务数据共享条例》第十七条第三款',
	},
	retention: { text: '以使用记录形成之日为准。', basis: '《政务数据共享条例》第二十九条第二款' },
	...localStarts,
};

/** Starts that are not the clock's usual one. */
const byEvent: Partial<Record<EventType, StartReason>> = {
	'request.transferred': {
		text: '转办后由新的提供部门重新起算；该部门未报收到时间的，以转办的平台记录时间为准。',
		basis: '《政务数据共享条例》第二十一条第一款',
	},
	'request.material_resubmitted': {
		text: '此前已因补正逾期中止，此后提交的补正作为新的申请重新起算。',
		basis: '《政务数据共享条例》第二十一条',
	},
};

/** Why the moment of this act starts this clock, by the version of the readings it is judged by; null: the act is not known. */
export function startReason(clock: ClockName, act: Fact | null, policy: Policy, calendar: Calendar): StartReason {
	if (act?.evidence !== undefined && clock === 'delivery') {
		return { text: `${sayEvidence(act)}。`, basis: `${byClock.delivery.basis}、${EVIDENCE_BASIS}` };
	}
	const usual = (act === null ? undefined : byEvent[act.type]) ?? byClock[clock];
	const deemed = act === null || !clocks[clock].statutory ? null : sayReceipt(act, policy, calendar);
	if (deemed !== null) return { text: `${deemed}。`, basis: usual.basis };
	const isUsual = policy.receiptBasis === 'arrival' && policy.forwarding === 'provider';
	return usual !== received || isUsual ? usual : { ...usual, text: `${cite(policy)}，以到达提供部门之时为收到。` };
}

/** What a notice of missing materials does to the reply clock, in a word and in a sentence. */
export const materialsRules: Record<Policy['materials'], { name: string; meaning: string }> = {
	NONE: { name: '不中止', meaning: '告知补正不影响计时' },
	SUSPEND: { name: '中止', meaning: '告知次日起至补正当日不计入，此后继续计算' },
	RESTART: { name: '重新起算', meaning: '自补正次日起重新计算全部期限' },
};
