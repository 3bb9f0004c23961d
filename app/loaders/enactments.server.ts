import { enactmentOf } from '#analytics/cases/enactment.ts';
import type { ShareEvent } from '#analytics/cases/event.ts';
import type { HolidayYear } from '#analytics/law/calendar.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';
import type { Enactment } from '#analytics/law/lawbook.ts';
import { enactments } from '#analytics/measures/enactments.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { enactmentWords } from '#app/words/enactments.ts';
import { longDay } from '#app/words/format.ts';
import { common } from './frame.server.ts';

/** Something that was put into force: when, by whom, on what document. */
export type EnactmentLine = {
	seq: number;
	kind: Enactment['kind'];
	/** What it is, e.g. 2027年放假安排. */
	title: string;
	/** The document it rests on; null where none was named. */
	document: string | null;
	address: string | null;
	at: number;
	on: Day;
	/** Account that did it; null where the event names none. */
	officer: string | null;
};

/** Everything that was put into force up to what is known, the latest first; with what the event says. */
export async function enacted(
	viewer: Viewer,
	asked: Asked,
	context: Pick<House, 'store'>,
): Promise<{ line: EnactmentLine; enactment: Enactment }[]> {
	const rows = await context.store.ask(enactments, common(viewer, asked));
	return rows.flatMap(({ seq, type, enacted_at: at, officer, body }) => {
		const { data } = JSON.parse(body) as Pick<ShareEvent, 'data'>;
		const enactment = enactmentOf({ type: type as ShareEvent['type'], data });
		if (enactment === null) return [];
		const line = { seq, kind: enactment.kind, ...enactmentWords(enactment), at, on: dayOf(at), officer };
		return [{ enactment, line }];
	});
}

/** Names of accounts as shown on screen; an account that is gone keeps its sign-in name. */
export async function officerNames({ office }: Pick<House, 'office'>): Promise<(officer: string | null) => string> {
	const titles = new Map((await office.accounts()).map(({ name, title }) => [name, title]));
	return officer => (officer === null ? '未署名' : (titles.get(officer) ?? officer));
}

/** One version of a year: as shipped (`seq` 0), or as put into force at a place of the ledger. */
export type YearVersion = { seq: number; label: string; year: HolidayYear };

/** Every version of a year that was ever in force, the latest first. */
export async function versionsOf(year: number, viewer: Viewer, asked: Asked, context: House): Promise<YearVersion[]> {
	const [told, nameOf] = await Promise.all([enacted(viewer, asked, context), officerNames(context)]);
	const later = told.flatMap(({ line, enactment }) =>
		enactment.kind === 'year' && enactment.year.year === year
			? [{ seq: line.seq, label: `${longDay(line.on)}登记（${nameOf(line.officer)}）`, year: enactment.year }]
			: [],
	);
	const shipped = context.store.lawAt(0).book.years.find(each => each.year === year);
	return shipped === undefined ? later : [...later, { seq: 0, label: '系统自带', year: shipped }];
}
