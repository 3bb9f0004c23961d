import { type Day, dayOf } from '#analytics/law/day.ts';
import { readAsked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { causeWords } from '#app/words/enactments.ts';
import { enacted } from './enactments.server.ts';
import { movedBodies } from './moves.server.ts';

/** Told to those concerned after an enactment moved due days of 件 that are still to be done. */
export type LawNotice = {
	seq: number;
	/** 因《…》公布. */
	cause: string;
	/** 件 still open whose due day moved earlier, and later. */
	earlier: number;
	later: number;
	/** The first due day among those that moved earlier; null where none did. */
	earliest: Day | null;
	/** The department it is told to; null: all departments together. */
	department: string | null;
};

/** Working days for which an enactment is told. */
const TOLD = 10;

/**
 * Who is concerned, and by what: a liaison by the moved 件 that the own department answers for, an overseer by those of all
 * departments; as long as one of them is still open and not more than ten working days have passed (interpretation.md
 * “期限变动的提示”). The latest first.
 */
export async function lawNotices(viewer: Viewer, context: Pick<House, 'store' | 'today'>): Promise<LawNotice[]> {
	const { role, department } = viewer.account;
	if (role !== 'liaison' && !may(role, 'sources')) return [];
	const asked = readAsked(new URLSearchParams(), context.today(), context.store.position());
	const { common: calendar } = context.store.lawAt(asked.known).calendars;
	const age = (at: number) => calendar.no(asked.as_of) - calendar.no(dayOf(at));
	const recent = (await enacted(viewer, asked, context)).filter(({ line }) => age(line.at) <= TOLD);
	const told = await Promise.all(
		recent.map(async ({ line, enactment }) => {
			const bodies = await movedBodies(viewer, asked, context, line.seq);
			const own = role === 'liaison' ? bodies.filter(body => body.department === department) : bodies;
			const sum = (of: 'earlier_open' | 'later_open') => own.reduce((all, body) => all + body[of], 0);
			const days = own.flatMap(({ earliest_open }) => earliest_open ?? []).sort();
			return {
				seq: line.seq,
				cause: causeWords(enactment),
				earlier: sum('earlier_open'),
				later: sum('later_open'),
				earliest: (days[0] ?? null) as Day | null,
				department: role === 'liaison' ? department : null,
			};
		}),
	);
	return told.filter(({ earlier, later }) => earlier + later > 0);
}
