import type { Scheme } from '#analytics/law/scheme.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { schemes, scores } from '#analytics/measures/scores.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { readTrial, type Trial } from '#app/schemes/draft.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

/** A version of the scoring scheme; `seq` 0: shipped as default. */
export type StandingScheme = { seq: number; scheme: Scheme };

/** The scheme by which the period asked about is scored: the version in force on its first day. */
export async function schemeAt(asked: Asked, { store }: House): Promise<StandingScheme> {
	const rows = await store.ask(schemes, { as_of: asked.period.from, known: asked.known, visible: null });
	return standing(rows.find(({ in_force }) => in_force));
}

/** The version with the latest effective day: what a new one is drafted from. */
export async function latestScheme({ store, today }: House): Promise<StandingScheme> {
	const [row] = await store.ask(schemes, { as_of: today(), known: store.position(), visible: null });
	return standing(row);
}

function standing(row: Row<typeof schemes> | undefined): StandingScheme {
	if (row === undefined) throw new Error('没有任何评分方案');
	return { seq: row.seq, scheme: JSON.parse(row.scheme) as Scheme };
}

/** What a trial does to one body: score and rank under the scheme in force, and under the trial. */
export type Effect = {
	department: string;
	department_name: string;
	before: { score: number | null; rank: number | null };
	after: { score: number | null; rank: number | null };
};

export type SchemesData = Framed & {
	definition: string;
	board: string;
	/** The scheme of the period asked about. */
	inForce: StandingScheme;
	/** The one that a new version is drafted from. */
	latest: StandingScheme;
	trial: Trial;
	/** Null: nothing was tried, or the trial keeps to no scheme. */
	effects: Effect[] | null;
	versions: (StandingScheme & { in_force: boolean })[];
	mayAdopt: boolean;
};

/** Schemes, and what other weights would do; the published figures stay as they are. Ranks are for overseers alone. */
export async function schemesData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	query: URLSearchParams,
	board: string,
): Promise<SchemesData> {
	const { store } = context;
	const [frame, inForce, latest, rows] = await Promise.all([
		framed(asked, context),
		schemeAt(asked, context),
		latestScheme(context),
		store.ask(schemes, { as_of: asked.as_of, known: asked.known, visible: null }),
	]);
	const trial = readTrial(query, latest.scheme);
	const tried = trial.changed && trial.problems.length === 0 && viewer.visible === null;
	const effects = tried ? await effectsOf(viewer, asked, context, board, trial.scheme) : null;
	const versions = rows.map(row => ({ ...standing(row), in_force: row.in_force }));
	const mayAdopt = may(viewer.account.role, 'enact');
	return { ...frame, definition: scores.definition, board, inForce, latest, trial, effects, versions, mayAdopt };
}

async function effectsOf(
	viewer: Viewer,
	asked: Asked,
	{ store }: House,
	board: string,
	scheme: Scheme,
): Promise<Effect[]> {
	const on = (trial: string | null) => store.ask(scores, { ...spanned(viewer, asked), scheme: trial });
	const [before, after] = await Promise.all([on(null), on(JSON.stringify(scheme))]);
	const was = new Map(before.filter(row => row.board === board).map(row => [row.department, row]));
	return after
		.filter(row => row.board === board)
		.map(({ department, department_name, score, rank }) => ({
			department,
			department_name,
			before: { score: was.get(department)?.score ?? null, rank: was.get(department)?.rank ?? null },
			after: { score, rank },
		}));
}
