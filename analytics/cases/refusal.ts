/** Stable codes of refusals. */
export type RefusalCode =
	| 'wrong_shape'
	| 'missing_field'
	| 'wrong_type'
	| 'unknown_type'
	| 'time_without_offset'
	| 'bad_time'
	| 'bad_data'
	| 'subject_missing';

/** Why an event was refused: stable code, Chinese message. */
export type Refusal = { code: RefusalCode; message: string };

/** A JSON object of which nothing is known yet. */
export type Raw = Record<string, unknown>;

/** Longest id, subject and source that are kept. */
export const LONGEST = 256;
/** Deepest nesting of `data`. */
const DEEPEST = 32;

/** Null, or why a required text of the envelope is refused. */
export function required(raw: Raw, field: string): Refusal | null {
	const value = raw[field];
	if (value === undefined || value === null || value === '') {
		return refuse('missing_field', `缺少必填字段 ${field}。请补上后重报`);
	}
	return typeof value === 'string' ? textProblem(field, value) : wrongType(field, '字符串', value);
}

/** Null, or why a text of the envelope cannot be kept. */
export function textProblem(field: string, value: string): Refusal | null {
	if (value.length > LONGEST) {
		return refuse('wrong_shape', `${field} 过长（${value.length}个字符）：至多${LONGEST}个字符，请缩短后重报`);
	}
	return isStorable(value)
		? null
		: refuse('wrong_shape', `${field} 含有无法保存的控制字符：${show(value)}。请去掉后重报`);
}

/** Null, or why a value cannot be kept: nested too deep, or text that no database can store. */
export function unstorable(value: unknown, path: string, depth: number): string | null {
	if (typeof value === 'string') return isStorable(value) ? null : `${path} 含有无法保存的字符，请去掉后重报`;
	if (typeof value !== 'object' || value === null) return null;
	if (depth >= DEEPEST) return `data 嵌套超过${DEEPEST}层，请精简后重报`;
	for (const [key, inner] of Object.entries(value)) {
		if (!isStorable(key)) return `${path} 的字段名含有无法保存的字符，请去掉后重报`;
		const found = unstorable(inner, `${path}.${key}`, depth + 1);
		if (found !== null) return found;
	}
	return null;
}

function isStorable(text: string): boolean {
	return !/\0|\p{Surrogate}/u.test(text);
}

/** A JSON object, not an array and not null. */
export function isObject(value: unknown): value is Raw {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the wrong JSON type. */
export function wrongType(field: string, expected: string, found: unknown): Refusal {
	return refuse('wrong_type', `${field} 应为${expected}，收到的是${kindOf(found)}。请修正后重报`);
}

/** A refusal with its Chinese message. */
export function refuse(code: RefusalCode, message: string): Refusal {
	return { code, message };
}

/** Chinese name of a value's JSON type. */
export function kindOf(value: unknown): string {
	if (value === null) return '空值';
	if (Array.isArray(value)) return '数组';
	return { string: '字符串', number: '数字', boolean: '布尔值', object: '对象' }[typeof value as string] ?? '未知类型';
}

/** A value as it is quoted in a message: short, and never a whole object. */
export function show(value: unknown): string {
	if (typeof value === 'object' && value !== null) return kindOf(value);
	const text = JSON.stringify(value) ?? '空';
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
