import { longDay } from './format.ts';
import { sharingNames } from './zh.ts';

/** One fact of an act: what it is called and what it says. */
export type Detail = { name: string; value: string };

const outcomes: Record<string, string> = { agree: '同意', partial: '部分同意', refuse: '不同意' };
/** Reasons of refusal as live platforms code them. */
const refusalReasons: Record<string, string> = {
	'1': '法律、行政法规规定不能提供',
	'2': '该数据不在本部门',
	'3': '资源不具备共享条件',
	'4': '其他',
	'5': '超出履行职责所必需的范围',
	'6': '申请材料不全',
	'7': '用途不明',
};
const methods: Record<string, string> = { api: '服务接口', batch: '批量交换', file: '文件下载' };
const results: Record<string, string> = { deferred: '留待以后更正', corrected: '已更正', correct: '经核实无误' };

/** Fields of `data` that a reader of a case wants to see, in this order; everything else stays in the ledger. */
const shown: [field: string, name: string, say: (value: unknown) => string | null][] = [
	['sharing', '共享属性', from(sharingNames)],
	['outcome', '答复', from(outcomes)],
	['reason_code', '理由类别', from(refusalReasons)],
	['reason', '理由', text],
	['agreed_lines', '同意的行', list],
	['missing_items', '需补正', list],
	['wanted_wd', '申请延长', workdays],
	['granted', '审批', value => (value === true ? '同意' : value === false ? '不同意' : null)],
	['granted_wd', '同意延长', workdays],
	['method', '提供方式', from(methods)],
	['service_id', '服务', text],
	['to_dept', '转往', text],
	['trigger_date', '事由发生日', value => (typeof value === 'string' ? longDay(value) : null)],
	['result', '处理结果', value => (typeof value === 'string' ? (results[value] ?? value) : null)],
	['correction_reason', '更正原因', text],
	['accepted', '时间证据', value => (value === true ? '采信' : value === false ? '不采信' : null)],
	['event', '所认定的事件', text],
	['document', '文号', text],
];

/** The telling facts of an act in words; absent and unreadable ones are left out. */
export function actDetails(data: Record<string, unknown>): Detail[] {
	return shown.flatMap(([field, name, say]) => {
		const value = data[field] === undefined || data[field] === null ? null : say(data[field]);
		return value ? [{ name, value }] : [];
	});
}

function from(names: Record<string, string>) {
	return (value: unknown) => names[String(value)] ?? null;
}

function text(value: unknown): string | null {
	return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 500) : null;
}

function list(value: unknown): string | null {
	return Array.isArray(value) ? value.map(text).filter(Boolean).join('、') : null;
}

function workdays(value: unknown): string | null {
	return typeof value === 'number' && value > 0 ? `${value}个工作日` : null;
}
