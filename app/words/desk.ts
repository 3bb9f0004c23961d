/** The queues of the desk, in the order of a supervisor's day, and what stands in each. */
export const queues = {
	slipped: { name: '新逾期', meaning: '上一工作日或者此后到期，未办结' },
	due_today: { name: '今日到期', meaning: '到期日为截至日，尚未办结' },
	due_next: { name: '下一工作日到期', meaning: '到期日为其后第一个工作日，尚未办结' },
	risk: { name: '很可能逾期', meaning: '在办，按历史估计逾期可能性在50%以上' },
	unreminded: { name: '超期未催办', meaning: '超期未办，没有催办记录' },
	unanswered: { name: '催办未回应', meaning: '最近一次催办已过2个工作日，责任部门没有办理记录' },
	orders: { name: '责令改正未销号', meaning: '已责令改正，尚未核查销号；期满的在前' },
} as const;

export type Queue = keyof typeof queues;

/** From which probability on a 件 is very likely to become overdue. */
export const LIKELY = 0.5;

/** What the keys do on the desk. */
export const keys: [key: string, does: string][] = [
	['j 或 ↓', '下一件'],
	['k 或 ↑', '上一件'],
	['Enter', '打开事项'],
	['x', '选中或者取消选中，用于批量催办'],
	['/', '按事项编号查找'],
	['?', '显示本说明'],
	['Esc', '收起右侧的事项'],
];

type Supervised = { reminders: number; reminded_on: string | null; answered_on: string | null };

/** What was done about a 件 so far: `未催办`, `已催办2次，最近2026-11-20，未回应`. */
export function supervisionWords({ reminders, reminded_on, answered_on }: Supervised): string {
	if (reminders === 0) return '未催办';
	const answer = answered_on === null ? '其后未见办理' : `${answered_on}有办理记录`;
	return `已催办${reminders}次，最近${reminded_on}，${answer}`;
}
