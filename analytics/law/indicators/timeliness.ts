import { type Indicator, rateOf } from './indicator.ts';

const own = { dimension: 'timeliness', role: 'provider' } as const;
const due = { ...own, attribution: 'due' } as const;
const mean = {
	...own,
	kind: 'mean',
	unit: '个工作日',
	attribution: 'stop',
	better: 'lower',
	statutory: false,
} as const;
const received = { ...own, attribution: 'receipt', better: 'none' } as const;

/** 数据提供部门数据共享及时性. */
export const timelinessIndicators = {
	T1: {
		...rateOf({
			...due,
			zh: '无条件共享申请按时答复率',
			article: '第二十一条第一款',
			definition: '本期到期的无条件共享申请答复中按时答复的件数÷本期到期件数；期满未答复的计为未按时。',
		}),
		statutory: true,
	},
	T2: {
		...rateOf({
			...due,
			zh: '有条件共享申请按时答复率',
			article: '第二十一条第一款',
			definition: '本期到期的有条件共享申请答复中按时答复的件数÷本期到期件数；到期以延期、补正中止后的有效到期日计。',
		}),
		statutory: true,
	},
	T3: {
		...rateOf({
			...due,
			zh: '共享数据按时提供率',
			article: '第二十二条第一款',
			definition: '同意共享后本期到期的提供中按时提供的件数÷本期到期件数；自作出同意共享的答复之日起计算。',
		}),
		statutory: true,
	},
	T4: {
		...rateOf({
			...due,
			zh: '校核申请按时办结率',
			article: '第二十六条第二款',
			definition:
				'本期到期的校核申请中按时核实、更正并反馈的件数÷本期到期件数；第三十九条第六项没有正当理由的规定，不作扣除。',
		}),
		statutory: true,
	},
	T5: {
		...rateOf({
			...due,
			zh: '目录更新按时完成率',
			article: '第十七条第二款',
			definition:
				'本期到期的目录更新事由中按时完成更新并报送审核的件数÷本期到期件数；主管部门发现而部门未自报的同样计入。',
		}),
		statutory: true,
	},
	T6a: {
		...mean,
		zh: '平均答复用时',
		optional: false,
		article: '第二十一条第一款',
		definition: '本期办结的答复，自收到之日起至作出答复之日止的净工作日数（扣除补正中止）的平均值。',
	},
	T6b: {
		...mean,
		zh: '平均提供用时',
		optional: false,
		article: '第二十二条第一款',
		definition: '本期完成的提供，自作出同意共享的答复之日起至提供之日止的净工作日数的平均值。',
	},
	T6c: {
		...mean,
		zh: '平均校核用时',
		optional: false,
		article: '第二十六条第二款',
		definition: '本期办结的校核，自收到校核申请之日起至反馈之日止的净工作日数的平均值。',
	},
	T7: rateOf({
		...due,
		zh: '数据回流按时率',
		article: '第二十四条第一款',
		definition: '本期约定到期的回流批次中按时到达的批次÷本期约定到期批次；约定的日期不是法定时限。',
	}),
	T8a: {
		...own,
		zh: '超期存量',
		kind: 'count',
		unit: '件',
		attribution: 'stock',
		better: 'lower',
		statutory: true,
		optional: false,
		article: '第三十九条第四项、第六项',
		definition: '截至所选日24时，五项法定时限下已过有效到期日而未办结的件数，归现承办机构。',
	},
	T8b: {
		...own,
		zh: '超期强度',
		kind: 'mean',
		unit: '个工作日/件',
		attribution: 'stock',
		better: 'lower',
		statutory: true,
		optional: false,
		article: '第三十九条第四项、第六项',
		definition: '超期未办各件已逾期工作日数之和÷超期未办件数；承接以前由原机构逾期的工作日不计。',
	},
	T9: {
		...rateOf({
			...received,
			zh: '延期率',
			article: '第二十一条第一款',
			definition: '本期收到的申请中经同意延期答复的件数÷本期收到的件数；供监测，不计分。',
		}),
		better: 'lower',
	},
	T10a: {
		...rateOf({
			...received,
			zh: '补正告知率',
			article: '第二十一条第二款',
			definition: '本期收到的申请中告知过补正的件数÷本期收到的件数；供监测，不计分。',
		}),
		better: 'none',
	},
	T10b: {
		...rateOf({
			...received,
			zh: '重复补正率',
			article: '第二十一条第二款',
			definition: '本期收到并告知过补正的申请中告知两次以上的件数÷告知过补正的件数；应当一次性告知。',
		}),
		better: 'lower',
	},
	T11a: {
		...rateOf({
			...own,
			attribution: 'stop',
			zh: '同意率',
			article: '第二十一条第一款',
			definition: '本期作出的答复中同意共享（含部分同意）的件数÷本期作出答复的件数；不评价高低。',
		}),
		better: 'none',
	},
	T11b: {
		...rateOf({
			...own,
			attribution: 'stop',
			zh: '无理由拒绝率',
			article: '第二十一条第二款',
			definition: '本期不同意共享的答复中未说明理由的件数÷不同意共享的件数。',
		}),
		better: 'lower',
	},
	T12: {
		...mean,
		zh: '全程时长',
		optional: false,
		article: '第二十一条第一款、第二十二条第一款',
		definition: '本期完成提供的，自收到申请之日起至提供之日止的工作日数（不扣除补正中止）的平均值。',
	},
} as const satisfies Record<string, Indicator>;
