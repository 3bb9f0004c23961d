/** A page that the navigation leads to; `overseer`: only for those who oversee all departments. */
export type Way = { to: string; name: string; overseer?: boolean };
/** The pages of the house, as the navigation groups them. */
export const ways: { name: string; ways: Way[] }[] = [
	{
		name: '综合',
		ways: [
			{ to: '/', name: '总览' },
			{ to: '/scores', name: '部门评价' },
			{ to: '/league', name: '部门排名' },
			{ to: '/indicators', name: '指标总表' },
			{ to: '/trend', name: '趋势与控制图' },
			{ to: '/quality', name: '数据质量' },
			{ to: '/application', name: '数据应用' },
			{ to: '/safeguards', name: '安全保障' },
			{ to: '/departments', name: '部门档案' },
		],
	},
	{
		name: '事项',
		ways: [
			{ to: '/desk', name: '监督工作台', overseer: true },
			{ to: '/overdue', name: '超期清单' },
			{ to: '/risk', name: '临期风险' },
			{ to: '/matters', name: '事项清单' },
			{ to: '/timeliness', name: '办理情况' },
			{ to: '/breaches', name: '问题线索' },
			{ to: '/patterns', name: '规避迹象', overseer: true },
			{ to: '/due', name: '到期日试算' },
		],
	},
	{
		name: '依据',
		ways: [
			{ to: '/restatements', name: '更正清单' },
			{ to: '/policies', name: '口径' },
			{ to: '/schemes', name: '评分方案' },
			{ to: '/verdicts', name: '典型案例与拒不改正' },
			{ to: '/rulesets', name: '质量规则集' },
			{ to: '/calendars', name: '工作日历' },
			{ to: '/organisations', name: '机构沿革' },
		],
	},
	{
		name: '数据',
		ways: [
			{ to: '/sources', name: '数据来源', overseer: true },
			{ to: '/mappings', name: '转换规则', overseer: true },
			{ to: '/rejects', name: '拒收数据', overseer: true },
			{ to: '/feed', name: '报送质量', overseer: true },
			{ to: '/doubts', name: '数据存疑', overseer: true },
			{ to: '/evidence', name: '倒签与证据', overseer: true },
			{ to: '/restarts', name: '疑似换号重报', overseer: true },
			{ to: '/reconciliation', name: '平台核对', overseer: true },
		],
	},
];
