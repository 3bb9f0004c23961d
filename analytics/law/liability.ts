/** One item of the list in Article 39, 40 or 41. */
export type Liability = {
	/** Article and item, e.g. `第三十九条第四项`. */
	article: `第${string}条第${string}项`;
	/** Short name used in lists. */
	zh: string;
	/** The statutory words. */
	says: string;
	/** Who may be ordered to correct: 39 the provider, 40 the demander, 41 the authority itself. */
	liable: 'provider' | 'demander' | 'authority';
};

/** Liability items of Articles 39, 40 and 41, keyed `article.item`. */
export const liabilities = {
	'39.1': {
		article: '第三十九条第一项',
		zh: '目录未编未更',
		says: '未按照要求编制或者更新政务数据目录',
		liable: 'provider',
	},
	'39.2': {
		article: '第三十九条第二项',
		zh: '擅增条件阻碍',
		says: '通过擅自增设条件等方式阻碍、影响政务数据共享',
		liable: 'provider',
	},
	'39.3': {
		article: '第三十九条第三项',
		zh: '不配合数源',
		says: '未配合数源部门及时完善更新政务数据',
		liable: 'provider',
	},
	'39.4': {
		article: '第三十九条第四项',
		zh: '逾期答复/提供',
		says: '未按时答复政务数据共享申请或者未按时共享政务数据，且无正当理由',
		liable: 'provider',
	},
	'39.5': {
		article: '第三十九条第五项',
		zh: '未回流',
		says: '未按照规定将业务信息系统收集和产生的下级政府行政区域内的政务数据回流至下级政府部门',
		liable: 'provider',
	},
	'39.6': {
		article: '第三十九条第六项',
		zh: '逾期校核',
		says: '收到政务数据校核申请后，未按时核实、更正',
		liable: 'provider',
	},
	'39.7': {
		article: '第三十九条第七项',
		zh: '擅自终止变更',
		says: '擅自终止或者变更已提供的政务数据共享服务',
		liable: 'provider',
	},
	'39.8': {
		article: '第三十九条第八项',
		zh: '平台未纳入',
		says: '未按照规定将已建设的政务数据平台纳入全国一体化政务大数据体系',
		liable: 'provider',
	},
	'39.9': { article: '第三十九条第九项', zh: '其他', says: '违反本条例规定的其他情形', liable: 'provider' },
	'40.1': {
		article: '第四十条第一项',
		zh: '重复收集',
		says: '重复收集可以通过共享获取的政务数据',
		liable: 'demander',
	},
	'40.2': {
		article: '第四十条第二项',
		zh: '超范围使用',
		says: '擅自超出使用范围、共享目的使用通过共享获取的政务数据',
		liable: 'demander',
	},
	'40.3': {
		article: '第四十条第三项',
		zh: '擅给第三方',
		says: '擅自将通过共享获取的政务数据提供给第三方',
		liable: 'demander',
	},
	'40.4': {
		article: '第四十条第四项',
		zh: '未妥善处置',
		says: '未按照要求妥善处置通过共享获取的政务数据',
		liable: 'demander',
	},
	'40.5': {
		article: '第四十条第五项',
		zh: '记录未保存',
		says: '未按照规定保存通过共享获取的政务数据有关记录',
		liable: 'demander',
	},
	'40.6': {
		article: '第四十条第六项',
		zh: '未尽安全责任',
		says: '未对通过共享获取的政务数据履行安全管理责任',
		liable: 'demander',
	},
	'40.7': { article: '第四十条第七项', zh: '其他', says: '违反本条例规定的其他情形', liable: 'demander' },
	'41.1': { article: '第四十一条第一项', zh: '未明确数源', says: '未按照规定明确数源部门', liable: 'authority' },
	'41.2': {
		article: '第四十一条第二项',
		zh: '未处理争议',
		says: '未按照规定对政务数据共享争议进行协调处理',
		liable: 'authority',
	},
	'41.3': { article: '第四十一条第三项', zh: '其他', says: '违反本条例规定的其他情形', liable: 'authority' },
} as const satisfies Record<string, Liability>;

/** `39.4` … `41.3`. */
export type LiabilityItem = keyof typeof liabilities;

/** All items, in the order of the Decree. */
export const liabilityItems = Object.keys(liabilities) as LiabilityItem[];

/** Reads an item given as text; null where there is no such item. */
export function toLiabilityItem(text: string): LiabilityItem | null {
	return Object.hasOwn(liabilities, text) ? (text as LiabilityItem) : null;
}

/** Whether a person must find, besides the fact, that there was no justification (“且无正当理由”). */
export function isExcusable(item: LiabilityItem): boolean {
	return liabilities[item].says.includes('且无正当理由');
}
