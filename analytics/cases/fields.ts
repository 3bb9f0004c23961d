import { z } from 'zod';
import { isCountable, readTime } from './times.ts';

/** Text that says something. */
export const text = z.string().trim().min(1);
/** A day from which something is counted. */
export const day = z.iso.date().refine(isCountable, '应为2000年至2099年的日期');
/** Any day of the calendar, however far. */
export const anyDay = z.iso.date();
/** A time with offset. */
export const instant = z.iso
	.datetime({ offset: true })
	.refine(given => 'at' in readTime('', given), '应为2000年至2099年带时区偏移的时间');
/** A day, or a time with offset. */
export const when = z.union([day, instant]);
/** A whole number, not negative. */
export const count = z.number().int().nonnegative();
/** A code that platforms send as text or as a number. */
export const code = z.union([z.string(), z.number()]);
/** 无条件共享 · 有条件共享 · 不予共享 (第十四条). */
export const sharing = z.enum(['unconditional', 'conditional', 'none']);

/** A field read where its form is the expected one, and never a reason to refuse an event. */
export const read = (words: string) => z.unknown().optional().describe(words);

/** Fields of `data` that every type may carry. Unknown fields are kept. */
const common = z.looseObject({
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
	took_wd: read('平台自报的办理用时，工作日；与核算的相比'),
	took_hours: read('平台自报的办理用时，小时；与核算的相比'),
	sequence: read('平台给所报事件的连续编号：逐条加一的整数，据以查缺号'),
});

/** A retraction carries the common fields alone: what it takes back needs no repeating. */
export const retraction = common.extend({ retracts: text });

/** One event type of the vocabulary. */
export type Entry = {
	/** Chinese name of the act. */
	zh: string;
	/** ★: a department's platform must report it. */
	core: boolean;
	/** The event belongs to a case: `subject` is required. */
	inCase: boolean;
	data: z.ZodType;
	/** True: an event that names a case as its subject says something about it; without a subject it stands alone. */
	filed?: true;
	/** True: an act of the authority on our own screens (source `office`); no platform may report it. */
	own?: true;
};

/** ★ in a case. */
export const act = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: true, inCase: true, data: common.extend(fields) }) as const;
/** In a case, not in the core set. */
export const detail = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: false, inCase: true, data: common.extend(fields) }) as const;
/** ★, belongs to no case that a clock runs on. */
export const record = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: true, inCase: false, data: common.extend(fields) }) as const;
/** Neither. */
export const note = (zh: string, fields: z.ZodRawShape = {}) =>
	({ zh, core: false, inCase: false, data: common.extend(fields) }) as const;

/** Folded into the case that its subject names, where it names one. */
export const filed = <E extends Entry>(entry: E) => ({ ...entry, filed: true }) as const;

/** Done on our own screens alone. */
export const own = <E extends Entry>(entry: E) => ({ ...entry, own: true }) as const;

/**
 * How organisations change. establish, rename, merge, split, abolish: as they say; `successor` of a change says who takes over
 * where it names several bodies or none · move: another region, kind or parent · recognise: the codes `from` are other
 * codes of the body `to[0]`, from the beginning on.
 */
export const organisationChanges = ['establish', 'rename', 'merge', 'split', 'abolish', 'move', 'recognise'] as const;

/** What kind of body it is. */
const bodyKinds = ['department', 'district', 'vertical', 'other_organ', 'authority'] as const;

/** A body named by a change of organisation. `parent`: code of the 一级预算单位 that answers for it; its own: it answers for itself. */
export const body = z.looseObject({
	code: text,
	name: text,
	region: z.string().optional(),
	kind: z.enum(bodyKinds).optional(),
	rankable: z.boolean().optional(),
	parent: text.optional(),
});

/** Granted, and by how many working days. A grant without a number of days has no meaning for the clock. */
export const grantedDays = { granted_wd: z.number().int().positive() };

/** What a report on use is about: one service, or several at once, in a span of time. */
export const used = {
	service_id: read('服务编号'),
	services: read('所涉服务的编号，文字的列表'),
	period: read('所涉期间：2026、2026-Q3、2026-09 或者 2026-09-30；不写的为报送当日'),
};
