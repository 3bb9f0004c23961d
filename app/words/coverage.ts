import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { COMPLETE_FROM } from '#analytics/measures/coverage.ts';
import type { BodyCoverage, PlatformDays } from '#app/loaders/coverage.server.ts';
import { count, percent } from './format.ts';

/** What a platform's day is, with the sign beside its colour. */
export const dayStates: Record<keyof PlatformDays, { name: string; sign: string; colour: string; meaning: string }> = {
	complete: { name: '完整', sign: '✓', colour: 'met', meaning: '日报所列各类事件均已收到' },
	short: { name: '缺数', sign: '◆', colour: 'late', meaning: '收到的少于日报所列' },
	silent: { name: '未报', sign: '▲', colour: 'overdue', meaning: '应报而未报对账日报' },
	unchecked: { name: '无法核对', sign: '○', colour: 'untimed', meaning: '日报未列件数，或者从未报送日报' },
};

/** Days that can be checked. */
function checkable({ complete, short, silent }: PlatformDays): number {
	return complete + short + silent;
}

/** Whether too few of the days that can be checked were complete; false where none can. */
export function isIncomplete(days: PlatformDays): boolean {
	return days.complete < COMPLETE_FROM * checkable(days);
}

/** The share of complete days in words: `本期可核对的1,540个平台日中，完整1,530个（99.4%）`. */
export function shareWords(days: PlatformDays): string {
	const of = checkable(days);
	if (of === 0) return '本期没有可以核对的平台日';
	const rest = days.unchecked > 0 ? `，另有${count(days.unchecked)}个无法核对` : '';
	return `本期可核对的${count(of)}个平台日中，完整${count(days.complete)}个（${percent(days.complete, of)}）${rest}`;
}

/** The stamp of a figure whose platforms' reporting is below the threshold. */
export const INCOMPLETE = '数据不完整';

/** What is to be said beside a body's figures; null: nothing. */
export function doubtOf(body: BodyCoverage | null): string | null {
	if (body === null || body.platforms === 0) return '没有平台报送其事项';
	if (body.incomplete === null) return '完整性无法核对';
	if (body.incomplete) return `${INCOMPLETE}：完整率${percent(body.complete, checkable(body))}`;
	return body.quiet ? '有平台正中断报送' : null;
}

/** One type of event that a platform counts otherwise than we do, from `type told got`. */
export function differenceParts(difference: string): { name: string; told: number; got: number } {
	const [type = '', told, got] = difference.split(' ');
	const known = toEventType(type);
	const name = type === '*' ? '各类合计' : known === null ? '约定之外的事件' : zhType(known);
	return { name, told: Number(told), got: Number(got) };
}

/** The same in a sentence: `作出答复：日报10条，收到9条`. */
export function differenceWords(difference: string): string {
	const { name, told, got } = differenceParts(difference);
	return `${name}：${name === '各类合计' ? '平台答复' : '日报'}${count(told)}条，收到${count(got)}条`;
}
