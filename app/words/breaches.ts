import { type Defect, defects } from '#analytics/cases/defects.ts';
import { isExcusable, toLiabilityItem } from '#analytics/law/liability.ts';
import type { breaches } from '#analytics/measures/breaches.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { late, lateHours } from './format.ts';
import { clockWords, unheardSince } from './zh.ts';

type Breach = Row<typeof breaches>;

/** What was decided on a lead, in the order of every table. */
export const answers: Record<string, string> = {
	pending: '待认定',
	confirmed: '认定成立',
	dismissed: '认定不成立',
};

/** Whose liability an article lays down. */
export const liableNames: Record<string, string> = {
	provider: '第三十九条　提供部门',
	demander: '第四十条　需求部门',
	authority: '第四十一条　主管部门',
};

/** Elements of a catalogue item (第十三条第二款). */
const elements: Record<string, string> = {
	title: '数据目录名称',
	items: '数据项',
	format: '数据格式',
	update_cycle: '数据更新频率',
	share_method: '共享方式',
	classification: '数据分类分级',
};

/** What was decided, in words: 待认定 where nobody has. */
export function answerOf({ decision }: Pick<Breach, 'decision'>): string {
	return answers[decision ?? 'pending'] ?? '待认定';
}

/** On what a lead rests, each ground in a sentence. */
export function groundsOf(row: Breach): string[] {
	return [
		...(row.late ? [lateness(row)] : []),
		...row.defects.map(code => defectOf(code, row.missing)),
		...(row.facts ? [row.facts] : []),
		...(row.facts === '' ? ['登记的问题线索，未写明情况'] : []),
	];
}

/** What else a person must find before there is a breach; null: nothing. */
export function conditionOf(item: string, isLate: boolean): string | null {
	const known = toLiabilityItem(item);
	return known !== null && isExcusable(known) && isLate ? '须无正当理由，由人认定' : null;
}

function lateness({ clock, status, days_late, hours_late, unheard, heard_on }: Breach): string {
	const words = clockWords(clock ?? '');
	const name = words?.name ?? '其他时限';
	const local = words?.local ? '（非法定时限）' : '';
	const open = status === 'overdue' ? '，尚未办结' : '';
	if (words?.years != null) return `${name}：保存不足${words.years}年`;
	const long = hours_late === null ? late(days_late ?? 0) : lateHours(hours_late);
	const said = `${name}逾期${long}${open}${local}`;
	return unheard ? `${said}；${unheardSince(heard_on)}` : said;
}

function defectOf(code: string, missing: readonly string[]): string {
	const found = Object.hasOwn(defects, code) ? defects[code as Defect] : null;
	if (found === null) return '其他不规范情形';
	const which =
		code === 'catalogue_incomplete' ? `：${missing.map(each => elements[each] ?? '其他信息').join('、')}` : '';
	return found.article === null ? `${found.zh}${which}` : `${found.zh}${which}（${found.article}）`;
}
