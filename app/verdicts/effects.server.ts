import { OFFICE_ID } from '#analytics/cases/event.ts';
import { toDay } from '#analytics/law/day.ts';
import { scores } from '#analytics/measures/scores.ts';
import type { Asked } from '#app/asked.ts';
import type { House } from '#app/context.ts';
import { type Act, eventOf } from '#app/office/act.ts';
import type { Account } from '#app/office/office.ts';
import { type Period, readPeriod } from '#app/period.ts';

type Standing = { score: number | null; grade: string | null; rank: number | null };

/** A body whose composite score, grade or rank would be another. */
export type VerdictEffect = { department: string; department_name: string; before: Standing; after: Standing };

/** The composite scores that an act would move, in the span that its day falls in; nothing is written. */
export async function verdictEffects(
	house: Pick<House, 'store' | 'today' | 'now'>,
	account: Pick<Account, 'name'>,
	done: Act,
	period: Period,
): Promise<VerdictEffect[]> {
	const event = await eventOf(house, account, done, house.now());
	const supposed = { ...event, sourceId: OFFICE_ID, receivedAt: house.now() };
	const span = { as_of: house.today(), visible: null, from: period.from, to: period.to, scheme: null };
	const standings = await house.store.suppose(supposed, async ({ ask, known }) => ({
		before: await ask(scores, { ...span, known: known - 1 }),
		after: await ask(scores, { ...span, known }),
	}));
	const composite = ({ board }: { board: string }) => board === 'composite';
	const were = new Map(standings.before.filter(composite).map(row => [row.department, row]));
	return standings.after.filter(composite).flatMap(({ department, department_name, score, grade, rank }) => {
		const was = were.get(department);
		const after = { score, grade, rank };
		const before = { score: was?.score ?? null, grade: was?.grade ?? null, rank: was?.rank ?? null };
		if (JSON.stringify(before) === JSON.stringify(after)) return [];
		return [{ department, department_name, before, after }];
	});
}

/** The span whose scores a fact of a day moves: the one asked about where it holds the day, else the year of the day. */
export function spanOf({ period }: Pick<Asked, 'period'>, day: string): Period {
	if (period.from <= day && toDay(day) <= period.to) return period;
	return readPeriod(day.slice(0, 4));
}
