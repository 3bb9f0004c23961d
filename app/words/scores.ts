/** The two role tables and the composite. */
export const boardNames: Record<string, string> = {
	provider: '提供部门评价',
	demander: '需求部门评价',
	composite: '综合评价',
};

export const gradeNames: Record<string, string> = {
	excellent: '优秀',
	good: '良好',
	fair: '合格',
	poor: '不合格',
};

/** What is taken from a composite score, added to it, or holds its grade down. */
export const factNames: Record<string, string> = {
	overdue_long: '答复超期超过20个工作日未办',
	refused_without_reason: '不同意共享未说明理由',
	unfiled_change: '终止、变更服务未备案（经认定）',
	duplicate_collection: '重复收集（经认定）',
	beyond_scope: '超范围使用（经认定）',
	backdated: '倒签（证据未被采信）',
	prompt: '答复用时中位数不超过期限的一半（20件以上）',
	model_case: '上级推广的典型案例（第九条）',
	third_party: '擅自提供给第三方（经认定）',
	serious_incident: '负有责任的重大以上安全事件',
	order_refused: '拒不执行责令改正（经认定）',
};

/** Why a body has no rank in a table. */
export const unrankedScores: Record<string, string> = {
	not_ranked: '列示，不排名',
	no_obligations: '没有应评事项',
	not_reported: '未报送，不排名',
	too_few: '样本不足，不排名',
	too_little: '可评指标不足，不排名',
	unpublished: '排名未向部门公布',
};

/** Why an indicator is not scored. */
export const unscoredReasons: Record<string, string> = {
	no_obligations: '没有应办事项',
	not_reported: '未报送',
	not_measurable: '不可计量',
	too_few: '样本不足',
};

/** Places gained or lost since the period before: `▲ 上升2位`; null: on one side there is no rank. */
export function rankStep(before: number | null, now: number | null): string | null {
	if (before === null || now === null) return null;
	if (before === now) return '不变';
	return before > now ? `▲ 上升${before - now}位` : `▼ 下降${now - before}位`;
}

/** A role table that a composite is made of: it has a score, and a rank unless the body is only listed. */
export function isOfComposite({
	board,
	score,
	unranked,
}: {
	board: string;
	score: number | null;
	unranked: string | null;
}) {
	return board !== 'composite' && score !== null && [null, 'not_ranked', 'unpublished'].includes(unranked);
}

/** What is said of a composite that rests on one role alone: 只有提供一种角色参评，由该表折算. */
export function onlyWords(board: string): string {
	return `只有${board === 'provider' ? '提供' : '需求'}一种角色参评，由该表折算`;
}
