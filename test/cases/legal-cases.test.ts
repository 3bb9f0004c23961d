import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Run } from '#analytics/cases/run.ts';
import { type ClockName, clockNames } from '#analytics/law/clocks.ts';
import { dueOf, judged, statusOn } from './casebook.ts';
import { dayOf, readings } from './legal-acts.ts';
import { legalCases } from './legal-cases.ts';
import { type Expected, type LegalCase, readCases } from './legal-notation.ts';
import { clockWords, defectWords, doubtWords, statusWords } from './legal-words.ts';

const decree = fileURLToPath(new URL('../../../shared/decree-809.md', import.meta.url));
const sameCommas = (text: string) => text.replaceAll('，', ',');
const cases = readCases(legalCases);
const told = cases.flatMap(({ expected }) => expected);

/** What is actually so, said in the words of what is expected. */
function actual(run: Run, told: readonly string[]): string[] {
	const defects = run.defects.map(defect => `问题${wordOf(defectWords, defect)}`);
	const last = run.spans.at(-1);
	const words = told
		.filter(word => !word.startsWith('问题'))
		.map(word => sayAgain(word, run, last?.provisional ?? false));
	return [...words, ...defects];
}

function sayAgain(word: string, run: Run, provisional: boolean): string {
	const [, kind = '', value = ''] = /^(起|到期|法定|承诺|延|停|暂定|不暂定|\d[\d-]*\d)(.*)$/.exec(word) ?? [];
	const on = (day: string | null) => (day === null ? '无' : day.startsWith('2026-') ? day.slice(5) : day);
	const said: Record<string, () => string> = {
		起: () => on(run.startedOn),
		到期: () => on(dueOf(run)),
		法定: () => on(run.statutoryDueOn),
		承诺: () => on(run.promisedDueOn),
		延: () => String(run.extended),
		停: () => String(run.paused),
	};
	if (kind === '暂定' || kind === '不暂定') return provisional ? '暂定' : '不暂定';
	if (kind === '' || (value === '' && !/^\d/.test(kind))) throw new Error(`不认识：${word}`);
	return `${kind}${said[kind]?.() ?? wordOf(statusWords, statusOn(run, dayOf(kind)))}`;
}

function wordOf(words: Record<string, string>, code: string): string {
	return Object.keys(words).find(word => words[word] === code) ?? code;
}

function isOf({ clock, line, run }: Run, { about, ...which }: Expected): boolean {
	return clockWords[about]?.includes(clock) === true && line === which.line && run === which.run;
}

/** The runs of the clocks that a row names, and its doubts, in its own words. */
function judgedInWords({ events, policies, expected }: LegalCase): Record<string, string[]> {
	const { runs, doubts } = judged(events, policies);
	const said: Record<string, string[]> = {};
	const named = new Set(expected.flatMap(({ about }) => clockWords[about] ?? []));
	for (const run of runs.filter(({ clock }) => named.has(clock))) {
		const asked = expected.find(each => isOf(run, each));
		const about = wordOfClock(run.clock);
		said[`${about}#${run.line}·${run.run}`] = asked === undefined ? ['没有写明'] : actual(run, asked.told);
	}
	for (const { code } of doubts) said.存疑 = [...(said.存疑 ?? []), wordOf(doubtWords, code)];
	return said;
}

function wordOfClock(clock: ClockName): string {
	return Object.keys(clockWords).find(word => clockWords[word]?.includes(clock)) ?? clock;
}

function expectedInWords({ expected }: LegalCase): Record<string, string[]> {
	const due = expected.filter(({ told }) => told[0] !== '无');
	return Object.fromEntries(
		due.map(({ about, line, run, told }) => [about === '存疑' ? about : `${about}#${line}·${run}`, told]),
	);
}

describe('法律案例', () => {
	test.each(cases.map(each => [each.name, each.law, each] as const))('%s：%s', (_, __, row) => {
		expect(judgedInWords(row)).toEqual(expectedInWords(row));
	});

	test(`共${cases.length}例，不少于150例；各写明条文与原文`, () => {
		expect(cases.length).toBeGreaterThanOrEqual(150);
		expect(cases.filter(({ law }) => !/^(《.+》)?第.+条.*“.+”$/.test(law)).map(({ name }) => name)).toEqual([]);
	});

	test.skipIf(!existsSync(decree))('所引条文逐字见于条例的该条', () => {
		const articles = sameCommas(readFileSync(decree, 'utf8')).split('**第');
		const wrong = cases.filter(({ law }) => {
			const [, article, words] = /^第(.+条)(?:第.款)?“(.+)”$/.exec(law) ?? [];
			const text = articles.find(each => each.startsWith(`${article}**`));
			return article !== undefined && text?.includes(sameCommas(words ?? '')) !== true;
		});
		expect(wrong.map(({ name, law }) => `${name}：${law}`)).toEqual([]);
	});

	test('每一时限、每一种口径、每一种问题都有案例', () => {
		const clocks = told.flatMap(({ about }) => clockWords[about] ?? []);
		expect(clockNames.filter(clock => !clocks.includes(clock))).toEqual([]);
		const chosen = cases.flatMap(each => each.readings);
		expect(Object.keys(readings).filter(word => !chosen.includes(word))).toEqual([]);
		const words = told.flatMap(each => each.told);
		expect(Object.keys(defectWords).filter(word => !words.includes(`问题${word}`))).toEqual([]);
		expect(Array.from({ length: 21 }, (_, n) => `V${String(n + 1).padStart(2, '0')} `).filter(isMissing)).toEqual([]);
	});
});

function isMissing(vector: string): boolean {
	return !cases.some(({ name }) => name.startsWith(vector));
}
