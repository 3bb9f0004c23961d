import { type Indicator, rateOf } from './indicator.ts';

const own = { dimension: 'quality', role: 'provider' } as const;

/** 数据提供部门数据质量. */
export const qualityIndicators = {
	Q1: {
		...own,
		zh: '数据质量综合得分',
		kind: 'score',
		unit: '分',
		attribution: 'calendar',
		better: 'higher',
		statutory: false,
		optional: false,
		article: '第十八条、第十九条第二款',
		definition:
			'本期内各目录项最近一次有得分的质量评估的平均分；一项的得分由各维度（维度内为各规则合格比例的加权平均）按所用规则集的权重合成，未评估的维度不参加、权重重新归一，出错和跳过的检查不计，所用规则集未登记的不计分。',
	},
	Q2: rateOf({
		...own,
		attribution: 'due',
		zh: '数据更新及时率',
		article: '第十八条',
		definition:
			'本期应更新的批次中按期更新的批次÷应更新批次，按应更新日归期；应更新日以批次写明的为准，没有写明的为目录载明的更新周期的末日；不定期更新的不计，首批之前的周期不计。',
	}),
	Q3a: {
		...rateOf({
			...own,
			attribution: 'stop',
			zh: '校核成立率',
			article: '第二十六条第二款',
			definition: '本期反馈的校核申请中经核实成立（含部分成立）的件数÷本期反馈的件数。',
		}),
		better: 'lower',
	},
	Q3b: {
		...own,
		zh: '千次调用成立校核数',
		kind: 'per_thousand',
		unit: '件/千次',
		attribution: 'stop',
		better: 'lower',
		statutory: false,
		optional: false,
		article: '第二十六条第二款',
		definition:
			'各目录项本期反馈并经核实成立（含部分成立）的校核件数÷本期服务调用次数×1000，再对有调用的目录项取平均，调用不足一千次的按一千次计；没有调用的不计算。',
	},
	Q4: {
		...rateOf({
			...own,
			attribution: 'stop',
			zh: '校核复发率',
			article: '第二十六条第二款',
			definition:
				'本期首次反馈的校核申请中，自反馈之日起90日内不认可或者复发、或者同一目录同一字段再次提出并成立的件数÷本期首次反馈的件数。',
		}),
		better: 'lower',
	},
	Q5a: rateOf({
		...own,
		attribution: 'calendar',
		zh: '服务可用率',
		article: '第二十二条',
		definition: '本期各共享服务可用分钟数÷应可用分钟数；计划内维护不计入应可用时间。',
	}),
	Q5b: rateOf({
		...own,
		attribution: 'calendar',
		zh: '调用成功率',
		article: '第二十二条',
		definition: '本期各共享服务成功调用次数÷调用次数，对有调用的服务取平均。',
	}),
	Q6: rateOf({
		...own,
		attribution: 'stock',
		zh: '目录要素完备率',
		article: '第十三条第二款、第十五条第二款',
		definition: '截至所选日，应当明确的要素齐备的目录项÷目录项总数。',
	}),
	Q7: {
		...rateOf({
			...own,
			attribution: 'calendar',
			zh: '源数据一致性',
			article: '第十九条',
			definition:
				'本期各目录项最近一次一致性检查（相同数据、关联数据）的合格比例的平均值；没有开展此类检查的不可计量。',
		}),
		optional: true,
	},
} as const satisfies Record<string, Indicator>;
