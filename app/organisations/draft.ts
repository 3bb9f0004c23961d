import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import type { Problem } from '#app/policies/fields.ts';
import { longDay } from '#app/words/format.ts';
import { problem } from './check.ts';
import type { Given } from './given.ts';
import type { Register } from './register.ts';
import { readTold } from './told.ts';

/** What the event of the change says. */
export type Body = Record<string, unknown>;

/** No change is registered further ahead than this many days. */
const AHEAD = 366;
const DOCUMENT = 100;
const REASON = 500;

/** The effective day that a form gives; a retraction has none, and is read as of today. */
export function readEffective({ kind, effective }: Given, today: Day): { day: Day } | Problem {
	if (kind === 'retract') return { day: today };
	const name = 'effective';
	if (effective === '') return { name, message: '请填写生效日期。' };
	let day: Day;
	try {
		day = toDay(effective);
	} catch {
		return { name, message: `生效日期“${effective}”不是有效日期，应为 2026-12-01 的形式。` };
	}
	if (day < '2000-01-01') return { name, message: '生效日期不能早于2000年1月1日，请核对年份。' };
	const last = plusDays(today, AHEAD);
	if (day > last) {
		return { name, message: `生效日期不能晚于${longDay(last)}（一年以后的变更，请临近时再登记）。请核对年份。` };
	}
	return { day };
}

/** Reads a form against the register of its effective day: the event's content, and what is wrong. `target`: id of the event that is corrected or taken back. */
export function readChange(
	given: Given,
	day: Day,
	register: Register,
	target: string | null,
): { body: Body; problems: Problem[] } {
	const { kind, document, reason } = given;
	const { told, problems } = readTold(given, register);
	const papers = [
		...problem('document', documentProblem(document)),
		...problem('reason', target === null ? null : reasonProblem(reason)),
	];
	const why = target === null ? {} : { correction_reason: reason };
	const body =
		kind === 'retract'
			? { retracts: target, document, ...why }
			: { kind, ...told, effective: day, document, ...(target === null ? {} : { corrects: target, ...why }) };
	return { body, problems: [...papers, ...problems] };
}

function documentProblem(document: string): string | null {
	if (document === '') return '请填写文号：机构变更以批准文件为据。';
	return document.length > DOCUMENT ? `文号不能超过${DOCUMENT}个字，现为${document.length}个字。` : null;
}

function reasonProblem(reason: string): string | null {
	if (reason === '') return '请写明更正或者撤回的理由。';
	return reason.length > REASON ? `理由不能超过${REASON}个字，现为${reason.length}个字。` : null;
}

/** What is odd but can be registered: a code that is no credit code. */
export function doubtsOf(body: Body): string[] {
	const told = Array.isArray(body.to) ? (body.to as { code: string; name: string }[]) : [];
	return told.flatMap(({ code, name }) =>
		/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) ? [] : [`${name}的代码“${code}”不是18位统一社会信用代码，请核对。`],
	);
}
