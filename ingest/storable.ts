import { type Row, unread } from './row.ts';

/** Nesting that no share event needs; beyond it a row is an attack on the readers behind the door. */
const DEEPEST = 64;

/** Bytes of the longest event that is taken: share events are metadata, never the shared data itself. */
const LONGEST = 1024 * 1024;

const LONE_SURROGATE = /\p{Surrogate}/u;

type Fault = { code: string; message: string };

/**
 * Looks for what PostgreSQL text, or a reader behind it, cannot hold: NUL and lone surrogates in any string or field
 * name, numbers beyond double precision, nesting beyond 64 levels, more than 1 MiB. Null: the value can be kept.
 */
export function unstorable(raw: string, value: unknown): Fault | null {
	if (raw.length > LONGEST || Buffer.byteLength(raw) > LONGEST) {
		return {
			code: 'event_too_large',
			message: '单条事件超过 1 MiB。事件只报送元数据，请去掉共享数据本身和附件内容后重报。',
		};
	}
	for (const part of partsOf(value)) {
		const fault = faultOf(part.value) ?? (part.depth > DEEPEST ? TOO_DEEP : null);
		if (fault) return fault;
	}
	return null;
}

/** A parsed JSON value as a row; one nested too deeply to be written out again is unreadable. */
export function rowOf(value: unknown): Row {
	for (const { depth } of partsOf(value)) {
		if (depth > DEEPEST) return unread('（嵌套过深，原文未保留）', TOO_DEEP.code, TOO_DEEP.message);
	}
	return { raw: JSON.stringify(value), value };
}

const TOO_DEEP: Fault = { code: 'too_deep', message: `数据嵌套超过 ${DEEPEST} 层，请展平后重报。` };

/** The value and everything inside it, names of fields too; arrays and objects count one level each. Not recursive. */
function* partsOf(whole: unknown): Generator<{ value: unknown; depth: number }> {
	const open = [{ value: whole, depth: 0 }];
	for (let next = open.pop(); next; next = open.pop()) {
		const inner = innerOf(next.value);
		const depth = inner ? next.depth + 1 : next.depth;
		yield { value: next.value, depth };
		for (const value of inner ?? []) open.push({ value, depth });
	}
}

function innerOf(value: unknown): unknown[] | null {
	if (Array.isArray(value)) return value;
	return value !== null && typeof value === 'object' ? [...Object.keys(value), ...Object.values(value)] : null;
}

function faultOf(value: unknown): Fault | null {
	if (typeof value === 'string' && (value.includes('\0') || LONE_SURROGATE.test(value))) {
		return {
			code: 'bad_character',
			message: '文本中含有无法保存的字符（空字符 U+0000 或不成对的代理字符），请在报送端清除后重报。',
		};
	}
	if (typeof value === 'number' && !Number.isFinite(value)) {
		return { code: 'bad_number', message: '数值超出可表示的范围，请更正后重报。' };
	}
	return null;
}
