import { type Indicator, rateOf } from './indicator.ts';

const own = { dimension: 'application', role: 'demander' } as const;
const scale = { ...own, kind: 'count', attribution: 'calendar', better: 'none', statutory: false } as const;

/** 政务数据需求部门数据应用情况. */
export const applicationIndicators = {
	A1: rateOf({
		...own,
		attribution: 'calendar',
		zh: '共享数据应用率',
		article: '第二十五条、第二十六条第二款',
		definition:
			'期末仍有权使用、提供满30日、权限未被暂停的共享服务中本期有实际使用的÷此类服务总数。接口服务以日报中写明本部门的成功调用为准（健康检查除外）；文件、批量方式以及没有日报写明调用方的，以报送的使用状态为准，未报送的不计入分母，列为未报送。其余即“应用未用”。',
	}),
	A2: rateOf({
		...own,
		attribution: 'calendar',
		zh: '应用成效报告率',
		article: '第二十九条第二款',
		definition: '本期报告过应用成效的共享服务÷共享数据应用率中有实际使用的服务；成效内容的多少不影响数值。',
	}),
	A3: {
		...own,
		zh: '重复收集问题',
		kind: 'count',
		unit: '个',
		attribution: 'decided',
		better: 'lower',
		statutory: false,
		optional: false,
		article: '第十九条第一款',
		definition: '本期认定成立的重复收集问题数（第四十条第一项），以最后一次认定为准。',
	},
	A4: rateOf({
		...own,
		attribution: 'receipt',
		zh: '申请规范率',
		article: '第二十条第二款',
		definition:
			'本期收到的申请中未被告知补正、未补正逾期中止、未被认定不实（第四十条第七项）的件数÷本期收到的件数，计入申请部门；转办的计最后收到的部门一件。',
	}),
	A5: rateOf({
		...own,
		attribution: 'calendar',
		zh: '使用状态记录率',
		article: '第二十六条第二款',
		definition: '本期有使用状态或者使用记录的共享服务÷期末仍有权使用、权限未被暂停的共享服务。',
	}),
	A6: {
		...rateOf({
			...own,
			attribution: 'stop',
			zh: '需求满足率',
			article: '第二十条第一款',
			definition: '本期办结的数据需求中得到满足的÷有效需求；不计入需求部门得分。平台未报送数据需求的不可计量。',
		}),
		optional: true,
		better: 'none',
	},
	A7a: {
		...scale,
		zh: '调用次数',
		unit: '次',
		optional: false,
		article: '第二十二条',
		definition: '本期日报中写明由本部门调用的次数，不论成败；只作展示，不评价高低。',
	},
	A7b: {
		...scale,
		zh: '数据行数',
		unit: '行',
		optional: false,
		article: '第二十二条',
		definition: '本期日报中写明由本部门调用的数据行数；只作展示，不评价高低。',
	},
	A7c: {
		...scale,
		role: 'provider',
		zh: '服务的需求部门数',
		unit: '个',
		optional: false,
		article: '第二十二条',
		definition: '本期实际使用本部门共享服务的需求部门数；只作展示，不评价高低。',
	},
} as const satisfies Record<string, Indicator>;
