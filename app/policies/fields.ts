import type { ClockName } from '#analytics/law/clocks.ts';
import { clocks } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { fieldWords, parameterOf, policyFields, promisable } from '#app/words/policies.ts';
import type { Choice, Days, Entry, PolicyField } from '#app/words/policy-entry.ts';

/** What is wrong with one value, by the name it was given under, in Chinese with the way out. */
export type Problem = { name: string; message: string };

/** The fields that were given and understood, and what is wrong with the others. */
export type FieldsRead = { given: Partial<Policy>; problems: Problem[] };

type Read = { value: unknown } | { message: string };

/**
 * Reads fields of a policy under their names (`due_cutoff`, `promised.delivery`) from a form, an address or a file.
 * @param read the text given under a name; null: nothing was given, the field is left out. An empty hour means none.
 */
export function readPolicyFields(
	read: (name: string) => string | null,
	fields: readonly PolicyField[] = policyFields,
): FieldsRead {
	const given: Partial<Record<PolicyField, unknown>> = {};
	const problems: Problem[] = [];
	for (const field of fields) {
		if (field === 'promised') continue;
		const name = parameterOf(field);
		const text = read(name)?.trim() ?? null;
		if (text === null) continue;
		const found = readText(fieldWords(field), text);
		if ('value' in found) given[field] = found.value;
		else problems.push({ name, message: found.message });
	}
	const promised = fields.includes('promised') ? readPromised(read) : null;
	if (promised !== null) given.promised = promised.value;
	return { given: given as Partial<Policy>, problems: [...problems, ...(promised?.problems ?? [])] };
}

/** The names under which a field is read: one, or one for every clock that can be promised. */
export function namesOf(field: PolicyField): string[] {
	return field === 'promised' ? promisable.map(({ clock }) => `promised.${clock}`) : [parameterOf(field)];
}

/** How a policy stands under the names that `readPolicyFields` reads. */
export function writePolicyFields(policy: Policy): Record<string, string> {
	const named = policyFields.flatMap((field): [string, string][] => {
		if (field !== 'promised') return [[parameterOf(field), String(policy[field] ?? '')]];
		return promisable.map(({ clock }) => [`promised.${clock}`, String(policy.promised[clock] ?? '')]);
	});
	return Object.fromEntries(named);
}

function readText(entry: Entry, text: string): Read {
	switch (entry.kind) {
		case 'choice':
			return readChoice(entry, text);
		case 'days':
			return readDays(entry, text);
		default:
			return readHour(entry, text);
	}
}

function readChoice({ name, options }: Choice, text: string): Read {
	if (Object.hasOwn(options, text)) return { value: text };
	const usable = Object.entries(options).map(([value, option]) => `${value}（${option.name}）`);
	return { message: `${name}“${text}”不正确，可用：${usable.join('、')}。` };
}

function readDays({ name, least, most }: Pick<Days, 'name' | 'least' | 'most'>, text: string): Read {
	const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
	if (value >= least && value <= most) return { value };
	return { message: `${name}“${text}”不正确，应为${least}至${most}的整数（工作日）。` };
}

/** `17:30`, also as people type it (`9:00`, `17：30`). Midnight is no cut-off: at either end of a day it would mean another day. */
function readHour({ name }: Pick<Entry, 'name'>, given: string): Read {
	if (given === '' || given === 'none') return { value: null };
	const text = given.replace('：', ':').padStart(5, '0');
	if (/^(?:00:00|24:00)$/.test(text)) {
		return { message: `${name}不能是零时或者24时：24时即不设时刻，请留空；需要截止时刻的写如 17:30。` };
	}
	if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) return { value: text };
	return { message: `${name}“${given}”不正确，应为 00:01 至 23:59 的时刻，如 17:30；不设时刻的请留空。` };
}

function readPromised(
	read: (name: string) => string | null,
): { value: Policy['promised']; problems: Problem[] } | null {
	const value: Partial<Record<ClockName, number>> = {};
	const problems: Problem[] = [];
	const texts = promisable.map(each => ({ ...each, text: read(`promised.${each.clock}`)?.trim() ?? null }));
	if (texts.every(({ text }) => text === null)) return null;
	for (const { clock, most, text } of texts) {
		if (text === null || text === '') continue;
		const found = readDays({ name: `${clocks[clock].zh}的承诺期限`, least: 1, most }, text);
		if ('value' in found) value[clock] = Number(found.value);
		else problems.push({ name: `promised.${clock}`, message: `${found.message}承诺期限应短于法定期限。` });
	}
	return { value, problems };
}
