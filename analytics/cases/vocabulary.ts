import { z } from 'zod';
import type { clocks } from '#analytics/law/clocks.ts';

const text = z.string().trim().min(1);
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const when = z.union([day, instant]);
const count = z.number().int().nonnegative();
const code = z.union([z.string(), z.number()]);
const sharing = z.enum(['unconditional', 'conditional', 'none']);

/** Fields of `data` that every type may carry. Unknown fields are kept. */
export const common = z.looseObject({
	department: text,
	department_name: z.string().optional(),
	counterparty: z.string().optional(),
	region: z.string().optional(),
	catalogue: z.string().optional(),
	catalogue_version: code.optional(),
	global_case: z.string().optional(),
	sharing: sharing.optional(),
	corrects: text.optional(),
	correction_reason: z.string().optional(),
	retracts: text.optional(),
});

type Entry = {
	/** Chinese name of the act. */
	zh: string;
	/** ★: a department's platform must report it. */
	core: boolean;
	/** The event belongs to a case: `subject` is required. */
	inCase: boolean;
	data: z.ZodType;
};

/** ★ in a case. */
const act = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: true, inCase: true, data: common.extend(fields) }) as const;
/** In a case, not in the core set. */
const detail = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: false, inCase: true, data: common.extend(fields) }) as const;
/** ★, belongs to no case that a clock runs on. */
const record = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: true, inCase: false, data: common.extend(fields) }) as const;
/** Neither. */
const note = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: false, inCase: false, data: common.extend(fields) }) as const;

/** A body named by a change of organisation. */
const body = z.looseObject({
	code: text,
	name: text,
	region: z.string().optional(),
	kind: z.enum(['department', 'district', 'vertical', 'other_organ', 'authority']).optional(),
	rankable: z.boolean().optional(),
});

/** Granted, and by how many working days. A grant without a number of days has no meaning for the clock. */
const grantedDays = { granted_wd: z.number().int().positive() };

/** Every event type of the contract: Chinese name, core or not, fields of `data` that a clock or a table needs. */
export const vocabulary = {
	'catalogue.registered': record('目录登记', { title: z.string().optional(), update_cycle: code.optional() }),
	'catalogue.triggered': act('更新事由发生', {
		trigger_kind: z.string().optional(),
		trigger_date: day.optional(),
		found_by: z.string().optional(),
	}),
	'catalogue.extended': detail('延期更新获准', grantedDays),
	'catalogue.submitted': act('更新目录报送', { authority: z.string().optional(), initial: z.boolean().optional() }),
	'catalogue.returned': detail('目录审核退回', { reason: z.string().optional() }),
	'catalogue.published': act('目录审核发布'),
	'catalogue.retired': note('目录撤销', { reason: z.string().optional() }),
	'catalogue.source_designated': note('明确数源部门', { document: z.string().optional() }),

	'request.submitted': act('提交申请'),
	'request.received': act('收到申请', { sharing }),
	'request.material_notice': act('一次性告知补正', { missing_items: z.array(z.unknown()).optional() }),
	'request.material_resubmitted': act('补正提交'),
	'request.lapsed': detail('补正逾期中止'),
	'request.extension_requested': detail('申请延期', { wanted_wd: count.optional(), reason: z.string().optional() }),
	'request.extension_decided': act('延期审批', {
		granted: z.boolean(),
		granted_wd: z.number().int().nonnegative().optional(),
	}),
	'request.extension_notified': detail('延期告知需求部门'),
	'request.replied': act('作出答复', {
		outcome: z.enum(['agree', 'partial', 'refuse']),
		reason_code: code.nullish(),
		reason: z.string().nullish(),
		agreed_lines: z.array(z.string()).optional(),
	}),
	'request.transferred': detail('转办', { to_dept: z.string().optional(), reason: z.string().optional() }),
	'request.withdrawn': detail('撤回申请', { reason: z.string().optional() }),

	'delivery.provided': act('提供数据', { service_id: code.optional(), method: z.string().optional() }),
	'delivery.accepted': detail('验收确认', { score: z.number().optional() }),
	'delivery.rejected': act('验收不通过', { reason: z.string().nullish() }),

	'service.change_filed': record('变更或终止备案', { planned_at: when.optional(), consulted: z.boolean().optional() }),
	'service.changed': note('变更服务', { effective_at: when.optional(), reason: z.string().optional() }),
	'service.terminated': record('终止服务', { effective_at: when.optional(), reason: z.string().optional() }),
	'service.suspended': record('暂停共享权限', { ground: z.string().optional(), deadline: when.optional() }),
	'service.resumed': note('恢复共享权限'),
	'service.daily': record('服务运行日报', {
		service_id: text,
		date: day,
		calls: count,
		failures: count,
		rows: count.optional(),
		availability_minutes: z.number().nonnegative().optional(),
	}),

	'use.recorded': act('使用记录', { service_id: code.optional(), retained_until: day.optional() }),
	'use.effect': record('应用成效'),
	'use.status': note('使用状态'),
	'use.consented': note('同意扩大使用'),
	'use.inspected': note('查阅使用记录'),
	'disposal.required': record('处置要求', { deadline: when.optional() }),
	'disposal.done': record('处置完成'),

	'quality.refreshed': record('数据更新批次', { due_date: day.optional(), refreshed_at: when.optional() }),
	'quality.assessed': record('质量评估'),

	'correction.received': act('收到校核申请', { problem_type: code.optional() }),
	'correction.verified': detail('核实结论'),
	'correction.corrected': detail('更正完成'),
	'correction.fed_back': act('反馈校核结果', { result: z.string().nullish() }),
	'correction.reopened': detail('不认可或复发'),

	'return.requested': record('回流需求'),
	'return.decided': note('回流答复'),
	'return.batch': record('回流批次', { due_date: day.optional(), arrived_at: when.optional() }),

	'dispute.raised': record('提出争议'),
	'dispute.applied': note('申请协调'),
	'dispute.accepted': note('受理争议'),
	'dispute.mediated': record('协调结果'),
	'dispute.escalated': note('报政府决定'),
	'dispute.decided': note('政府决定'),
	'complaint.received': act('接到投诉举报', { due_at: instant.nullish() }),
	'complaint.closed': act('投诉举报办结'),
	'security.discovered': record('发现安全事件'),
	'security.reported': record('报告安全事件'),
	'security.contained': note('处置安全事件'),
	'security.closed': record('安全事件关闭'),
	'security.safeguard': record('安全保障措施登记', { valid_until: day.optional() }),

	'finding.recorded': record('问题线索'),
	'finding.decided': record('问题认定'),
	'justification.submitted': note('正当理由说明'),
	'justification.decided': record('正当理由认定'),
	'enforcement.reminded': record('催办'),
	'enforcement.supervised': record('督办'),
	'enforcement.ordered': record('责令改正', { deadline: when.optional() }),
	'enforcement.reported': note('整改报告'),
	'enforcement.verified': record('核查销号'),
	'enforcement.circulated': note('通报'),
	'enforcement.referred': note('移送处分建议'),

	'platform.heartbeat': record('报送对账日报', {
		date: day,
		counts: z.record(z.string(), count).optional(),
		last_event_id: z.string().nullish(),
	}),
	'platform.joined': note('平台纳入登记'),
	'organisation.changed': record('机构变更', {
		kind: z.enum(['establish', 'rename', 'merge', 'split', 'abolish', 'move']),
		from: z.array(text).optional(),
		to: z.array(body).optional(),
		effective: day,
		document: z.string().optional(),
	}),
	'project.registered': note('信息化项目登记'),
	'project.decided': note('项目决定'),
} as const satisfies Record<string, Entry>;

/** `request.received` … `project.decided`. */
export type EventType = keyof typeof vocabulary;

type Known<T extends EventType> = T;
type Clocks = (typeof clocks)[keyof typeof clocks];

/** Event types that start or stop a clock. A clock that names a type outside the vocabulary does not compile. */
export type ClockEvent = Known<Clocks['starts'] | Clocks['stops'][number]>;

/** All event types, in the order of the contract. */
export const eventTypes = Object.keys(vocabulary) as EventType[];

/** Reads an event type given as text; null for an unknown one. */
export function toEventType(name: string): EventType | null {
	return Object.hasOwn(vocabulary, name) ? (name as EventType) : null;
}

/** Chinese name of an event type, e.g. 作出答复. */
export function zhType(type: EventType): string {
	return vocabulary[type].zh;
}
