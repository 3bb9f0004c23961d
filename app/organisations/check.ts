import { plusDays, toDay } from '#analytics/law/day.ts';
import type { Problem } from '#app/policies/fields.ts';
import { longDay } from '#app/words/format.ts';
import { living, type Register } from './register.ts';

/** Characters of a code and of a name, at most. */
const CODE = 64;
const NAME = 100;

/** Why a code does not name a body that is there on the effective day; null where it does. */
export function absent(code: string, register: Register): string | null {
	if (code === '') return '请选择机构。';
	const other = register.other.get(code);
	if (other !== undefined) return `代码“${code}”是${other.body_name}的其他代码，请选择${other.body_name}。`;
	if (living(register, code) !== null) return null;
	const body = register.on.get(code);
	if (body?.identified && body.valid_to !== null) {
		const since = longDay(plusDays(toDay(body.valid_to), 1));
		return `${body.name}自${since}起已不存在，不能再登记变更；原登记有误的，请先更正或者撤回原登记。`;
	}
	if (body !== undefined) return `代码“${code}”尚未登记（未识别），请先认定或者登记为机构。`;
	const later = register.end.get(code);
	if (later?.identified && later.valid_from !== null) {
		return `${later.name}自${longDay(later.valid_from)}起设立，在生效日期尚不存在。请核对生效日期。`;
	}
	return `没有代码为“${code}”的机构，请从列表中选择。`;
}

/** Why a code cannot be given to a new body; null where it can. One that has ceased may be set up again. */
export function taken(code: string, register: Register): string | null {
	if (code === '') return '请填写机构代码（统一社会信用代码）。';
	if (/\s/.test(code)) return `代码“${code}”中有空格，请核对。`;
	if (code.length > CODE) return `代码不能超过${CODE}个字符，现为${code.length}个。`;
	const other = register.other.get(code);
	if (other !== undefined) return `代码“${code}”已是${other.body_name}的其他代码，不能再登记为另一机构。`;
	const body = register.on.get(code);
	const known = body?.identified ? body : register.end.get(code);
	if (!known?.identified || (body?.identified && body.valid_to !== null)) return null;
	return `代码“${code}”已登记为${known.name}，不能再登记为另一机构。`;
}

/** Why a name cannot stand; null where it can. */
export function unnamed(name: string): string | null {
	if (name === '') return '请填写机构名称（全称）。';
	return name.length > NAME ? `名称不能超过${NAME}个字，现为${name.length}个字。` : null;
}

/** A problem where there is one. */
export function problem(name: string, message: string | null): Problem[] {
	return message === null ? [] : [{ name, message }];
}

/** The places of a code that stands in the list already. */
export function repeated(codes: readonly string[]): number[] {
	return codes.flatMap((code, n) => (code !== '' && codes.indexOf(code) < n ? [n] : []));
}

/**
 * Why a body cannot take over from those that leave: whoever takes over from it in time, by what is registered to come, is
 * one of them. Null where nothing goes in a circle.
 */
export function circular(heir: string, leaving: readonly string[], { end }: Register): string | null {
	const path = [heir];
	for (let at = end.get(heir); at?.valid_to && at.successor !== null; at = end.get(at.successor)) {
		if (leaving.includes(at.successor)) {
			const names = [...path, at.successor].map(code => end.get(code)?.name ?? code);
			return `循环承接：已登记${names.join('→')}依次承接，不能再由${names[0]}承接${names.at(-1)}。请先更正或者撤回其中一项。`;
		}
		if (path.includes(at.successor)) return null;
		path.push(at.successor);
	}
	return null;
}

/** Why a body cannot be a unit of another one; null where it can. */
export function noParent(parent: string, unit: string, register: Register): string | null {
	if (parent === unit) return '不能把机构列为自己的下属单位。';
	const missing = absent(parent, register);
	if (missing !== null) return missing;
	const path = [parent];
	for (let at = register.on.get(parent); at?.parent; at = register.on.get(at.parent)) {
		if (at.parent === unit) return `循环隶属：${register.on.get(parent)?.name ?? parent}本身是它的下属单位。`;
		if (path.includes(at.parent)) return null;
		path.push(at.parent);
	}
	return null;
}
