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
			'获得满30日、截至期末仍有权使用的共享服务中本期有实际使用的÷此类服务总数；文件、批量方式以报送的使用状态为准，权限暂停期间的不计。其余即“应用未用”。',
	}),
	A2: rateOf({
		...own,
		attribution: 'calendar',
		zh: '应用成效报告率',
		article: '第二十九条第二款',
		definition: '本期在用的共享服务中报告过应用成效的÷本期在用的共享服务。',
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
		definition: '本期认定的重复收集问题数（第四十条第一项）。',
	},
	A4: rateOf({
		...own,
		attribution: 'receipt',
		zh: '申请规范率',
		article: '第二十条第二款',
		definition: '本期提出的申请中未被告知补正、未补正逾期中止、未被认定不实的件数÷本期提出的件数，计入申请部门。',
	}),
	A5: rateOf({
		...own,
		attribution: 'calendar',
		zh: '使用状态记录率',
		article: '第二十六条第二款',
		definition: '本期有使用状态或者使用记录的共享服务÷本期有权使用的共享服务。',
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
		definition: '本期各共享服务被调用的次数；只作展示，不评价高低。',
	},
	A7b: {
		...scale,
		zh: '数据行数',
		unit: '行',
		optional: false,
		article: '第二十二条',
		definition: '本期各共享服务提供的数据行数；只作展示，不评价高低。',
	},
	A7c: {
		...scale,
		zh: '在用服务数',
		unit: '项',
		optional: false,
		article: '第二十二条',
		definition: '本期有实际使用的共享服务数；只作展示，不评价高低。',
	},
} as const satisfies Record<string, Indicator>;
