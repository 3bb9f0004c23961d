import type { Problem } from '#app/policies/fields.ts';
import type { ToldBody } from '#app/words/changes.ts';
import { departmentKinds } from '#app/words/zh.ts';
import { noParent, problem, taken, unnamed } from './check.ts';
import { type Given, SELF } from './given.ts';
import { living, type Register } from './register.ts';

/** A body that stands afterwards: one of the register under its own name, or a new one with a name. */
export function standing({ code, name }: Given['to'][number], n: number, register: Register) {
	const body = living(register, code);
	if (body !== null && body.code === code) {
		const renamed = name !== '' && name !== body.name;
		const message = `代码“${code}”已登记为${body.name}，与所填名称不同。名称有改变的，请另行登记更名。`;
		return {
			known: true,
			body: { code, name: body.name },
			problems: problem(`to.${n}.name`, renamed ? message : null),
		};
	}
	const problems = [...problem(`to.${n}.code`, taken(code, register)), ...problem(`to.${n}.name`, unnamed(name))];
	return { known: false, body: { code, name }, problems };
}

/** What a new body takes over from the one it comes from, unless told otherwise. */
export function kept(code: string, register: Register): Partial<ToldBody> {
	const body = living(register, code);
	return {
		...(body?.region ? { region: body.region } : {}),
		...(body?.kind ? { kind: body.kind } : {}),
		...(body?.parent ? { parent: body.parent } : {}),
	};
}

/** Region, kind, ranking and parent, where they are told. */
export function attributes(
	given: Given,
	code: string,
	register: Register,
): { told: Partial<ToldBody>; problems: Problem[] } {
	const { region, bodyKind, rankable, parent } = given;
	const told = {
		...(region === '' ? {} : { region }),
		...(bodyKind === '' ? {} : { kind: bodyKind }),
		...(rankable === '' ? {} : { rankable: rankable === 'yes' }),
		...(parent === '' ? {} : { parent: parent === SELF ? code : parent }),
	};
	return { told, problems: attributeProblems(given, code, register) };
}

function attributeProblems({ region, bodyKind, rankable, parent }: Given, code: string, register: Register): Problem[] {
	const isRegion = region === '' || /^\d{6}$/.test(region);
	const isKind = bodyKind === '' || Object.hasOwn(departmentKinds, bodyKind);
	const isParent = parent === '' || parent === SELF;
	return [
		...problem('region', isRegion ? null : `行政区划代码“${region}”不正确，应为六位数字。`),
		...problem('body_kind', isKind ? null : '请从列表中选择类别。'),
		...problem('rankable', ['', 'yes', 'no'].includes(rankable) ? null : '请从列表中选择。'),
		...problem('parent', isParent ? null : noParent(parent, code, register)),
	];
}
