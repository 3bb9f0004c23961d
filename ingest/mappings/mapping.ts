import { z } from 'zod';
import { toEventType } from '#analytics/cases/vocabulary.ts';
import { formatFault } from './dates.ts';
import { isZone } from './zone.ts';

const name = z.string().min(1, '不能为空');
/** Text with columns in braces: `{申请单号}/1`. */
const template = name;
/** A table of the platform's words and ours, or the name of one under `lookups`. */
const lookup = z.union([name, z.record(z.string(), z.string())], '应为对照表，或 lookups 中的名称');
/** A column's value through a table; `otherwise: keep` takes a word that the table lacks as it is. */
const looked = z.strictObject({ column: name, lookup: lookup.optional(), otherwise: z.literal('keep').optional() });

const condition = z.union(
	[
		z.strictObject({ column: name, present: z.boolean() }),
		z.strictObject({ column: name, equals: z.string() }),
		z.strictObject({ column: name, in: z.array(z.string()).min(1) }),
	],
	'应为 {column, present: true|false}、{column, equals} 或 {column, in: […]}',
);

const field = z.union(
	[
		template,
		looked,
		z.strictObject({ time: name, empty: z.literal('null').optional() }),
		z.strictObject({ day: name, empty: z.literal('null').optional() }),
		z.strictObject({ number: name, empty: z.literal('null').optional() }),
		z.strictObject({ list: name, separator: name }),
		z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
	],
	'应为带 {列名} 的文字，或 {column, lookup}、{time}、{day}、{number}、{list, separator}、{value} 之一',
);

const act = z.strictObject({
	type: name.refine(type => toEventType(type) !== null, '不是约定的事件类型（见 /api/v1/schema）'),
	/** All of these hold; absent: always. */
	when: z.union([condition, z.array(condition)]).optional(),
	/** Column of the time of the act. */
	time: name,
	/** Column of the time at which the platform wrote it. */
	recorded: name.optional(),
	/** Absent: the case. */
	subject: template.optional(),
	id: template,
	data: z.record(z.string(), field).optional(),
});

const mapping = z.strictObject({
	name: name.regex(/^[a-z0-9][a-z0-9-]*$/, '只能用小写字母、数字和“-”'),
	version: z.int('应为整数').min(1, '应从 1 开始'),
	describes: name,
	/** IANA name of the zone in which the platform's clocks run. */
	zone: name.refine(isZone, '不是有效的时区名称，例如 Asia/Shanghai'),
	/** Every form in which times are written; nothing else is read as a time. */
	dates: z
		.array(name)
		.min(1, '至少声明一种时间格式')
		.superRefine((formats, context) => {
			const message = formatFault(formats);
			if (message) context.addIssue({ code: 'custom', message });
		}),
	encoding: z.enum(['utf-8', 'gb18030', 'big5', 'auto'], '应为 utf-8、gb18030、big5 或 auto').default('utf-8'),
	delimiter: z.string().length(1, '应为一个字符').default(','),
	case: template,
	department: looked.extend({ name: looked.optional() }),
	lookups: z.record(z.string(), z.record(z.string(), z.string())).default({}),
	/** Columns that a file may lack; they are then read as empty. */
	optional: z.array(name).default([]),
	events: z.array(act).min(1, '至少声明一种事件'),
});

/** A declared translation of a foreign table into share events (README "映射"). */
export type Mapping = z.output<typeof mapping>;
export type MappedAct = Mapping['events'][number];
export type Condition = z.output<typeof condition>;
export type Field = z.output<typeof field>;
export type Looked = z.output<typeof looked>;

/** A mapping that cannot be used. The message names the place in the file and what belongs there. */
export class WrongMapping extends Error {}

/** Reads what a mapping file holds. `label` names the file in messages. Throws WrongMapping. */
export function readMapping(raw: unknown, label: string): Mapping {
	const read = mapping.safeParse(raw, { error: z.locales.zhCN().localeError });
	if (!read.success) {
		const places = read.error.issues.slice(0, 5).map(issue => `${issue.path.join('.') || '内容'}：${issue.message}`);
		throw new WrongMapping(`映射 ${label} 有误：${places.join('；')}。请更正后重试。`);
	}
	const missing = lookupsNamed(read.data).find(named => !Object.hasOwn(read.data.lookups, named));
	if (missing) throw new WrongMapping(`映射 ${label} 有误：lookups 中没有名为“${missing}”的对照表。请补充后重试。`);
	return read.data;
}

/** The columns that a table must have to be translated. */
export function requiredColumns(mapping: Mapping): string[] {
	const acts = mapping.events.flatMap(columnsOfAct);
	const all = [...columnsIn(mapping.case), ...columnsOfDepartment(mapping), ...acts];
	return [...new Set(all)].filter(column => !mapping.optional.includes(column));
}

/** The columns that a template names. */
function columnsIn(text: string): string[] {
	return [...text.matchAll(/\{([^{}]+)\}/g)].flatMap(match => match[1] ?? []);
}

function columnsOfDepartment({ department }: Mapping): string[] {
	return [department.column, ...(department.name ? [department.name.column] : [])];
}

function columnsOfAct(act: MappedAct): string[] {
	const conditions = [act.when ?? []].flat().map(each => each.column);
	const templates = [act.id, act.subject ?? ''].flatMap(columnsIn);
	const fields = Object.values(act.data ?? {}).flatMap(columnsOfField);
	return [act.time, ...(act.recorded ? [act.recorded] : []), ...conditions, ...templates, ...fields];
}

function columnsOfField(field: Field): string[] {
	if (typeof field === 'string') return columnsIn(field);
	if ('value' in field) return [];
	if ('column' in field) return [field.column];
	if ('time' in field) return [field.time];
	if ('day' in field) return [field.day];
	return 'number' in field ? [field.number] : [field.list];
}

function lookupsNamed(mapping: Mapping): string[] {
	const fields = mapping.events.flatMap(act => Object.values(act.data ?? {}));
	const looked = [mapping.department, mapping.department.name, ...fields];
	return looked.flatMap(each =>
		typeof each === 'object' && 'column' in each && typeof each.lookup === 'string' ? each.lookup : [],
	);
}
