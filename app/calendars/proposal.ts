import { createHash } from 'node:crypto';
import { overlaySchema, yearSchema } from '#analytics/cases/enactment.ts';
import type { HolidayYear, Overlay } from '#analytics/law/calendar.ts';
import { calendarsOf, covers, type Lawbook, overlaysIn } from '#analytics/law/lawbook.ts';
import { checkYear } from '#analytics/law/notices/check.ts';
import { checkOverlay, overlayLosses } from '#analytics/law/notices/check-overlay.ts';
import { supersedes } from '#analytics/law/notices/compare.ts';
import { type DayRange, readDayLines } from '#analytics/law/notices/day-lines.ts';
import { readImport } from '#analytics/law/notices/imported.ts';
import { daysFrom } from '#analytics/law/notices/told.ts';
import { Refusal } from '#app/refusal.ts';
import { regionName } from '#app/words/regions.ts';
import type { Draft, OverlayDraft, YearDraft } from './draft.ts';

/** What a draft would put into force, and everything that speaks against it. */
export type Proposal = {
	enactment: { kind: 'year'; year: HolidayYear } | { kind: 'overlay'; overlay: Overlay };
	/** What was not understood or is not plausible. */
	problems: string[];
	/** What is known already and would be gone. */
	losses: string[];
};

/**
 * Reads a draft against the law it would change; `regions`: division codes of the departments known. Throws Refusal 400
 * where there is nothing that could be put into force.
 */
export function proposalOf(draft: Draft, book: Lawbook, regions: readonly string[]): Proposal {
	return draft.kind === 'year' ? yearProposal(draft, book) : overlayProposal(draft, book, regions);
}

/** Fingerprint of what is shown to be confirmed: the proposal on top of the law with this `since`. */
export function digestOf(proposal: Proposal, since: number): string {
	return createHash('sha256')
		.update(JSON.stringify([proposal, since]))
		.digest('hex');
}

/** The year that a draft names; null where the content is to say. Throws Refusal 400. */
export function yearOf({ year }: Pick<YearDraft, 'year'>): number | null {
	if (year !== '' && !/^\d{4}$/.test(year)) throw wrong(`年份“${year}”不正确，应为四位数字，如2027。`);
	return year === '' ? null : Number(year);
}

function yearProposal(draft: YearDraft, { years }: Lawbook): Proposal {
	const { text, title, address } = draft;
	if (address !== '' && !/^https?:\/\/\S+$/.test(address)) {
		throw wrong(`网址“${address}”不正确，应以 http:// 或者 https:// 开头。`);
	}
	const read = readImport(text, {
		year: yearOf(draft),
		title: title === '' ? null : title,
		address: address === '' ? null : address,
	});
	if ('refused' in read) throw wrong(read.refused);
	const known = years.find(each => each.year === read.year.year);
	if (known !== undefined && same(known, read.year)) throw nothingNew(`${read.year.year}年放假安排`);
	demandSound(yearSchema.safeParse(read.year));
	const problems = [...new Set([...read.problems, ...checkYear(read.year)])];
	return {
		enactment: { kind: 'year', year: read.year },
		problems,
		losses: known === undefined ? [] : supersedes(known, read.year),
	};
}

function overlayProposal(draft: OverlayDraft, book: Lawbook, regions: readonly string[]): Proposal {
	const known = book.overlays.find(({ code }) => code === draft.code);
	if (draft.code !== '' && known === undefined) throw wrong('要变更的登记不存在，请从工作日历页面重新选择。');
	const overlay = overlayOf(draft, known);
	if (known !== undefined && same(known, overlay)) throw nothingNew(`“${overlay.name}”`);
	if (known === undefined && book.overlays.some(({ code }) => code === overlay.code)) {
		throw wrong(`该地区同日已有“${overlay.name}”的登记，请在工作日历页面上变更该登记。`);
	}
	demandSound(overlaySchema.safeParse(overlay));
	const others = book.overlays.filter(({ code }) => code !== overlay.code);
	const { calendar } = calendarsOf({ ...book, overlays: others }).of(overlay.region);
	const there = overlaysIn({ ...book, overlays: others }, overlay.region);
	return {
		enactment: { kind: 'overlay', overlay },
		problems: [...nobodyThere(overlay, regions), ...checkOverlay(overlay, calendar, there)],
		losses: known === undefined ? [] : overlayLosses(known, overlay),
	};
}

/** A region without a department: most likely its code is wrong. Nothing is said where no department's region is known. */
function nobodyThere({ region }: Overlay, regions: readonly string[]): string[] {
	if (region === null || regions.length === 0 || regions.some(each => covers(region, each))) return [];
	return [`现有部门都不在${regionName(region)}，登记后不改变任何期限，请核对行政区划代码`];
}

function overlayOf({ name, region, document, off, work }: OverlayDraft, known: Overlay | undefined): Overlay {
	if (name === '') throw wrong('没有写明名称，如“三月三”“台风停工”。');
	if (document === '') throw wrong('没有写明文号和文件名称：放假日以文件为据，请填写。');
	if (region !== '' && !/^\d{6}$/.test(region)) {
		throw wrong(`地区“${region}”不正确，应为六位行政区划代码，如广西为450000；适用于全国的请选“全国”。`);
	}
	const [rest, made] = [daysOf('放假日', off), daysOf('上班日', work)];
	if (rest.length + made.length === 0 && known === undefined) throw wrong('没有列出任何日子，请填写放假日。');
	const first = [...rest, ...made].map(({ from }) => from).sort()[0] ?? '';
	return {
		code: known?.code ?? `${region || '000000'}·${name}·${first}`,
		name,
		region: region || null,
		document,
		off: rest.map(({ from, to }) => ({ name, from, to })),
		work: made.flatMap(({ from, to }) => daysFrom(from, to)).map(date => ({ name, date })),
	};
}

function daysOf(name: string, text: string): DayRange[] {
	const { ranges, problems } = readDayLines(text);
	if (problems.length > 0) throw wrong(`${name}：${problems.join('；')}。`);
	return ranges;
}

/** The event's own schema speaks before anything is shown. */
function demandSound(parsed: {
	success: boolean;
	error?: { issues: { path: PropertyKey[]; message: string }[] };
}): void {
	if (parsed.success) return;
	const said = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}：${message}`) ?? [];
	throw wrong(`内容不能登记：${said.slice(0, 3).join('；')}。`);
}

function same(known: object, next: object): boolean {
	const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
	return sorted(known) === sorted(next);
}

function nothingNew(name: string): Refusal {
	return new Refusal(400, 'nothing_new', `${name}与已登记的完全相同，无须再登记。`);
}

function wrong(message: string): Refusal {
	return new Refusal(400, 'bad_draft', message);
}
