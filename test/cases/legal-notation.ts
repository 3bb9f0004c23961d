import { type LedgerEvent, OFFICE_ID } from '#analytics/cases/event.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { act, DEMANDER, under } from './casebook.ts';
import { acts, dayOf, readings, says } from './legal-acts.ts';

/**
 * The notation of legal-cases.ts. A row is `案情 | 条文 | 口径 | 事件 | 结果`; lines that begin with `#` are headings.
 * Events, separated by `，`: a day (of 2026 unless its year is given), `T` and the hour or `纸` for a paper act; the act;
 * what it says. Results, separated by `；`: a clock, `#` line, `·` number of the run; what is expected of it, or `无`. A clock
 * that is named has exactly the runs and the defects told of it, a row exactly the doubts told.
 */
export type LegalCase = {
	name: string;
	law: string;
	readings: string[];
	policies: Policy[];
	events: LedgerEvent[];
	expected: Expected[];
};

/** What is expected of one run of a clock, or, about `存疑`, of the doubts: word by word. */
export type Expected = { about: string; line: string; run: number; told: string[] };

/** Reads the rows of a table. Throws on a word that the notation does not have. */
export function readCases(table: string): LegalCase[] {
	return table
		.split('\n')
		.map(row => row.trim())
		.filter(row => row !== '' && !row.startsWith('#'))
		.map(readCase);
}

function readCase(row: string): LegalCase {
	const [name = '', law = '', chosen = '', events = '', results = '', ...rest] = row
		.split(' | ')
		.map(part => part.trim());
	if (results === '' || rest.length > 0) throw new Error(`应为五栏：${row}`);
	const named = chosen === '缺省' ? [] : chosen.split('、');
	return {
		name,
		law,
		readings: named.map(reading => splitNumber(reading).word),
		policies: under(Object.assign({}, ...named.map(readReading))),
		events: events.split('，').map(readEvent),
		expected: results.split('；').map(readResult),
	};
}

function readReading(text: string): Partial<Policy> {
	const { word, n } = splitNumber(text);
	return known(readings, word)(n);
}

/** `有限签收3` → 有限签收, 3. */
function splitNumber(text: string): { word: string; n: number } {
	const [, word = text, n] = /^(.+?)(\d+)$/.exec(text) ?? [];
	return Object.hasOwn(readings, text) ? { word: text, n: 0 } : { word, n: Number(n) };
}

function readEvent(text: string, n: number): LedgerEvent {
	const [when = '', word = '', ...more] = text.trim().split(' ');
	const [type, data = {}, by] = known(acts, word);
	const told = { id: `${n + 1}`, data: { ...data } as Record<string, unknown>, ...(by === undefined ? {} : { by }) };
	const event = Object.assign(told, ...more.map(each => readDetail(each, told.data)));
	const own = type === 'delivery.rejection_decided' || type === 'evidence.decided';
	const [day = '', paper] = when.split('纸');
	const time = paper === undefined ? dayOf(day) : `${dayOf(day)}!`;
	return { ...act(type, time, own ? { ...event, source: OFFICE_ID } : event), seq: n + 1 };
}

/** `#1` line · `由B` whose act · `记06-17` recorded · `源4` source · `号A` id; everything else is a field. */
function readDetail(text: string, data: Record<string, unknown>): object {
	if (text.startsWith('#')) return { line: text.slice(1) };
	if (text.startsWith('由')) {
		data.counterparty = DEMANDER;
		return { by: text.slice(1) };
	}
	if (text.startsWith('记')) return { recorded: dayOf(text.slice(1)) };
	if (text.startsWith('源')) return { source: Number(text.slice(1)) };
	if (text.startsWith('号')) return { id: text.slice(1) };
	const word = Object.keys(says).find(each => text.startsWith(each));
	if (word === undefined) throw new Error(`不认识：${text}`);
	Object.assign(data, known(says, word)(text.slice(word.length)));
	return {};
}

function readResult(text: string): Expected {
	const [of = '', ...told] = text.trim().split(' ');
	const [, about = of, line = '', run = '1'] = /^([^#·]+)(?:#([^·]+))?(?:·(\d+))?$/.exec(of) ?? [];
	return { about, line, run: Number(run), told };
}

function known<T>(words: Record<string, T>, word: string): T {
	const found = words[word];
	if (found === undefined) throw new Error(`不认识：${word}`);
	return found;
}
