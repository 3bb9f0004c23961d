/**
 * What was irregular about a run, and the article that was not kept (null: the one the run's own clock rests on).
 * A defect never stops or moves a clock by itself.
 */
export const defects = {
	backdated: { zh: '倒签：所称办理时间在到期前，平台记录时间在到期后', article: null },
	evidence_accepted: { zh: '采信证据：平台记录在后，凭经采信的证据以所填办理时间为准', article: null },
	refused_without_reason: { zh: '未说明理由：不同意共享的，应当说明理由', article: '第二十一条第二款' },
	refused_for_materials: { zh: '直接拒绝：申请材料不全的，不得直接予以拒绝', article: '第二十一条第二款' },
	second_notice: { zh: '未一次性告知：再次告知补正，不中止计时', article: '第二十一条第二款' },
	notice_without_items: { zh: '告知补正未列明需要补充的材料，不中止计时', article: '第二十一条第二款' },
	notice_after_due: { zh: '到期后才告知补正，不中止计时', article: '第二十一条第二款' },
	notice_after_answer: { zh: '补正之后才记录告知，不中止计时', article: '第二十一条第二款' },
	extension_after_due: { zh: '到期后才同意延期', article: null },
	extension_over_limit: { zh: '同意的延期超过规定上限，超出部分不生效', article: null },
	extension_not_notified: { zh: '延期未告知需求部门', article: '第二十一条第一款' },
	correction_deferred: { zh: '反馈称留待以后更正，尚未更正，不停止计时', article: '第二十六条第二款' },
	not_self_reported: { zh: '更新事由由主管部门发现，部门未自报', article: '第十七条第二款' },
	retention_short: { zh: '使用记录拟保存不足3年', article: '第二十九条第二款' },
} as const satisfies Record<string, { zh: string; article: string | null }>;

/** Code of a defect, as kept in `Run.defects`. */
export type Defect = keyof typeof defects;
