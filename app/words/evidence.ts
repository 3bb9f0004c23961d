/** What became of the evidence for an act's stated time, in the order of every table. */
export const evidenceStates: Record<string, { name: string; sign: string; colour: string }> = {
	open: { name: '未认定', sign: '○', colour: 'late' },
	accepted: { name: '采信', sign: '✓', colour: 'met' },
	refused: { name: '不采信', sign: '–', colour: 'untimed' },
};

/** Who decided, by office and account. */
export function officerWords(title: string | null, name: string | null): string {
	if (!name) return title ?? '主管部门';
	return title ? `${title}（${name}）` : name;
}

/** What the earlier request had met with when a new number followed it. */
export const restartGrounds: Record<string, string> = {
	withdrawn: '撤回',
	lapsed: '补正逾期中止',
	refused_for_materials: '以材料不全拒绝',
	notice: '告知补正',
};
