import { judged } from '#analytics/cases/evidence.ts';
import { recordOf } from '#analytics/cases/of-record.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { caseEvents } from '#analytics/measures/case.ts';
import type { KnownCase } from '#analytics/store/facts.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { decides } from '#app/office/link.ts';
import { Refusal } from '#app/refusal.ts';
import { type CaseEvent, caseOn, inWords } from './case.server.ts';
import { type CasePlatform, casePlatforms } from './case-platforms.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { nameIn } from './platform-names.server.ts';
import { besides } from './proof.server.ts';
import { type Decided, decisionsOf } from './reconciliation.server.ts';

/** One of two numbers that are compared: who reports it, and what. */
export type Side = {
	case_id: string;
	platforms: CasePlatform[];
	events: CaseEvent[];
	/** Numbers of a superior platform that its events carry. */
	numbers: string[];
};

export type PairData = Framed & {
	/** One side where only the platform of record is in question. */
	sides: Side[];
	/** The two are told as one now. */
	together: boolean;
	/** Numbers of a superior platform that both carry. */
	shared: string[];
	/** Earlier decisions on them, the latest first. */
	decisions: Decided[];
	/** Platforms that can be of record; `record`: the one that is, where they are one. */
	platforms: { source: number; name: string }[];
	record: number | null;
	may_link: boolean;
};

/** Two numbers side by side, and what has been decided of them. Throws Refusal 404 for an unknown number. */
export async function pairData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ one, other }: { one: string; other: string },
): Promise<PairData> {
	const ids = one === other ? [one] : [one, other];
	const span = { case_id: one, limit: 100, offset: 0 };
	const [frame, sources, decisions, ...known] = await Promise.all([
		framed(asked, context),
		context.sources.list(),
		decisionsOf(viewer, asked, context, span),
		...ids.map(id => context.store.caseFacts(id, asked.known)),
	]);
	const [first, second] = known as [KnownCase, KnownCase | undefined];
	const together = second !== undefined && second.root === first.root;
	const sides = await Promise.all(
		known.map((each, n) => sideOf(viewer, asked, context, { id: ids[n] ?? one, known: each, together, sources })),
	);
	const platforms = [...new Map(sides.flatMap(side => side.platforms).map(each => [each.source, each.name]))];
	return {
		...{ ...frame, sides, together },
		shared: sharedOf(sides.map(side => side.numbers)),
		decisions: decisions.filter(each => decides(each, one, other)),
		platforms: platforms.map(([source, named]) => ({ source, name: named })),
		record: second === undefined || together ? recordOf(judged(first.state), first.state.record) : null,
		may_link: may(viewer.account.role, 'link') && !asked.frozen,
	};
}

type Wanted = { id: string; known: KnownCase; together: boolean; sources: Source[] };

/** The events of a number; where the two stand together, of that number alone, else of all that are one with it. */
async function sideOf(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ id, known, together, sources }: Wanted,
): Promise<Side> {
	const all = await context.store.ask(caseEvents, { ...common(viewer, asked), case_id: id });
	if (!all.some(each => each.case_id === id)) {
		throw new Refusal(404, 'no_case', `没有编号为“${id}”的事项，请核对编号。`);
	}
	const events = together ? all.filter(each => each.case_id === id) : all;
	const name = nameIn(sources);
	const { platforms } = casePlatforms(known, events, asked, viewer, name);
	const told = await caseOn(id, asked, context);
	const joined = new Map(sources.map(({ id: source, createdAt }) => [source, createdAt]));
	const beside = besides(events, told, { viewer, asked: { ...asked, frozen: true }, joined });
	const standing = events.filter(({ superseded }) => superseded === null);
	const numbers = [...new Set(standing.flatMap(({ body }) => globalOf(body) ?? []))];
	return { case_id: id, platforms, events: inWords(events, known, { name, beside }), numbers };
}

function globalOf(body: string): string | null {
	const { data } = JSON.parse(body) as { data?: { global_case?: string } };
	return data?.global_case || null;
}

function sharedOf([one = [], other]: string[][]): string[] {
	return other === undefined ? [] : one.filter(number => other.includes(number));
}
