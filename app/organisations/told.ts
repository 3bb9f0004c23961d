import type { Problem } from '#app/policies/fields.ts';
import type { ChangeKind, ToldBody } from '#app/words/changes.ts';
import { attributes, kept, standing } from './bodies.ts';
import { absent, circular, problem, repeated, taken, unnamed } from './check.ts';
import { type Given, NOBODY } from './given.ts';
import { living, type Register } from './register.ts';

/** Who changes into whom, as the event says it. */
type Told = { from?: string[]; to?: ToldBody[]; successor?: string };

/** What a form of a kind says, and what is wrong with it, field by field. */
type Read = { told: Told; problems: Problem[] };

const readers: Record<Exclude<ChangeKind, 'retract'>, (given: Given, register: Register) => Read> = {
	establish,
	rename,
	merge,
	split,
	abolish,
	move,
	recognise,
};

/** Reads who changes into whom, against the register of the effective day. */
export function readTold(given: Given, register: Register): Read {
	return given.kind === 'retract' ? { told: {}, problems: [] } : readers[given.kind](given, register);
}

function establish(given: Given, register: Register): Read {
	const { code, name } = given.to[0] ?? { code: '', name: '' };
	const more = attributes(given, code, register);
	return {
		told: { to: [{ code, name, ...more.told }] },
		problems: [
			...problem('to.0.code', taken(code, register)),
			...problem('to.0.name', unnamed(name)),
			...more.problems,
		],
	};
}

function rename(given: Given, register: Register): Read {
	const from = given.from[0] ?? '';
	const told = given.to[0] ?? { code: '', name: '' };
	const code = told.code || from;
	const body = living(register, from);
	const same = code === from && body?.name === told.name;
	return {
		told: { from: [from], to: [{ ...kept(from, register), code, name: told.name }] },
		problems: [
			...problem('from.0', absent(from, register)),
			...problem('to.0.name', unnamed(told.name)),
			...(code === from ? [] : problem('to.0.code', taken(code, register))),
			...problem('to.0.name', same ? '名称和代码都没有改变，无需登记。' : null),
		],
	};
}

function merge(given: Given, register: Register): Read {
	const from = filled(given.from);
	const into = standing(given.to[0] ?? { code: '', name: '' }, 0, register);
	const bodies = new Set([...from, ...(into.known ? [into.body.code] : [])]);
	const leaving = from.filter(code => code !== into.body.code);
	const more = into.known ? { told: {}, problems: [] } : attributes(given, into.body.code, register);
	const inherited = into.known ? {} : kept(from[0] ?? '', register);
	return {
		told: { from, to: [{ ...into.body, ...inherited, ...more.told }] },
		problems: [
			...each(given.from, register),
			...problem(
				'from',
				bodies.size > 1 ? null : '合并至少涉及两个机构；只有一个机构的，请登记更名，或者选择并入现有机构。',
			),
			...into.problems,
			...more.problems,
			...(into.known ? problem('to.0.code', circular(into.body.code, leaving, register)) : []),
		],
	};
}

function split(given: Given, register: Register): Read {
	const from = given.from[0] ?? '';
	const rows = given.to.flatMap((row, n) => (row.code === '' && row.name === '' ? [] : [{ row, n }]));
	const parts = rows.map(({ row, n }) => standing(row.code === from ? { ...row, name: '' } : row, n, register));
	const codes = parts.map(({ body }) => body.code);
	const stays = codes.includes(from);
	const heir = stays || given.successor === NOBODY ? undefined : given.successor;
	const base = kept(from, register);
	const told = parts.map(({ body, known }) => (known ? body : { ...base, ...body }));
	return {
		told: { from: [from], to: told, ...(heir === undefined ? {} : { successor: heir }) },
		problems: [
			...problem('from.0', absent(from, register)),
			...problem('to', parts.length > 1 ? null : '分立之后至少有两个机构；只有一个的，请登记更名或者并入。'),
			...parts.flatMap(({ problems }) => problems),
			...repeated(given.to.map(({ code }) => code)).map(n => twice(`to.${n}.code`)),
			...problem('successor', stays ? null : splitHeir(given.successor, codes)),
			...(heir ? problem('successor', circular(heir, [from], register)) : []),
		],
	};
}

function abolish(given: Given, register: Register): Read {
	const from = given.from[0] ?? '';
	const { successor } = given;
	const heir = successor === NOBODY ? undefined : successor;
	const wrong =
		successor === ''
			? '请选择承接机构；尚未明确的，请选“暂不明确”，其未办结事项将列为“承接部门待明确”。'
			: heir === from
				? '承接机构不能是被撤销的机构本身。'
				: heir === undefined
					? null
					: (absent(heir, register) ?? circular(heir, [from], register));
	return {
		told: { from: [from], ...(heir === undefined ? {} : { successor: heir }) },
		problems: [...problem('from.0', absent(from, register)), ...problem('successor', wrong)],
	};
}

function move(given: Given, register: Register): Read {
	const from = given.from[0] ?? '';
	const more = attributes(given, from, register);
	const body = living(register, from);
	const told = { code: from, name: body?.name ?? from, ...more.told };
	const isSame =
		body !== null &&
		(told.region ?? body.region) === body.region &&
		(told.kind ?? body.kind) === body.kind &&
		(told.rankable === undefined || told.rankable === body.rankable) &&
		(told.parent === undefined || told.parent === (body.parent ?? from));
	return {
		told: { from: [from], to: [told] },
		problems: [
			...problem('from.0', absent(from, register)),
			...more.problems,
			...problem('region', isSame && more.problems.length === 0 ? '没有改变任何一项，无需登记。' : null),
		],
	};
}

function recognise(given: Given, register: Register): Read {
	const from = filled(given.from);
	const code = given.to[0]?.code ?? '';
	const name = living(register, code)?.name ?? code;
	return {
		told: { from, to: [{ code, name }] },
		problems: [
			...problem('from', from.length > 0 ? null : '请填写要认定的代码。'),
			...given.from.flatMap((each, n) => problem(`from.${n}`, notForeign(each, code, register))),
			...repeated(given.from).map(n => twice(`from.${n}`)),
			...problem('to.0.code', absent(code, register)),
		],
	};
}

/** Why a code cannot be recognised as another body's; null where it can, and for an empty line. */
function notForeign(code: string, body: string, { on, end, other }: Register): string | null {
	if (code === '') return null;
	if (other.get(code)?.body === body) return `代码“${code}”已是${other.get(code)?.body_name}的代码，无需登记。`;
	const known = on.get(code) ?? end.get(code);
	if (known?.identified) {
		return `代码“${code}”已登记为${known.name}，不是未识别的代码。登记有误的，请先撤回其登记；实为并入的，请登记合并。`;
	}
	if (known !== undefined || other.has(code)) return null;
	return `没有报送过代码“${code}”的数据，请核对代码。`;
}

function splitHeir(heir: string, codes: readonly string[]): string | null {
	if (heir === '') {
		return '请写明未办结事项由哪个机构承接；尚未明确的，请填“待明确”，其未办结事项将列为“承接部门待明确”。';
	}
	return heir === NOBODY || codes.includes(heir)
		? null
		: `承接机构“${heir}”不在分立后的机构之中，请填写其中之一的代码。`;
}

function each(codes: readonly string[], register: Register): Problem[] {
	return [
		...codes.flatMap((code, n) => (code === '' ? [] : problem(`from.${n}`, absent(code, register)))),
		...repeated(codes).map(n => twice(`from.${n}`)),
	];
}

function twice(name: string): Problem {
	return { name, message: '同一代码写了两次，请删去一处。' };
}

function filled(codes: readonly string[]): string[] {
	return [...new Set(codes.filter(code => code !== ''))];
}
