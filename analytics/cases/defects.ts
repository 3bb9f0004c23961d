import type { LiabilityItem } from '#analytics/law/liability.ts';

/** One way in which an act can be irregular. */
type DefectWords = {
	zh: string;
	/** The article that was not kept; null: the one the run's own clock rests on. */
	article: string | null;
	/** Item of Articles 39 to 41 that a person may find it to fall under; null: none, or lateness says it already. */
	liability: LiabilityItem | null;
};

/** What was irregular about a run or a registration. A defect never stops or moves a clock by itself, and is no finding. */
export const defects = {
	backdated: { zh: '倒签：所称办理时间在到期前，平台记录时间在到期后', article: null, liability: null },
	evidence_accepted: {
		zh: '采信证据：平台记录在后，凭经采信的证据以所填办理时间为准',
		article: null,
		liability: null,
	},
	refused_without_reason: {
		zh: '未说明理由：不同意共享的，应当说明理由',
		article: '第二十一条第二款',
		liability: '39.2',
	},
	refused_for_materials: {
		zh: '直接拒绝：申请材料不全的，不得直接予以拒绝',
		article: '第二十一条第二款',
		liability: '39.2',
	},
	second_notice: { zh: '未一次性告知：再次告知补正，不中止计时', article: '第二十一条第二款', liability: '39.9' },
	notice_without_items: {
		zh: '告知补正未列明需要补充的材料，不中止计时',
		article: '第二十一条第二款',
		liability: '39.9',
	},
	notice_after_due: { zh: '到期后才告知补正，不中止计时', article: '第二十一条第二款', liability: null },
	notice_after_answer: { zh: '补正之后才记录告知，不中止计时', article: '第二十一条第二款', liability: null },
	extension_after_due: { zh: '到期后才同意延期', article: null, liability: null },
	extension_over_limit: { zh: '同意的延期超过规定上限，超出部分不生效', article: null, liability: null },
	extension_not_notified: { zh: '延期未告知需求部门', article: '第二十一条第一款', liability: '39.9' },
	reply_unapproved: {
		zh: '答复未经本部门政务数据共享工作机构负责人同意',
		article: '第二十条第三款',
		liability: '39.9',
	},
	conditions_outside_catalogue: {
		zh: '答复所附条件超出目录列明的共享使用条件',
		article: '第十五条第一款',
		liability: '39.2',
	},
	dispatched_late: {
		zh: '答复作出后超过1个工作日才送达需求部门（非法定时限）',
		article: '第二十一条第一款',
		liability: null,
	},
	correction_deferred: {
		zh: '反馈称留待以后更正，尚未更正，不停止计时',
		article: '第二十六条第二款',
		liability: null,
	},
	not_self_reported: { zh: '更新事由由主管部门发现，部门未自报', article: '第十七条第二款', liability: null },
	catalogue_incomplete: { zh: '目录缺少应当明确的信息', article: '第十三条第二款', liability: '39.1' },
	no_sharing_conditions: {
		zh: '有条件共享的目录未列明共享范围、使用用途等共享使用条件',
		article: '第十五条第二款',
		liability: '39.2',
	},
	no_legal_basis: {
		zh: '不予共享的目录未列明理由或者法律、行政法规、国务院决定依据',
		article: '第十五条第二款',
		liability: '39.2',
	},
	not_filed: {
		zh: '终止或者变更服务前未报同级主管部门备案',
		article: '第二十七条第三款',
		liability: '39.7',
	},
	not_consulted: { zh: '终止或者变更服务前未与需求部门协商', article: '第二十七条第三款', liability: '39.7' },
	return_conditions: {
		zh: '回流设置了额外的限制条件',
		article: '第二十四条第一款',
		liability: '39.2',
	},
	batch_incomplete: { zh: '回流的数据不完整，实到少于应到', article: '第二十四条第一款', liability: '39.5' },
	retention_short: { zh: '使用记录拟保存不足3年', article: '第二十九条第二款', liability: '40.5' },
	record_incomplete: {
		zh: '使用记录不全：使用场景、使用过程、应用成效、存储情况、销毁情况有缺项',
		article: '第二十九条第二款',
		liability: '40.5',
	},
	incident_of_provider: { zh: '安全事件责任在提供方', article: null, liability: null },
} as const satisfies Record<string, DefectWords>;

/** Code of a defect, as kept in `Run.defects`. */
export type Defect = keyof typeof defects;

/** All codes, in the order in which they are told. */
export const defectCodes = Object.keys(defects) as Defect[];
