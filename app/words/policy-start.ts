import type { ClockName } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { EntryOf, PolicyField } from './policy-entry.ts';

type StartField = Extract<
	PolicyField,
	| 'receiptBasis'
	| 'signOffWithin'
	| 'forwarding'
	| 'restDayReceipt'
	| 'receiptCutoff'
	| 'dueCutoff'
	| 'restDayStop'
	| 'promised'
	| 'regime'
>;

const replies = ['reply.unconditional', 'reply.conditional'] as const;
const receipts = [...replies, 'correction', 'catalogue.review'] as const satisfies readonly ClockName[];
const counted = [
	...replies,
	'delivery',
	'correction',
	'catalogue.update',
	'catalogue.review',
] as const satisfies readonly ClockName[];

/** Where a clock begins and where it ends: the counting rules. */
export const startWords: { readonly [F in StartField]: EntryOf<Policy[F]> } = {
	receiptBasis: {
		kind: 'choice',
		number: null,
		name: '收到的认定',
		question: '何为“收到”申请？',
		article: '第二十一条第一款',
		ground:
			'《电子签名法》第十一条第二款：进入指定的特定系统的时间为接收时间；《政府信息公开条例》第三十一条另有以双方确认之日为收到之日的规定',
		clocks: replies,
		options: {
			arrival: { name: '到达即收到', meaning: '申请到达提供部门在共享平台上的收件处即为收到；是否签收不影响起算' },
			sign_off: { name: '签收为收到', meaning: '以提供部门签收的时间为收到；尚未签收的不起算，列为存疑' },
			sign_off_capped: { name: '签收为收到，设上限', meaning: '以签收为收到，但最迟不晚于到达之后的规定工作日数' },
		},
	},
	signOffWithin: {
		kind: 'days',
		number: null,
		name: '签收上限',
		question: '到达之后至迟几个工作日视为签收？',
		article: '第二十一条第一款',
		ground: '防止以不签收拖延期限',
		clocks: replies,
		only: '收到的认定为“签收为收到，设上限”时适用',
		least: 1,
		most: 60,
		meaning: '到达之后满这些工作日仍未签收的，视为收到',
	},
	forwarding: {
		kind: 'choice',
		number: null,
		name: '转送前的审查',
		question: '主管部门转送之前的审查时间，算不算在提供部门的期限之内？',
		article: '第二十一条第一款',
		ground: '该款自提供部门“收到”之日起算；有的地方规定主管部门先作符合性审查，再转送提供部门',
		clocks: replies,
		options: {
			provider: { name: '自转送起算', meaning: '期限自提供部门收到转送的申请起算，此前的审查时间不计入' },
			authority: { name: '自主管部门收到起算', meaning: '平台报有主管部门收到时间的，期限自该时间起算，审查时间计入' },
		},
	},
	receiptCutoff: {
		kind: 'hour',
		number: null,
		name: '收到的截止时刻',
		question: '当日几点以后收到的，视为次日收到？',
		article: '第二十一条第一款、第二十六条第二款、第十七条第三款',
		ground: '《民法典》第二百零一条；电子渠道没有停止业务活动的时间',
		clocks: receipts,
		none: { name: '不设时刻', meaning: '当日何时收到，均为当日收到' },
		meaning: '该时刻及以后收到的，视为次日零时收到；只知日期的纸质办件不适用',
	},
	restDayReceipt: {
		kind: 'choice',
		number: null,
		name: '休息日收到',
		question: '休息日收到的，哪一天为收到之日？',
		article: '第二十一条第一款、第二十六条第二款、第十七条第三款',
		ground: '《民法典》第二百零一条没有起算日顺延的规定',
		clocks: receipts,
		options: {
			as_is: { name: '当日收到', meaning: '以当日为收到之日，其后第一个工作日为第1个工作日' },
			next_workday: { name: '视为次一工作日收到', meaning: '视为休息日之后第一个工作日零时收到，期限晚一个工作日届满' },
		},
	},
	dueCutoff: {
		kind: 'hour',
		number: null,
		name: '到期时刻',
		question: '到期日当天几点为止？',
		article: '各项期限',
		ground: '《民法典》第二百零三条第二款：最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间',
		clocks: counted,
		none: { name: '24时', meaning: '到期日24时以前办结的为按时' },
		meaning: '到期日该时刻以前办结的为按时，该时刻及以后办结的为逾期',
	},
	restDayStop: {
		kind: 'choice',
		number: '⑭',
		name: '休息日办结',
		question: '休息日办结的，算哪一天办结？',
		article: '各项期限',
		ground: '法律不禁止提前办理',
		clocks: counted,
		options: {
			as_is: { name: '当日办结', meaning: '休息日办结的，当日办结' },
			next_workday: { name: '视为次一工作日办结', meaning: '视为其后第一个工作日办结；原在期限之内的，不因此成为逾期' },
		},
	},
	promised: {
		kind: 'promised',
		number: '⑮',
		name: '地方承诺期限',
		question: '本地是否承诺了比条例更短的期限？',
		article: '第二十三条',
		ground: '该条鼓励缩短时间，不另设义务；是否逾期仍以法定期限为准',
		clocks: [],
		none: { name: '没有承诺', meaning: '只列示法定到期日' },
		meaning: '在法定到期日之外另行列示承诺的到期日，不据以判定逾期',
	},
	regime: {
		kind: 'choice',
		number: '⑯',
		name: '条例施行前后',
		question: '2025年8月1日以前收到的申请，此后的环节是否适用条例？',
		article: '第四十四条',
		ground: '《立法法》第一百零四条：不溯及既往',
		clocks: [...replies, 'delivery'],
		options: {
			by_step: { name: '按环节', meaning: '此前收到的申请，此后起算的环节（如此后同意的提供）适用条例' },
			by_request: { name: '按申请', meaning: '此前收到的申请，其全部环节均不计入法定按时率，单独列示' },
		},
	},
};
