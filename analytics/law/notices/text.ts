import { readArrangement } from './arrangement.ts';
import type { Told } from './told.ts';

type Item = { name: string; text: string };

const NUMBER = '[一二三四五六七八九十]{1,3}';
const NUMBERED = new RegExp(`^(?:[（(]?(?:${NUMBER}|\\d{1,2})[）)]?[、.．])(.*)$`);
const NAMED = /^([^\d０-９,，。；;:：]{2,20})[:：](.*)$/;
const TITLE = /国务院办公厅关于(\d{4})年部分节假日安排的通知/;

/** Reads the pasted text of a State Council notice: one item a festival, 一、元旦：1月1日…放假…。 */
export function readText(text: string, year: number): Told {
	const title = TITLE.exec(text.replace(/\s/g, ''));
	const told: Told = { days: [], problems: [], title: title?.[0] ?? null, address: null };
	if (title !== null && Number(title[1]) !== year) told.problems.push(`通知是${title[1]}年的，不是${year}年的`);
	const { items, strays } = itemsOf(text);
	for (const item of items) {
		const { days, problems } = readArrangement(item.name, item.text, year);
		told.days.push(...days);
		told.problems.push(...problems);
	}
	told.problems.push(...strays.map(sentence => `未读懂“${sentence}”（不在任何一个节日之下）`));
	return told;
}

/** The year of the notice by its title; null where the text has no title. */
export function yearOfText(text: string): number | null {
	const year = TITLE.exec(text.replace(/\s/g, ''))?.[1];
	return year === undefined ? null : Number(year);
}

/** The items, and the sentences beside them that name a day off or a working day. */
function itemsOf(text: string): { items: Item[]; strays: string[] } {
	const items: Item[] = [];
	const strays: string[] = [];
	let open: Item | null = null;
	for (const line of linesOf(text)) {
		const head = headOf(line);
		if (head !== null) items.push(head);
		const under: Item | null = head ?? afterLine(open, line);
		if (head === null && under !== null) under.text += line;
		if (under === null) strays.push(...line.split(/[。；;]/).filter(matters));
		open = under;
	}
	return { items, strays };
}

/** The festival that a line without a head belongs to; an empty line closes one that has text. */
function afterLine(open: Item | null, line: string): Item | null {
	if (open === null) return null;
	const stays = line === '' ? open.text === '' : continues(open, line);
	return stays ? open : null;
}

/** Lines without white space; festivals that follow each other on one line are taken apart. */
function linesOf(text: string): string[] {
	return text
		.split(/\r\n|\r|\n/)
		.map(line => line.replace(/\s/g, ''))
		.flatMap(line => line.split(new RegExp(`(?<=[。；;])(?=${NUMBER}、[^\\d,，。；;:：]{2,20}[:：])`)));
}

/** The festival that a line begins; null where it begins none. */
function headOf(line: string): Item | null {
	const numbered = NUMBERED.exec(line)?.[1];
	const named = NAMED.exec(numbered ?? line);
	if (named !== null) {
		const [, name = '', text = ''] = named;
		return numbered !== undefined || matters(text) ? { name, text } : null;
	}
	return numbered !== undefined && /^[^\d,，。；;:：]{2,12}$/.test(numbered) ? { name: numbered, text: '' } : null;
}

/** A line broken off in the middle, or one that begins with a date, belongs to the festival above. */
function continues(open: Item, line: string): boolean {
	const broken = open.text !== '' && !/[。；;]$/.test(open.text);
	return broken || (/^(?:\d{4}年)?\d{1,2}月\d{1,2}日/.test(line) && matters(line));
}

function matters(text: string): boolean {
	return /[\d一二三四五六七八九十][日号](?!电)/.test(text) && /放假|上班|补休|调休|公休|休息/.test(text);
}
