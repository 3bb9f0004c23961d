import { type Day, weekday } from '../day.ts';
import { dayOfParts, daysFrom, sayDate, sayWeekday, type ToldDay } from './told.ts';

/** What a sentence says: days off, days worked, and claims that have to agree with them. */
type Said = { off: Day[]; work: Day[]; counts: number[]; noMakeUp: boolean; withWeekend: boolean };

const DATE = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^()]*)\\))?';
const SPAN = new RegExp(`^${DATE}(?:[至到~—–-]{1,2}${DATE})?`);
const LUNAR = /^(?:农历.{1,10}|除夕|新年|.{1,6}节|(?:正|腊)月.{2,3})$/;

/**
 * Reads the sentences of one festival in a notice of the form used since 2009, e.g.
 * 1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * A date without a year lies in `year`. A sentence that is not understood, or contradicts itself, gives no days.
 */
export function readArrangement(name: string, text: string, year: number): { days: ToldDay[]; problems: string[] } {
	const all: Said = nothing();
	const problems: string[] = [];
	for (const sentence of text.split(/[。；;]/).filter(part => part !== '')) {
		const said = readSentence(sentence.normalize('NFKC'), year);
		if (typeof said === 'string') problems.push(`${name}：未读懂“${sentence}”${said === '' ? '' : `（${said}）`}`);
		else add(all, said);
	}
	problems.push(...contradictions(all).map(problem => `${name}：${problem}`));
	const told = (off: boolean) => (on: Day) => ({ on, name, off });
	return { days: [...all.off.map(told(true)), ...all.work.map(told(false))], problems };
}

function nothing(): Said {
	return { off: [], work: [], counts: [], noMakeUp: false, withWeekend: false };
}

function add(all: Said, said: Said): void {
	all.off.push(...said.off);
	all.work.push(...said.work);
	all.counts.push(...said.counts);
	all.noMakeUp ||= said.noMakeUp;
	all.withWeekend ||= said.withWeekend;
}

function contradictions({ off, work, counts, noMakeUp, withWeekend }: Said): string[] {
	const problems = counts
		.filter(count => count !== off.length)
		.map(count => `写明放假${count}天，所列放假日为${off.length}天`);
	if (noMakeUp && work.length > 0) problems.push('写明不调休，却列有上班日');
	for (const on of withWeekend ? off : []) {
		if (![5, 6, 0, 1].includes(weekday(on))) problems.push(`写明与周末连休，但${sayDate(on)}不与周末相连`);
	}
	return problems;
}

/** What a sentence says, or why it is not understood (may be empty). */
function readSentence(sentence: string, year: number): Said | string {
	const said = nothing();
	for (const clause of sentence.split(/,(?![^(]*\))/)) {
		const count = /^共(\d+)天$/.exec(clause);
		if (count !== null) said.counts.push(Number(count[1]));
		else if (clause === '不调休') said.noMakeUp = true;
		else if (clause === '与周末连休') said.withWeekend = true;
		else {
			const wrong = readClause(clause, year, said);
			if (wrong !== null) return wrong;
		}
	}
	return said;
}

/** Reads dates and what is done on them into `said`; null, or why the clause is not understood. */
function readClause(clause: string, year: number, said: Said): string | null {
	const days: Day[] = [];
	let rest = clause;
	let last: Day | null = null;
	for (;;) {
		const span = SPAN.exec(rest);
		if (span === null) break;
		const read = readSpan(span, year, last);
		if (typeof read === 'string') return read;
		days.push(...read);
		last = read.at(-1) ?? null;
		rest = rest.slice(span[0].length).replace(/^[、和](?=\d)/, '');
	}
	const verb = /^(?:放假(?:调休|公休)?(?:(\d+)天)?|(补休)|((?:调休)?上班))$/.exec(rest);
	if (verb === null || days.length === 0) return '';
	if (verb[1] !== undefined) said.counts.push(Number(verb[1]));
	(verb[3] === undefined ? said.off : said.work).push(...days);
	return null;
}

/** The days of one date or of a range; or what is wrong with it. A month left out is that of the date before. */
function readSpan(span: RegExpExecArray, year: number, before: Day | null): Day[] | string {
	const [text, y1, m1, d1, note1, y2, m2, d2, note2] = span;
	const from = dateOf([y1, m1, d1], year, before);
	if (from === null) return `日历中没有${text}，或没有写明月份`;
	const to = d2 === undefined ? from : dateOf([y2, m2, d2], year, from);
	if (to === null) return `日历中没有${text}`;
	if (to < from) return `${text}止日早于起日`;
	return disagreement(from, note1) ?? disagreement(to, note2) ?? daysFrom(from, to);
}

function dateOf([y, m, d]: (string | undefined)[], year: number, before: Day | null): Day | null {
	if (m !== undefined) return dayOfParts(Number(y ?? year), Number(m), Number(d));
	if (before === null || y !== undefined) return null;
	return dayOfParts(Number(before.slice(0, 4)), Number(before.slice(5, 7)), Number(d));
}

/** What stands in brackets behind a date: a weekday that has to be right, or the lunar date. */
function disagreement(on: Day, note: string | undefined): string | null {
	for (const word of (note ?? '').split(/[、,]/).filter(part => part !== '')) {
		const named = /^(?:周|星期)([一二三四五六日天])$/.exec(word)?.[1]?.replace('天', '日');
		if (named !== undefined && `周${named}` !== sayWeekday(on)) return `写的是周${named}，${sayDate(on)}`;
		if (named === undefined && !LUNAR.test(word)) return `括号中的“${word}”`;
	}
	return null;
}
