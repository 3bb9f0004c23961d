/**
 * Hours within which a security incident is reported, by kind of body: critical (关键信息基础设施运营者), central (中央和国家机关
 * 及其直属单位), other. 《国家网络安全事件报告管理办法》, in force since 2025-11-01; the Decree names no number (第三十五条第三款).
 */
export const reportingHours: Readonly<Record<'critical' | 'central' | 'other', number>> = {
	critical: 1,
	central: 2,
	other: 4,
};

/** Whether incidents of a level, named in Chinese, have to be reported within hours: 较大 and above. */
export function isReportable(level: string): boolean {
	return /^(较大|重大|特别重大)/.test(level.trim());
}

/** Kind of body as platforms write it; every body that is not named otherwise is an ordinary one. */
export function bodyKind(text: string): keyof typeof reportingHours {
	if (text === 'critical' || text.startsWith('关键信息基础设施')) return 'critical';
	return text === 'central' || text.startsWith('中央') ? 'central' : 'other';
}
