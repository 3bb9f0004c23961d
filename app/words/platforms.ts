import type { Said } from '#app/loaders/conflicts.server.ts';
import { longInstant } from './format.ts';

/** What one platform says of an act: `2026年6月12日 10:00（同意）`; where it does not report it: `未报送`. */
export function saidWords({ at, day_only, says }: Said): string {
	if (at === null) return '未报送';
	return `${longInstant(at, day_only)}${says === null ? '' : `（${says}）`}`;
}

/** In what two platforms differ: `办理日期、办理结果不一致`, or that only one of them reports the act. */
export function differWords(differ: readonly string[]): string {
	return differ.length === 0 ? '仅一方报送' : `${differ.join('、')}不一致`;
}

/** What one side of a delivery reports and the other does not. */
export const gapKinds: Record<string, { name: string; meaning: string }> = {
	unconfirmed: { name: '提供后未确认', meaning: '提供部门已提供，需求部门逾期未验收也未提出异议' },
	accepted_only: { name: '有验收无提供', meaning: '需求部门已验收，没有提供的报送' },
	used_only: { name: '有使用无提供', meaning: '需求部门有使用记录，没有提供的报送' },
};
