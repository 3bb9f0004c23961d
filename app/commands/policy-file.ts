import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { namesOf, readPolicyFields } from '#app/policies/fields.ts';
import { parameterOf, policyFields, promisable } from '#app/words/policies.ts';
import type { Call } from './command.ts';

const PAPERS = ['effective', 'document', 'ground'];

/**
 * Reads the policy that a call names as a JSON file: the fields of a version as in a `policy.adopted` event
 * (`{"dueCutoff": "17:30", "promised": {"delivery": 15}}`); a field left out is as in the readings shipped.
 * Throws Error, in Chinese, where the file cannot be read or understood.
 */
export function readPolicyFile({ cwd }: Pick<Call, 'cwd'>, path: string): Policy {
	const told = objectOf(path, textOf(resolve(cwd, path), path));
	const promised = promisedIn(told);
	const unknown = Object.keys(told).filter(name => !PAPERS.includes(name) && !policyFields.some(each => each === name));
	const byName = new Map(policyFields.flatMap(field => namesOf(field).map(name => [name, field] as const)));
	const { given, problems } = readPolicyFields(name => {
		const clock = /^promised\.(.+)$/.exec(name)?.[1];
		return textIn(clock === undefined ? told[byName.get(name) ?? ''] : promised[clock]);
	});
	const said = [
		...unknown.map(name => `没有名为“${name}”的字段，可用：${policyFields.join('、')}`),
		...Object.keys(promised).flatMap(clock => (byName.has(`promised.${clock}`) ? [] : [unpromisable(clock)])),
		...problems.map(({ name, message }) => `${fieldOf(name)}：${message}`),
	];
	if (said.length > 0) throw new Error([`口径文件 ${path} 有${said.length}处不正确：`, ...said].join('\n'));
	const { document, ground } = told;
	const shipped = defaultPolicies[0] as Policy;
	return {
		...shipped,
		...given,
		document: typeof document === 'string' ? document : path,
		ground: typeof ground === 'string' ? ground : '',
	};
}

function promisedIn({ promised }: Record<string, unknown>): Record<string, unknown> {
	return typeof promised === 'object' && promised !== null ? (promised as Record<string, unknown>) : {};
}

function unpromisable(clock: string): string {
	return `promised：“${clock}”不能承诺更短的期限，可用：${promisable.map(each => each.clock).join('、')}`;
}

function fieldOf(name: string): string {
	return policyFields.find(field => parameterOf(field) === name) ?? name;
}

function textIn(value: unknown): string | null {
	if (value === undefined) return null;
	return value === null ? '' : String(value);
}

function objectOf(path: string, text: string): Record<string, unknown> {
	let told: unknown;
	try {
		told = JSON.parse(text);
	} catch (error) {
		throw new Error(`口径文件 ${path} 不是有效的 JSON：${(error as Error).message}`);
	}
	if (typeof told === 'object' && told !== null && !Array.isArray(told)) return told as Record<string, unknown>;
	throw new Error(`口径文件 ${path} 应为一个 JSON 对象，如 {"dueCutoff": "17:30"}`);
}

function textOf(file: string, path: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		throw new Error(`读不到文件：${path}，请核对路径`);
	}
}
