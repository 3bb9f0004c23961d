import type { Row } from '#analytics/measures/measure.ts';
import { scoreFacts, scoreLines, scores } from '#analytics/measures/scores.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { boardNames, isOfComposite } from '#app/words/scores.ts';
import type { Bases } from './comparison.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';
import { type StandingScheme, schemeAt } from './schemes.server.ts';
import { type Before, besideBefore, standingBefore } from './standing-before.server.ts';

/** One body in one table. */
export type Score = Row<typeof scores> & {
	before: Before;
	/** 口径调整 since the previous period that bears on this body, in words. */
	adjusted: string[];
	/** The only role table that a composite rests on; null: it rests on both, or is none. */
	only: string | null;
};
/** One indicator of a score. */
export type ScoreLine = Row<typeof scoreLines>;
/** One fact behind a deduction, an addition or a veto. */
export type ScoreFact = Row<typeof scoreFacts>;

export type ScoresData = Framed & {
	definition: string;
	board: string;
	scheme: StandingScheme;
	scores: Score[];
	/** What ranks are compared with. */
	bases: Bases;
};

/** The table asked about, 提供部门评价 where none is named. Throws Refusal 400. */
export function readBoard(board: string | null): string {
	if (!board) return 'provider';
	if (Object.hasOwn(boardNames, board)) return board;
	throw new Refusal(400, 'bad_board', `没有名为“${board}”的评价表，可用：${Object.keys(boardNames).join('、')}。`);
}

/** One table of scores, those with a rank first, each beside its place in the previous period. */
export async function scoresData(viewer: Viewer, asked: Asked, context: House, board: string): Promise<ScoresData> {
	const [frame, scheme, rows] = await Promise.all([
		framed(asked, context),
		schemeAt(asked, context),
		context.store.ask(scores, { ...spanned(viewer, asked), scheme: null }),
	]);
	const earlier = await standingBefore(viewer, asked, context);
	const own = rows.filter(row => row.board === board).map(row => ({ ...row, only: onlyRole(row, rows) }));
	const shown = besideBefore(viewer.visible === null ? own : own.map(unpublished), earlier);
	return { ...frame, definition: scores.definition, board, scheme, scores: shown, bases: earlier.bases };
}

export type ScoreData = Framed & {
	definition: string;
	scheme: StandingScheme;
	department: string;
	department_name: string;
	/** provider, demander and composite, as far as they are. */
	boards: Score[];
	bases: Bases;
	lines: ScoreLine[];
	facts: ScoreFact[];
};

/** Every step of the scores of one body. Throws Refusal 403 for another department's liaison, 404 where the body has no score. */
export async function scoreData(viewer: Viewer, asked: Asked, context: House, code: string): Promise<ScoreData> {
	if (viewer.visible !== null && !viewer.visible.includes(code)) {
		throw new Refusal(
			403,
			'other_department',
			'部门联络员只能查看本部门的得分。如需了解其他部门，请联系政务数据主管部门。',
		);
	}
	const args = { ...spanned(viewer, asked), scheme: null };
	const [frame, scheme, rows, lines, facts] = await Promise.all([
		framed(asked, context),
		schemeAt(asked, context),
		context.store.ask(scores, args),
		context.store.ask(scoreLines, { ...args, departments: [code] }),
		context.store.ask(scoreFacts, { ...args, departments: [code] }),
	]);
	const boards = rows.filter(row => row.department === code).map(row => ({ ...row, only: onlyRole(row, rows) }));
	const [first] = boards;
	if (first === undefined) {
		throw new Refusal(404, 'no_score', `本期没有代码为“${code}”的部门的评价。请核对代码，或者从部门评价表中选择。`);
	}
	const earlier = await standingBefore(viewer, asked, context, [code]);
	const shown = besideBefore(viewer.visible === null ? boards : boards.map(unpublished), earlier);
	const { department_name } = first;
	return {
		...frame,
		definition: scores.definition,
		scheme,
		department: code,
		department_name,
		boards: shown,
		bases: earlier.bases,
		lines,
		facts,
	};
}

/** A liaison sees the own score, not the rank: ranks are shown to departments after publication only. */
function unpublished<R extends Row<typeof scores>>(row: R): R {
	return row.rank === null ? row : { ...row, rank: null, unranked: 'unpublished' };
}

function onlyRole({ board, department, score }: Row<typeof scores>, rows: readonly Row<typeof scores>[]) {
	if (board !== 'composite' || score === null) return null;
	const roles = rows.filter(row => row.department === department && isOfComposite(row));
	return roles.length === 1 ? (roles[0]?.board ?? null) : null;
}
