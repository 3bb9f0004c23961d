import { createHash } from 'node:crypto';
import { OFFICE_ID } from '#analytics/cases/event.ts';
import type { Day } from '#analytics/law/day.ts';
import { handed, handovers } from '#analytics/measures/handed.ts';
import { league } from '#analytics/measures/league.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Store } from '#analytics/store/store.ts';
import type { House } from '#app/context.ts';
import { eventOf } from '#app/office/act.ts';
import type { Account } from '#app/office/office.ts';
import { changeAct } from '#app/office/reorganise.ts';
import type { Body } from './draft.ts';

type LeagueRow = Row<typeof league>;

/** A body's figures of the span, with and without the change; null: it is not listed. */
export type Standings = {
	code: string;
	name: string;
	before: Figures | null;
	after: Figures | null;
};
type Figures = Pick<LeagueRow, 'due' | 'on_time' | 'overdue' | 'unsettled'>;

/** What a change of the register moves, as of a day. */
export type Effects = {
	/** The day as of which it is told, and the span of the figures. */
	on: Day;
	from: Day;
	handovers: Row<typeof handovers>[];
	/** A page of the open 件 that another body has to act on. */
	handed: Row<typeof handed>[];
	total: number;
	page: number;
	size: number;
	/** Bodies whose figures are others. */
	standings: Standings[];
};

const EFFECTS_SIZE = 50;

type World = { ask: Store['ask']; known: number };
type Asked = { on: Day; seq: number; page: number; visible: string[] | null };

/** What the change of the register at `seq` moves, in the read model or in one that is supposed. */
export async function effectsOf({ ask, known }: World, { on, seq, page, visible }: Asked): Promise<Effects> {
	const from = `${on.slice(0, 4)}-01-01` as Day;
	const asked = { as_of: on, known, visible, seq };
	const span = { as_of: on, visible, from, to: on };
	const pairs = await ask(handovers, asked);
	const rows = await ask(handed, { ...asked, limit: EFFECTS_SIZE, offset: (page - 1) * EFFECTS_SIZE });
	const before = await ask(league, { ...span, known: seq - 1 });
	const after = await ask(league, { ...span, known: seq });
	const total = pairs.reduce((sum, { open }) => sum + open, 0);
	return {
		on,
		from,
		handovers: pairs,
		handed: rows,
		total,
		page,
		size: EFFECTS_SIZE,
		standings: changed(before, after),
	};
}

/** What an event would move, were it registered now: nothing is written. */
export async function foreseenEffects(
	house: Pick<House, 'store' | 'today' | 'now'>,
	account: Pick<Account, 'name'>,
	since: number,
	body: Body,
	asked: Omit<Asked, 'seq' | 'visible'>,
): Promise<Effects> {
	const event = await eventOf(house, account, changeAct(since, body), house.now());
	const supposed = { ...event, sourceId: OFFICE_ID, receivedAt: house.now() };
	return house.store.suppose(supposed, world => effectsOf(world, { ...asked, seq: world.known, visible: null }));
}

function changed(before: LeagueRow[], after: LeagueRow[]): Standings[] {
	const totals = (rows: LeagueRow[]) =>
		new Map(rows.filter(row => row.clock === 'total').map(row => [row.department, row]));
	const [were, are] = [totals(before), totals(after)];
	return [...new Set([...were.keys(), ...are.keys()])].flatMap(code => {
		const [was, is] = [were.get(code), are.get(code)];
		const [one, other] = [figures(was), figures(is)];
		if (JSON.stringify(one) === JSON.stringify(other)) return [];
		return [{ code, name: (is ?? was)?.department_name ?? code, before: one, after: other }];
	});
}

function figures(row: LeagueRow | undefined): Figures | null {
	if (row === undefined) return null;
	const { due, on_time, overdue, unsettled } = row;
	return { due, on_time, overdue, unsettled };
}

/** Fingerprint of what is shown to be confirmed: the event's content on top of the register with this `since`. */
export function digestOf(body: Body, since: number): string {
	return createHash('sha256')
		.update(JSON.stringify([body, since]))
		.digest('hex');
}
