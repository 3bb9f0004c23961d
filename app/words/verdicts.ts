import { longDay } from './format.ts';

/** What can be registered, and what it is. */
export const verdictKinds = {
	model_case: {
		name: '典型案例',
		act: '登记典型案例',
		meaning: '上级机关以文件推广的案例，由本级主管部门登记，按方案加分（第九条）。',
	},
	order_refused: {
		name: '拒不改正',
		act: '认定拒不改正',
		meaning: '责令改正期满仍不改正的，由人认定，按方案限制等次（第三十九条至第四十一条）。',
	},
} as const;

/** Whether a registration counts, and if not, why. */
export const verdictStandings: Record<string, string> = {
	counts: '● 有效',
	replaced: '○ 已由其后的认定取代',
	denied: '○ 认定不构成拒不改正',
	without_order: '○ 没有期限届满的责令改正，不计',
	corrected: '○ 已更正',
	retracted: '○ 已撤回',
};

type Order = { document: string | null; ordered_on: string | null; deadline_on: string | null };

/** `责令改正（数责〔2026〕1号，2026年3月2日作出，期限至2026年3月10日）`. */
export function orderWords({ document, ordered_on, deadline_on }: Order): string {
	const told = [
		document,
		ordered_on === null ? null : `${longDay(ordered_on)}作出`,
		deadline_on === null ? '未写明期限' : `期限至${longDay(deadline_on)}`,
	];
	return `责令改正（${told.filter(Boolean).join('，')}）`;
}
