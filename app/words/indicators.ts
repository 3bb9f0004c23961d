import { type IndicatorCode, indicatorCodes, indicators } from '#analytics/law/indicators.ts';
import { safeguards } from '#analytics/law/safeguards.ts';
import { count, percent } from './format.ts';

/** The parts of 第三十八条第二款, and the authority's own. */
export const dimensionNames: Record<string, string> = {
	timeliness: '共享及时性',
	quality: '数据质量',
	application: '数据应用情况',
	safeguards: '安全保障措施',
	authority: '主管部门自查',
};

/** What a unit counts by. */
export const attributionNames: Record<string, string> = {
	due: '按到期日归期',
	stop: '按办结日归期',
	receipt: '按收到日归期',
	calendar: '按本期各日',
	decided: '按认定日归期',
	stock: '时点',
};

/** Why an indicator has no value. */
export const noneReasons: Record<string, string> = {
	no_obligations: '没有应办事项',
	not_reported: '未报送',
	not_measurable: '不可计量',
};

/** What became of a unit, where it is no 件 under a clock. */
const outcomes: Record<string, string> = {
	extended: '经同意延期',
	noticed: '告知过补正',
	noticed_again: '两次以上告知补正',
	plain: '未延期、未补正',
	agree: '同意共享',
	partial: '部分同意',
	refuse: '不同意共享',
	refused_without_reason: '不同意共享，未说明理由',
	not_reported: '未报送',
	closed: '已销号',
	open: '未销号',
	designated: '已明确',
	undesignated: '未明确',
	not_reminded: '未催办',
	received: '已报送',
	missing: '未报送',
	used: '在用',
	unused: '未用',
	effect_reported: '已报告成效',
	effect_missing: '未报告成效',
	accepted: '规范',
	lapsed: '补正逾期中止',
	untrue: '认定申请不实',
	recorded: '已记录',
	unrecorded: '没有记录',
	called: '有调用',
	served: '有使用',
	confirmed: '认定成立',
	inspected: '查阅无缺漏',
	inspected_lacking: '查阅有缺漏',
	kept_short: '拟保存不足3年',
	incomplete: '五部分不齐',
	suspended: '权限暂停',
	reported: '已报告，未认定责任',
	found: '未报告，检查发现',
	in_place: '已落实',
	lacking: '未落实',
	expired: '有效期已过',
	upheld: '查证成立',
	scored: '已评分',
	no_rule_set: '未登记的规则集，不计分',
	errored: '检查出错，不计分',
	skipped: '检查跳过，不计分',
	unreadable: '没有可读的检查，不计分',
	founded: '成立',
	unfounded: '不成立',
	none_founded: '没有成立的校核',
	no_calls: '没有调用',
	settled: '未复发',
	reopened: '不认可或者复发',
	repeated: '同一字段再次成立',
	available: '全部时间可用',
	interrupted: '有中断',
	failures: '有失败',
	no_failures: '全部成功',
	elements_complete: '要素齐备',
	elements_missing: '要素不齐',
};

/** Reads an indicator code; null for an unknown one. */
export function toIndicator(code: string): IndicatorCode | null {
	return indicatorCodes.find(known => known === code) ?? null;
}

/** What became of a unit in words; `statuses` of a 件 are told elsewhere. */
export function outcomeWords(outcome: string | null): string | null {
	return outcome === null ? null : (outcomes[outcome] ?? null);
}

type Told = {
	catalogue: string | null;
	catalogue_title: string | null;
	service: string | null;
	line: string | null;
	platform: string | null;
};

/** What a unit that is no 件 is about: the item of the checklist, the quarter of a record; null: neither. */
export function lineWords({ line }: Pick<Told, 'line'>): string | null {
	return Object.entries(safeguards).find(([item]) => item === line)?.[1] ?? line;
}

/** What a unit that is in no case is about: a data item, a service, a safeguard, or the platform itself. */
export function unitWords(unit: Told): string {
	const named = [unit.catalogue_title ?? unit.catalogue ?? unit.service, lineWords(unit)].filter(Boolean);
	return named.join('，') || (unit.platform ?? '登记的事项');
}

/** Figures of an indicator: sums over its units. */
type Sums = { num: number; den: number | null };

/** A value in words with its unit: shares in per cent with one decimal, half up; nothing to divide by: `—`. */
export function valueWords(code: IndicatorCode, { num, den }: Sums): string {
	const { kind, unit } = indicators[code];
	if (kind === 'count') return count(num);
	if (den === null || den <= 0) return '—';
	if (kind === 'rate') return share(num, den);
	const value = (num / den) * (kind === 'per_thousand' ? 1000 : 1);
	return `${decimal(value, kind === 'score' ? 2 : 1)}${kind === 'mean' ? unit : ''}`;
}

/** A value by itself, as a mean or a limit of several is: shares in per cent. */
export function plainValue(code: IndicatorCode, value: number): string {
	const { kind, unit } = indicators[code];
	if (kind === 'rate') return `${decimal(value * 100, 1)}%`;
	return `${decimal(value, kind === 'score' ? 2 : 1)}${kind === 'mean' ? unit : ''}`;
}

/** Shares of minutes and calls are whole numbers too, but may be large. */
function share(num: number, den: number): string {
	return Number.isInteger(num) && Number.isInteger(den) ? percent(num, den) : `${decimal((num / den) * 100, 1)}%`;
}

/** A number with so many decimals, half up. */
export function decimal(value: number, places: number): string {
	const scaled = Math.round((value + Number.EPSILON * Math.sign(value)) * 10 ** places) / 10 ** places;
	return scaled.toLocaleString('zh-CN', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A full or zero point of a scheme in words. */
export function limitWords(code: IndicatorCode, value: number): string {
	const { kind } = indicators[code];
	return kind === 'rate' ? `${(value * 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}%` : String(value);
}
