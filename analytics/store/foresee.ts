import type { DuckDBConnection } from '@duckdb/node-api';
import type { Day } from '#analytics/law/day.ts';
import { type Enactment, enact } from '#analytics/law/lawbook.ts';
import { eachChunk, eachInTurn } from './project.ts';
import type { RunRow } from './rows.ts';
import { type Law, lawOf } from './statutes.ts';
import { refoldTogether } from './together.ts';

/** How a run stands in the end: due day, and whether and when it ended or left the count. Null: there is no such run. */
export type Standing = { due_on: Day | null; provisional: boolean; phase: string; ended_on: Day | null } | null;

/** One run that stands differently after a change of the law than before it. */
export type Move = {
	case_id: string;
	line: string;
	clock: string;
	run: number;
	/** Which time the department owes it; with case, department, clock and sharing type it names the 件. */
	round: number;
	department: string;
	counterparty: string | null;
	sharing: string | null;
	before: Standing;
	after: Standing;
	/** As in `moves_at` (sql/duckdb/095_moves_at.sql). */
	change: 'earlier' | 'later' | 'confirmed' | 'other';
};

/** A `seq` later than every other: what would be known next. */
const NEXT = 2 ** 31 - 1;

/** Every run that would stand differently, were this enacted now. */
export async function foresee(connection: DuckDBConnection, law: Law, enactment: Enactment): Promise<Move[]> {
	const change = { before: law, after: lawOf(enact(law.book, enactment)) };
	const moves: Move[] = [];
	await eachChunk(connection, async (components, states) => {
		const folded = await eachInTurn(components, each => refoldTogether(each, states, change, NEXT));
		for (const { runs } of folded) moves.push(...movesOf(runs.closed(), runs.opened()));
	});
	const last = ({ change }: Move) => Number(change !== 'earlier');
	return moves.sort(
		(a, b) =>
			last(a) - last(b) ||
			compare(a.case_id, b.case_id) ||
			compare(a.line, b.line) ||
			compare(a.clock, b.clock) ||
			a.run - b.run,
	);
}

function movesOf(closed: readonly { row: RunRow }[], opened: readonly { row: RunRow }[]): Move[] {
	const keyOf = ({ clock, line, run }: RunRow) => JSON.stringify([clock, line, run]);
	const last = (rows: readonly { row: RunRow }[]) =>
		new Map(rows.filter(({ row }) => row.stands_to === null).map(({ row }) => [keyOf(row), row]));
	const [before, after] = [last(closed), last(opened)];
	return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
		const [one, other] = [before.get(key), after.get(key)];
		const row = other ?? one;
		if (row === undefined) return [];
		const [was, is] = [standingOf(one), standingOf(other)];
		if (JSON.stringify(was) === JSON.stringify(is)) return [];
		const { case_id, line, clock, run, round, department, counterparty, sharing } = row;
		const of = { case_id, line, clock, run, round, department, counterparty, sharing };
		return [{ ...of, before: was, after: is, change: changeOf(was, is) }];
	});
}

function standingOf(row: RunRow | undefined): Standing {
	return row === undefined
		? null
		: { due_on: row.due_on, provisional: row.provisional, phase: row.phase, ended_on: row.ended_on };
}

function changeOf(before: Standing, after: Standing): Move['change'] {
	const [was, is] = [before?.due_on ?? null, after?.due_on ?? null];
	if (was === null || is === null) return 'other';
	if (is !== was) return is < was ? 'earlier' : 'later';
	return before?.provisional && !after?.provisional ? 'confirmed' : 'other';
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
