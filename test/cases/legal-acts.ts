import type { Policy } from '#analytics/law/policy.ts';
import { AUTHORITY, DEMANDER, PLATFORM } from './casebook.ts';

/** Type, what it always says, and who acts: the provider, unless given. */
type Acting = [type: string, data?: Record<string, unknown>, by?: string];

const byDemander = (type: string, data: Record<string, unknown> = {}): Acting => [type, data, DEMANDER];
const byAuthority = (type: string, data: Record<string, unknown> = {}): Acting => [type, data, AUTHORITY];
const towardsDemander = (type: string): Acting => [type, { counterparty: DEMANDER }, AUTHORITY];

/** Every act by its word. */
export const acts: Record<string, Acting> = {
	提交: byDemander('request.submitted'),
	收到: ['request.received', { sharing: 'conditional' }],
	无条件收到: ['request.received', { sharing: 'unconditional' }],
	不予共享收到: ['request.received', { sharing: 'none' }],
	同意: ['request.replied', { outcome: 'agree' }],
	部分同意: ['request.replied', { outcome: 'partial', reason: '个人信息项不予提供' }],
	部分同意无理由: ['request.replied', { outcome: 'partial' }],
	不同意: ['request.replied', { outcome: 'refuse', reason_code: '1' }],
	不同意无理由: ['request.replied', { outcome: 'refuse' }],
	材料不全拒绝: ['request.replied', { outcome: 'refuse', reason_code: '6' }],
	告知: ['request.material_notice', { missing_items: ['使用依据'] }],
	空告知: ['request.material_notice'],
	补正: byDemander('request.material_resubmitted'),
	自称逾期中止: ['request.lapsed'],
	申请延期: ['request.extension_requested', { authority: AUTHORITY }],
	准延: byAuthority('request.extension_decided', { granted: true }),
	不准延: byAuthority('request.extension_decided', { granted: false }),
	告知延期: ['request.extension_notified'],
	撤回: byDemander('request.withdrawn'),
	转办: ['request.transferred'],
	提供: ['delivery.provided'],
	验收不通过: byDemander('delivery.rejected', { reason: '接口不可用' }),
	验收不通过无理由: byDemander('delivery.rejected'),
	异议成立: byAuthority('delivery.rejection_decided', { upheld: true, reason: '经核查' }),
	异议不成立: byAuthority('delivery.rejection_decided', { upheld: false, reason: '经核查' }),
	收到校核: ['correction.received'],
	核实: ['correction.verified'],
	更正: ['correction.corrected'],
	反馈: ['correction.fed_back', { result: '经核实无误' }],
	反馈留待更正: ['correction.fed_back', { result: 'deferred' }],
	不认可: byDemander('correction.reopened'),
	事由: ['catalogue.triggered'],
	主管部门发现事由: byAuthority('catalogue.triggered', { found_by: 'authority' }),
	准更新延: byAuthority('catalogue.extended'),
	报送: ['catalogue.submitted', { counterparty: AUTHORITY }],
	首次报送: ['catalogue.submitted', { counterparty: AUTHORITY, initial: true }],
	退回: byAuthority('catalogue.returned'),
	发布: byAuthority('catalogue.published'),
	提请明确: ['catalogue.designation_requested', { authority: AUTHORITY }],
	明确: byAuthority('catalogue.source_designated'),
	使用记录: byDemander('use.recorded'),
	投诉: ['complaint.received'],
	投诉办结: ['complaint.closed'],
	申请协调: byDemander('dispute.applied', { authority: AUTHORITY }),
	受理: towardsDemander('dispute.accepted'),
	协调: towardsDemander('dispute.mediated'),
	报政府: towardsDemander('dispute.escalated'),
	要求处置: ['disposal.required'],
	处置: byDemander('disposal.done'),
	暂停: towardsDemander('service.suspended'),
	恢复: towardsDemander('service.resumed'),
	终止: ['service.terminated'],
	变更: ['service.changed'],
	备案: ['service.change_filed'],
	回流批次: ['return.batch'],
	发现事件: ['security.discovered'],
	报告事件: ['security.reported'],
	采信: byAuthority('evidence.decided', { accepted: true, reason: '已核对', platform: String(PLATFORM) }),
	不采信: byAuthority('evidence.decided', { accepted: false, reason: '已核对', platform: String(PLATFORM) }),
	撤销: ['request.replied'],
};

/** What an act may say, by the word before its value. */
export const says: Record<string, (value: string) => Record<string, unknown>> = {
	签: value => ({ signed_at: stamp(value) }),
	主管: value => ({ precheck_at: stamp(value) }),
	所列: value => ({ agreed_lines: value.split('、') }),
	天数: value => ({ granted_wd: Number(value) }),
	转往: value => ({ to_dept: value }),
	生效: value => ({ trigger_date: dayOf(value), effective_at: dayOf(value) }),
	承诺: value => ({ due_at: value === '无' ? null : stamp(value) }),
	限: value => ({ deadline: dayOf(value) }),
	约: value => ({ due_date: dayOf(value) }),
	到达: value => ({ arrived_at: stamp(value) }),
	实到: value => ({ expected_rows: 100, arrived_rows: Number(value) }),
	存至: value => ({ retained_until: dayOf(value) }),
	缺: value => ({ [value]: false }),
	发现: value => ({ discovered_at: dayOf(value) }),
	级别: value => ({ level: value }),
	单位: value => ({ body_kind: value }),
	责任: value => ({ side: value }),
	机构负责人: value => ({ approver_ok: value !== '未同意' }),
	条件: value => ({ conditions_outside_catalogue: value === '超出目录' }),
	送达: value => ({ dispatched_at: stamp(value) }),
	协商: value => ({ consulted: value !== '未' }),
	更正号: value => ({ corrects: value }),
	撤销号: value => ({ retracts: value }),
	指: value => ({ event: value }),
};

/** A day, of 2026 unless its year is given. */
export function dayOf(text: string): string {
	return /^\d{4}-/.test(text) ? text : `2026-${text}`;
}

/** A day, or a day with its hour in Shanghai. */
function stamp(text: string): string {
	return text.includes('T') ? `${dayOf(text)}:00+08:00` : dayOf(text);
}

/** The readings by their words; a number is the value of the field that has one. */
export const readings: Record<string, (n: number) => Partial<Policy>> = {
	到达为收到: () => ({ receiptBasis: 'arrival' }),
	签收为收到: () => ({ receiptBasis: 'sign_off' }),
	有限签收: n => ({ receiptBasis: 'sign_off_capped', signOffWithin: n }),
	转送为收到: () => ({ forwarding: 'provider' }),
	主管部门收到为收到: () => ({ forwarding: 'authority' }),
	休息日收到当日: () => ({ restDayReceipt: 'as_is' }),
	休息日收到顺延: () => ({ restDayReceipt: 'next_workday' }),
	收到不论钟点: () => ({ receiptCutoff: null }),
	收到至17时30分: () => ({ receiptCutoff: '17:30' }),
	到期至24时: () => ({ dueCutoff: null }),
	到期至18时: () => ({ dueCutoff: '18:00' }),
	补正不中止: () => ({ materials: 'NONE' }),
	补正中止: () => ({ materials: 'SUSPEND' }),
	补正重新计算: () => ({ materials: 'RESTART' }),
	补正限: n => ({ lapseAfter: n }),
	无理由是答复: () => ({ refusalWithoutReason: 'stops' }),
	无理由不是答复: () => ({ refusalWithoutReason: 'void' }),
	材料不全不是答复: () => ({ refusalForMaterials: 'void' }),
	材料不全是答复: () => ({ refusalForMaterials: 'stops' }),
	延期须事先同意: () => ({ extensionConsent: 'before_due' }),
	延期可事后同意: () => ({ extensionConsent: 'any_time' }),
	延期不告知有效: () => ({ extensionNotice: 'defect' }),
	延期须告知: () => ({ extensionNotice: 'required' }),
	部分同意及于全部: () => ({ partialReply: 'all_lines' }),
	部分同意只及所列: () => ({ partialReply: 'named_lines' }),
	异议说明理由: () => ({ rejection: 'reasoned' }),
	异议须认定: () => ({ rejection: 'upheld' }),
	异议不影响: () => ({ rejection: 'never' }),
	异议限: n => ({ rejectionWithin: n }),
	退回续用: () => ({ returnedCatalogue: 'remaining_days' }),
	退回不恢复: () => ({ returnedCatalogue: 'first_submission' }),
	休息日办结当日: () => ({ restDayStop: 'as_is' }),
	休息日办结顺延: () => ({ restDayStop: 'next_workday' }),
	承诺答复: n => ({ promised: { 'reply.conditional': n } }),
	按环节: () => ({ regime: 'by_step' }),
	按申请: () => ({ regime: 'by_request' }),
};
