import { type Indicator, rateOf } from './indicator.ts';

const own = { dimension: 'safeguards', role: 'demander' } as const;
const found = { ...own, kind: 'count', better: 'lower', statutory: false, optional: false } as const;

/** 政务数据需求部门安全保障措施. */
export const safeguardIndicators = {
	S1: rateOf({
		...own,
		attribution: 'calendar',
		zh: '使用记录完备率',
		article: '第二十九条第二款',
		definition:
			'本期届满的各季度应有的使用记录（季度开始前已提供、季末仍有权使用、未整季暂停、未知为闲置的服务，每项每季度一份）中五部分齐备且拟保存不少于3年的份数÷应有份数；经查阅的以查阅结果为准，按抽查中无缺漏的比例计。',
	}),
	S2a: {
		...found,
		zh: '超范围使用、擅自提供第三方',
		unit: '个',
		attribution: 'decided',
		article: '第二十五条第一款',
		definition: '本期认定的超范围使用、擅自提供给第三方的问题数（第四十条第二项、第三项）。',
	},
	S2b: {
		...found,
		zh: '权限暂停天数',
		unit: '日',
		attribution: 'calendar',
		article: '第二十七条第二款',
		definition: '本期各共享服务权限被暂停的日历天数之和：自暂停当日起计，恢复或者终止当日不计。',
	},
	S3: rateOf({
		...own,
		attribution: 'due',
		zh: '到期处置率',
		article: '第二十七条第一款',
		definition: '本期到期的处置要求中按提供部门要求的期限处置的÷本期到期的处置要求；期限不是法定时限。',
	}),
	S4a: {
		...found,
		zh: '负有责任的安全事件',
		unit: '起',
		attribution: 'calendar',
		article: '第三十四条第二款、第三十五条',
		definition:
			'本期发现的安全事件中经认定本部门未尽安全责任的（第四十条第六项），以及本期认定而未曾报告的；仅报告事件、未经认定的列示而不计数，如实报告不作不利评价。',
	},
	S4b: rateOf({
		...own,
		attribution: 'due',
		zh: '安全事件按时报告率',
		article: '第三十五条',
		definition: '本期应报告的安全事件中按时报告的起数÷应报告的起数；时限依《国家网络安全事件报告管理办法》，以小时计。',
	}),
	S5: rateOf({
		...own,
		attribution: 'stock',
		zh: '保障措施落实率',
		article: '第三十四条第二款、第三十五条、第三十六条第一款',
		definition:
			'期末已落实且在有效期内的保障措施项数÷适用的项数（制度、分类分级、安全评估、等保、密评、委托审批、应急演练，登记为不适用的除外）；登记过其他各项而未登记某项的视为未落实，一项也未登记的列为未报送。',
	}),
	S6a: {
		...found,
		zh: '投诉举报成立数',
		unit: '件',
		attribution: 'decided',
		article: '第三十七条第二款',
		definition: '本期办结且查证成立的投诉举报件数，以最后一次办结为准。',
	},
	S6b: rateOf({
		...own,
		attribution: 'due',
		zh: '投诉举报按时办结率',
		article: '第三十七条第二款',
		definition: '本期到期的投诉举报中按时办结的件数÷本期到期件数；期限由本地设定，不是法定时限。',
	}),
} as const satisfies Record<string, Indicator>;
