import { z } from 'zod';
import { clockNames, type clocks } from '#analytics/law/clocks.ts';
import { safeguards } from '#analytics/law/safeguards.ts';
import { overlaySchema, policySchema, schemeSchema, yearSchema } from './enactment.ts';
import {
	act,
	anyDay,
	body,
	code,
	count,
	day,
	detail,
	type Entry,
	filed,
	grantedDays,
	instant,
	note,
	organisationChanges,
	own,
	read,
	record,
	retraction,
	sharing,
	text,
	used,
	when,
} from './fields.ts';
import { ruleSetSchema } from './rule-set.ts';

/** `clock` null: every clock under which the department is late and may be excused (第三十九条第四项). */
const plea = { clock: z.enum(clockNames).nullish(), ground: code.nullish(), reason: text };

const upheld = read('问题是否成立：yes 成立 | partial 部分成立 | no 不成立');

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
	'catalogue.designation_requested': filed(
		note('提请明确数源部门', {
			authority: read('负责明确的主管部门，机构代码'),
			items: read('涉及多个部门收集的数据项'),
		}),
	),
	'catalogue.source_designated': filed(
		note('明确数源部门', {
			document: z.string().optional(),
			item: read('数据项名称'),
			source_dept: read('数源部门，机构代码'),
			contributing_depts: read('参与收集的部门，机构代码的列表'),
		}),
	),

	'request.submitted': act('提交申请'),
	'request.received': act('收到申请', { sharing, signed_at: when.nullish(), precheck_at: when.nullish() }),
	'request.material_notice': act('一次性告知补正', { missing_items: z.array(z.unknown()).optional() }),
	'request.material_resubmitted': act('补正提交'),
	'request.lapsed': detail('补正逾期中止'),
	'request.extension_requested': detail('申请延期', {
		wanted_wd: count.optional(),
		reason: z.string().optional(),
		authority: read('批复的主管部门，机构代码'),
	}),
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
		approver_ok: read('是否经政务数据共享工作机构负责人同意'),
		conditions: read('所附的共享条件，文字或者文字的列表'),
		conditions_outside_catalogue: read('所附条件是否超出目录所列'),
		dispatched_at: read('答复送达需求部门的时间'),
	}),
	'request.transferred': detail('转办', { to_dept: z.string().optional(), reason: z.string().optional() }),
	'request.withdrawn': detail('撤回申请', { reason: z.string().optional() }),

	'delivery.provided': act('提供数据', { service_id: code.optional(), method: z.string().optional() }),
	'delivery.accepted': detail('验收确认', { score: z.number().optional(), service_id: read('服务编号') }),
	'delivery.rejected': act('验收不通过', { reason: z.string().nullish(), service_id: read('服务编号') }),
	'delivery.rejection_decided': own(detail('验收异议认定', { upheld: z.boolean(), reason: text })),

	'service.change_filed': filed(
		record('变更或终止备案', { planned_at: when.optional(), consulted: z.boolean().optional() }),
	),
	'service.changed': filed(note('变更服务', { effective_at: when.optional(), reason: z.string().optional() })),
	'service.terminated': filed(record('终止服务', { effective_at: when.optional(), reason: z.string().optional() })),
	'service.suspended': filed(record('暂停共享权限', { ground: z.string().optional(), deadline: when.optional() })),
	'service.resumed': filed(note('恢复共享权限')),
	'service.daily': record('服务运行日报', {
		service_id: text,
		date: day,
		calls: count,
		failures: count,
		rows: count.optional(),
		availability_minutes: z.number().nonnegative().optional(),
		planned_minutes: read('当日计划维护的分钟数，不计入应可用时间'),
		checks: read('调用次数中健康检查、拨测的次数'),
		client_only: read('只有调用方一侧有运行监测记录的次数，不在调用次数之内'),
		provider_only: read('调用次数中调用方一侧没有运行监测记录的次数'),
	}),

	'use.recorded': act('使用记录', {
		...used,
		service_id: code.optional(),
		retained_until: anyDay.optional(),
		scene: read('使用场景'),
		process: read('使用过程'),
		effect: read('应用成效'),
		storage: read('存储情况'),
		destruction: read('销毁情况'),
	}),
	'use.effect': record('应用成效', {
		...used,
		business: read('所支撑的业务事项'),
		saved: read('减少的材料、时间'),
	}),
	'use.status': note('使用状态', {
		...used,
		status: read('in_use 在用 | unused 未用'),
		reason: read('未用的原因'),
	}),
	'use.consented': note('同意扩大使用', {
		...used,
		scope: read('同意扩大到的使用范围'),
		third_party: read('同意提供给的第三方'),
		valid_until: read('同意的有效期'),
	}),
	'use.inspected': note('查阅使用记录', {
		...used,
		sampled: read('抽查的份数'),
		gaps: read('其中有缺漏的份数'),
	}),
	'disposal.required': filed(record('处置要求', { deadline: when.optional() })),
	'disposal.done': filed(record('处置完成')),

	'quality.refreshed': record('数据更新批次', {
		due_date: day.optional(),
		refreshed_at: when.optional(),
		rows: read('本批次行数'),
	}),
	'quality.assessed': record('质量评估', {
		rule_set: read('规则集代码，如 GB/T 36344-2018'),
		rule_set_version: read('规则集版本'),
		sample_method: read('抽样方法'),
		checks: read(
			'逐条规则：rule 规则代码或者名称，dimension 维度，passing 分子A，checked 检查数B，direction 指标方向 higher 越高越好 | lower 越低越好，outcome 结果 passed 通过 | failed 未通过 | errored 出错 | skipped 跳过',
		),
	}),

	'correction.received': act('收到校核申请', {
		problem_type: code.optional(),
		discovered_at: read('需求部门发现问题的时间'),
		field: read('有问题的数据项'),
		severity: read('严重程度'),
		service_id: read('共享服务编号'),
	}),
	'correction.verified': detail('核实结论', { upheld }),
	'correction.corrected': detail('更正完成', { records: read('更正的记录数') }),
	'correction.fed_back': act('反馈校核结果', { result: z.string().nullish(), upheld }),
	'correction.reopened': detail('不认可或复发', { earlier: read('原校核申请编号；不写的为本案') }),

	'return.requested': filed(record('回流需求')),
	'return.decided': filed(note('回流答复', { extra_conditions: read('所设的额外限制条件，文字或者文字的列表') })),
	'return.batch': filed(
		record('回流批次', {
			due_date: day.optional(),
			arrived_at: when.optional(),
			expected_rows: read('应到行数'),
			arrived_rows: read('实到行数'),
		}),
	),

	'dispute.raised': filed(record('提出争议')),
	'dispute.applied': filed(note('申请协调', { authority: read('受理协调的主管部门，机构代码') })),
	'dispute.accepted': filed(note('受理争议')),
	'dispute.mediated': filed(record('协调结果')),
	'dispute.escalated': filed(note('报政府决定')),
	'dispute.decided': filed(note('政府决定')),
	'complaint.received': act('接到投诉举报', { due_at: instant.nullish() }),
	'complaint.closed': act('投诉举报办结', { upheld: read('是否成立，true 或者 false') }),
	'security.discovered': filed(
		record('发现安全事件', {
			level: read('级别：特别重大、重大、较大、一般'),
			body_kind: read('critical 关键信息基础设施运营者 | central 中央和国家机关及其直属单位 | other 其他'),
			side: read('责任方：provider 提供方 | demander 需求方'),
		}),
	),
	'security.reported': filed(record('报告安全事件')),
	'security.contained': filed(note('处置安全事件')),
	'security.closed': filed(record('安全事件关闭')),
	'security.safeguard': record('安全保障措施登记', {
		item: read(`措施：${Object.values(safeguards).join('、')}`),
		status: read('in_place 已落实 | lacking 未落实 | not_applicable 不适用'),
		valid_until: anyDay.optional(),
	}),

	'finding.recorded': record('问题线索'),
	'finding.decided': record('问题认定'),
	'justification.submitted': filed(note('正当理由说明', plea)),
	'justification.decided': own(
		filed(record('正当理由认定', { ...plea, accepted: z.boolean(), document: text.nullish() })),
	),
	'enforcement.reminded': record('催办', { cases: read('所催办的事项编号的列表'), channel: read('方式') }),
	'enforcement.supervised': record('督办'),
	'enforcement.ordered': record('责令改正', {
		deadline: when.optional(),
		document: z.string().optional(),
		item: read('第三十九至四十一条的项'),
	}),
	'enforcement.reported': note('整改报告'),
	'enforcement.verified': record('核查销号', {
		order: read('所核查的责令改正，事件编号；不写的以文号为准'),
		document: z.string().optional(),
		result: read('pass 通过 | fail 不通过'),
	}),
	'enforcement.refusal_decided': own(
		note('拒不改正认定', { order: text, refused: z.boolean(), reason: text, document: text.nullish() }),
	),
	'enforcement.circulated': note('通报'),
	'enforcement.referred': note('移送处分建议'),

	'practice.recognised': own(
		note('典型案例认定', { title: text, recognised_by: text, document: text, issued: anyDay.optional() }),
	),

	'platform.heartbeat': record('报送对账日报', {
		date: day,
		counts: z.record(z.string(), count).optional(),
		last_event_id: z.string().nullish(),
	}),
	'platform.totals': own(
		note('向平台核对件数', {
			source_id: count,
			platform: text,
			days: z.array(z.object({ date: day, counts: z.record(z.string(), count) })).min(1),
		}),
	),
	'platform.joined': note('平台纳入登记'),
	'organisation.changed': record('机构变更', {
		kind: z.enum(organisationChanges),
		from: z.array(text).optional(),
		to: z.array(body).optional(),
		successor: text.optional(),
		effective: day,
		document: z.string().optional(),
	}),
	'project.registered': note('信息化项目登记'),
	'project.decided': note('项目决定'),

	'policy.adopted': own(note('口径施行', { policy: policySchema })),
	'calendar.adopted': own(note('工作日历登记', { year: yearSchema.optional(), overlay: overlaySchema.optional() })),
	'scheme.adopted': own(note('评分方案施行', { scheme: schemeSchema })),
	'ruleset.adopted': own(note('质量评估规则集登记', { ruleset: ruleSetSchema })),
	'case.linked': own(
		note('并案认定', { cases: z.array(text).min(1), same: z.boolean(), record: count.optional(), reason: text }),
	),
	'evidence.decided': own(
		detail('时间证据认定', {
			event: text,
			platform: text,
			accepted: z.boolean(),
			reason: text,
			document: text.optional(),
		}),
	),
} as const satisfies Record<string, Entry>;

/** `request.received` … `project.decided`. */
export type EventType = keyof typeof vocabulary;

type Known<T extends EventType> = T;
type Clocks = (typeof clocks)[keyof typeof clocks];

/**
 * Event types that start or stop a clock. A clock that names a type outside the vocabulary does not compile.
 * @public
 */
export type ClockEvent = Known<Clocks['starts'] | Clocks['stops'][number]>;

/** All event types, in the order of the contract. */
export const eventTypes = Object.keys(vocabulary) as EventType[];

/** Reads an event type given as text; null for an unknown one. The same text is always the same string: it is compared often. */
export function toEventType(name: string): EventType | null {
	return typeNames.get(name) ?? null;
}

const typeNames: ReadonlyMap<string, EventType> = new Map(eventTypes.map(type => [type, type]));

/** Chinese name of an event type, e.g. 作出答复. */
export function zhType(type: EventType): string {
	return vocabulary[type].zh;
}

/** True where an event of the type says something about the case that its subject names. */
export function isInCase(type: EventType): boolean {
	return inCase.has(type);
}

const inCase: ReadonlySet<EventType> = new Set(
	eventTypes.filter(type => {
		const entry: Entry = vocabulary[type];
		return entry.inCase || entry.filed === true;
	}),
);

/** True for acts of the authority itself, done on our own screens: no platform may report them. */
export function isOwn(type: EventType): boolean {
	const entry: Entry = vocabulary[type];
	return entry.own === true;
}

/** JSON Schema (2020-12) of the whole contract: the CloudEvents envelope, with `data` by type. */
export function schemas(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: 'urn:shudu:event:1',
		title: '政务数据共享事件',
		description: 'time 与 recordedtime 须带时区偏移；只有日期的纸质办件 time 可只写日期。未列出的字段予以保留。',
		type: 'object',
		required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
		properties: {
			specversion: { const: '1.0' },
			id: { type: 'string', minLength: 1, maxLength: 256 },
			source: { type: 'string', minLength: 1, maxLength: 256, description: '/platforms/<来源代码>' },
			type: { enum: eventTypes.filter(type => !isOwn(type)) },
			time: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
			recordedtime: { type: 'string', format: 'date-time' },
			subject: { type: 'string', minLength: 1, maxLength: 256, description: '办件编号，分行时后接 /行号' },
			datacontenttype: { const: 'application/json' },
			dataschema: { type: 'string' },
		},
		oneOf: eventTypes.filter(type => !isOwn(type)).map(schemaOf),
		$defs: { retraction: jsonSchema(retraction) },
	};
}

function schemaOf(type: EventType): object {
	const entry: Entry = vocabulary[type];
	return {
		title: entry.zh,
		description: entry.core ? '核心事件' : '扩展事件',
		required: entry.inCase ? ['subject'] : [],
		properties: { type: { const: type }, data: { anyOf: [jsonSchema(entry.data), { $ref: '#/$defs/retraction' }] } },
	};
}

function jsonSchema(schema: z.ZodType): object {
	const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
	return rest;
}
