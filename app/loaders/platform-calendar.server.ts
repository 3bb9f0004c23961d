import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { rangeFormOf } from '#analytics/ledger/connect.ts';
import { isPulled, type PulledConnect, tellsTotals } from '#analytics/ledger/sources.ts';
import { coverage, sequenceGaps } from '#analytics/measures/coverage.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { readDay } from '#app/period.ts';
import { Refusal } from '#app/refusal.ts';
import { type Framed, framed, spanned } from './frame.server.ts';
import { sourceOf } from './source.server.ts';

/** One day of the platform, and one run of numbers that lacks. */
export type CalendarDay = Omit<Row<typeof coverage>, 'source_id' | 'total'>;
type Gap = Omit<Row<typeof sequenceGaps>, 'source_id' | 'total' | 'lacking_total'>;

/** A platform's days, month by month: the figures behind one platform of the list, and what lacks of them. */
export type PlatformCalendar = Framed & {
	code: string;
	name: string;
	definition: string;
	gap_definition: string;
	/** The span that is offered for asking the platform; null: it cannot be asked, or not by this viewer. */
	askable: { from: Day; to: Day } | null;
	/** The viewer may have a day pulled again from it. */
	refillable: boolean;
	/** Days that are drawn, both included: the period up to the day asked about, at most its last twelve months. */
	from: Day;
	to: Day;
	cut: boolean;
	days: CalendarDay[];
	/** The day that is opened; null: none. `told` null: nothing was owed or told of it. */
	opened: { day: Day; told: CalendarDay | null; gaps: Gap[] } | null;
	gaps: Gap[];
	gaps_total: number;
	numbers_lacking: number;
};

/** Gaps that are listed; the file and the interface have all. */
const SHOWN = 50;

/** One platform's calendar. Throws Refusal 404 on an unknown source, or one that the viewer sees nothing of; 400 on a wrong day. */
export async function platformCalendar(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ code, day }: { code: string; day: string | null },
): Promise<PlatformCalendar> {
	const { id, name, connect } = await sourceOf(code, context);
	const span = drawn(asked);
	const on = day ? readDay(day, '日期') : null;
	const args = { ...spanned(viewer, asked), source_id: id, offset: 0 };
	const all = { states: null, owed: null, limit: 400 };
	const [frame, days, lacking, opened] = await Promise.all([
		framed(asked, context),
		context.store.ask(coverage, { ...args, ...all, from: span.from, to: span.to }),
		context.store.ask(sequenceGaps, { ...args, limit: SHOWN }),
		on && openedOn(on, args, context),
	]);
	if (viewer.visible !== null && days.length === 0) throw notTheirs(name);
	const [first] = lacking;
	return {
		...{ ...frame, code, name, definition: coverage.definition, gap_definition: sequenceGaps.definition },
		...{ ...span, days: days.map(plain), opened, gaps: lacking.map(gapOf) },
		gaps_total: first?.total ?? 0,
		numbers_lacking: first?.lacking_total ?? 0,
		refillable: isPulled(connect) && inTime(connect) && may(viewer.account.role, 'tend'),
		askable: tellsTotals(connect) && may(viewer.account.role, 'settle') ? offered(span, context) : null,
	};
}

type Args = ReturnType<typeof spanned> & { source_id: number; offset: number };

async function openedOn(day: Day, args: Args, { store }: House): Promise<PlatformCalendar['opened']> {
	const that = { ...args, from: day, to: day };
	const [[told], gaps] = await Promise.all([
		store.ask(coverage, { ...that, states: null, owed: null, limit: 1 }),
		store.ask(sequenceGaps, { ...that, limit: SHOWN }),
	]);
	return { day, told: told ? plain(told) : null, gaps: gaps.map(gapOf) };
}

/** The days to draw: none after the day asked about, and no more than twelve months. */
function drawn({ period, as_of }: Asked): { from: Day; to: Day; cut: boolean } {
	const to = period.to < as_of ? period.to : as_of;
	const first = toDay(`${plusDays(to, -334).slice(0, 7)}-01`);
	const cut = period.from < first;
	return { from: cut ? first : period.from, to, cut };
}

/** Whether a day is a range of its list. */
function inTime(connect: PulledConnect): boolean {
	return ['time', 'order'].includes(rangeFormOf(connect));
}

/** The last month of the span that is over. */
function offered({ from, to }: { from: Day; to: Day }, { today }: House): { from: Day; to: Day } {
	const over = plusDays(today(), -1);
	const last = to < over ? to : over;
	const first = plusDays(last, -30);
	return { from: from > first ? from : first, to: last };
}

function plain({ source_id: _, total: __, ...row }: Row<typeof coverage>): CalendarDay {
	return row;
}

function gapOf({ source_id: _, total: __, lacking_total: ___, ...gap }: Row<typeof sequenceGaps>): Gap {
	return gap;
}

function notTheirs(name: string): Refusal {
	return new Refusal(404, 'no_days', `“${name}”在所选区间没有与本部门有关的报送。请更换区间。`);
}
