import { calendarOf, type HolidayYear } from '#analytics/law/calendar.ts';
import { countYear, type YearCount } from '#analytics/law/notices/check.ts';
import { compareYears } from '#analytics/law/notices/compare.ts';
import { readImport } from '#analytics/law/notices/imported.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { versionsOf, type YearVersion } from '#app/loaders/enactments.server.ts';
import { Refusal } from '#app/refusal.ts';
import type { YearDraft } from './draft.ts';
import { yearOf } from './proposal.ts';

/** One side of a comparison. */
type Side = { label: string; title: string | null; count: YearCount };

/** Two tellings of a year side by side, and what they differ in, day by day. `problems`: of a file that was read for it. */
export type Comparison = { before: Side; after: Side; differences: string[]; problems: string[] };

export type CompareData = {
	year: number;
	years: number[];
	/** Every version of the year that was ever in force, the latest first. */
	versions: Omit<YearVersion, 'year'>[];
	a: number;
	b: number;
	comparison: Comparison;
};

/** A year as known at one place of the ledger against another. Throws Refusal 404 where the year or a version is not known. */
export async function compareData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	chosen: { year: string | null; a: string | null; b: string | null },
): Promise<CompareData> {
	const years = context.store
		.lawAt(asked.known)
		.book.years.map(({ year }) => year)
		.sort((x, y) => x - y);
	const year = chosen.year === null ? years.at(-1) : years.find(each => String(each) === chosen.year);
	if (year === undefined) throw new Refusal(404, 'no_year', `系统中没有“${chosen.year ?? ''}”年的工作日历。`);
	const versions = await versionsOf(year, viewer, asked, context);
	const [first, second] = [pick(versions, chosen.a, versions.at(-1)), pick(versions, chosen.b, versions[0])];
	const told = versions.map(({ seq, label }) => ({ seq, label }));
	const comparison = compared(sided(first), sided(second), []);
	return { year, years, versions: told, a: first.seq, b: second.seq, comparison };
}

/** A version of a year against what a person brings: a notice's text or a file. Throws Refusal 400. */
export async function compareWith(
	draft: YearDraft,
	viewer: Viewer,
	asked: Asked,
	context: House,
): Promise<{ year: number; comparison: Comparison }> {
	const read = readImport(draft.text, { year: yearOf(draft), title: '所给内容', address: null });
	if ('refused' in read) throw new Refusal(400, 'bad_draft', read.refused);
	const { year } = read.year;
	const [known] = await versionsOf(year, viewer, asked, context);
	if (known === undefined) throw new Refusal(400, 'bad_draft', `系统中没有${year}年的工作日历，无从比较。`);
	const given = { label: '所给内容', year: read.year };
	return { year, comparison: compared(sided(known), given, read.problems) };
}

type Telling = { label: string; year: HolidayYear };

function sided({ label, year }: YearVersion): Telling {
	return { label, year };
}

function compared(before: Telling, after: Telling, problems: string[]): Comparison {
	const side = ({ label, year }: Telling): Side => {
		return { label, title: year.title, count: countYear(year.year, calendarOf([year])) };
	};
	return { before: side(before), after: side(after), differences: compareYears(before.year, after.year), problems };
}

function pick(versions: YearVersion[], seq: string | null, otherwise: YearVersion | undefined): YearVersion {
	const found = seq === null ? otherwise : versions.find(each => String(each.seq) === seq);
	if (found === undefined) throw new Refusal(404, 'no_version', '没有这一版本，请从列表中选择。');
	return found;
}
