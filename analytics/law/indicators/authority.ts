import { type Indicator, rateOf } from './indicator.ts';

const own = { dimension: 'authority', role: 'authority' } as const;

/** 主管部门自查: shown beside everybody else's figures, in no league table (第四十一条). */
export const authorityIndicators = {
	G1: {
		...rateOf({
			...own,
			attribution: 'due',
			zh: '目录审核按时率',
			article: '第十七条第三款',
			definition: '本期到期的目录审核中按时完成审核并发布（或者退回）的件数÷本期到期件数。',
		}),
		statutory: true,
	},
	G2: rateOf({
		...own,
		attribution: 'due',
		zh: '延期批复按时率',
		article: '第二十一条第一款',
		definition: '本期到期的延期申请中按时批复的件数÷本期到期件数；期限由本地设定，不是法定时限。',
	}),
	G3a: rateOf({
		...own,
		attribution: 'due',
		zh: '争议协调按时办结率',
		article: '第二十八条第二款',
		definition: '本期到期的争议协调中按时受理、办结的件数÷本期到期件数；期限由本地设定，不是法定时限。',
	}),
	G3b: {
		...own,
		zh: '争议协调平均用时',
		kind: 'mean',
		unit: '个工作日',
		attribution: 'stop',
		better: 'lower',
		statutory: false,
		optional: false,
		article: '第二十八条第二款',
		definition: '本期办结的争议协调用时（净工作日）的平均值。',
	},
	G4: rateOf({
		...own,
		attribution: 'stock',
		zh: '数源部门明确率',
		article: '第十九条第二款',
		definition:
			'截至所选日，提请明确数源部门的、两个以上部门登记了同名目录的以及已经明确数源部门的数据中，已明确的项数÷全部项数。',
	}),
	G5: rateOf({
		...own,
		attribution: 'due',
		zh: '督促闭环率',
		article: '第三十九条',
		definition:
			'本期整改期限届满的责令改正和暂停共享后整改中，截至所选日已核查销号（或者恢复、终止共享）的件数÷本期期限届满的件数。',
	}),
	G6: {
		...own,
		zh: '超期未催办',
		kind: 'count',
		unit: '件',
		attribution: 'stock',
		better: 'lower',
		statutory: false,
		optional: false,
		article: '第三十八条第二款',
		definition: '截至所选日，法定时限超期2个工作日以上而从未催办的件数。',
	},
	G7: rateOf({
		...own,
		attribution: 'calendar',
		zh: '平台报送完整率',
		article: '第三十二条',
		definition: '本期各平台实际报送的对账日报数÷应报送数；自首次报送之日起，每个已过完的工作日应报一份。',
	}),
} as const satisfies Record<string, Indicator>;
