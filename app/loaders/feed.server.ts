import { feedFindings, feedQuality } from '#analytics/measures/feed.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { feedKinds } from '#app/words/feed.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

type Named = { source: string; source_name: string };

/** What is amiss with one event; and how often with a platform's. */
export type FeedFinding = Row<typeof feedFindings> & Named;
type FeedFigure = Row<typeof feedQuality> & Named;

export type FeedQuestion = { source: string | null; kinds: string[] | null; page: number; size: number };

export type FeedData = Framed &
	FeedQuestion & { definition: string; figures: FeedFigure[]; findings: FeedFinding[]; total: number };

/** Reads `source kind page size` of an address. Throws Refusal 400. */
export function readFeed(query: URLSearchParams): FeedQuestion {
	return {
		source: query.get('source')?.trim() || null,
		kinds: many(query, 'kind', kind => Object.hasOwn(feedKinds, kind), '情形'),
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** One page of the findings, the latest first. Throws Refusal 404 on an unknown source. */
export async function findingsOf(
	viewer: Viewer,
	asked: Asked,
	{ store, sources }: House,
	{ source, kinds, page, size }: FeedQuestion,
): Promise<FeedFinding[]> {
	const registered = await sources.list();
	const wanted = registered.find(one => one.code === source);
	if (source !== null && !wanted)
		throw new Refusal(404, 'no_source', `没有代码为“${source}”的数据来源。请从列表中选择。`);
	const narrowed = { source_id: wanted?.id ?? null, kinds, limit: size, offset: (page - 1) * size };
	const rows = await store.ask(feedFindings, { ...spanned(viewer, asked), ...narrowed });
	return rows.map(row => ({ ...row, ...namedIn(registered, row.source_id) }));
}

/** The page: its frame, the figures of every platform, and one page of the rows behind. */
export async function feedData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: FeedQuestion,
): Promise<FeedData> {
	const [frame, registered, figures, findings] = await Promise.all([
		framed(asked, context),
		context.sources.list(),
		context.store.ask(feedQuality, spanned(viewer, asked)),
		findingsOf(viewer, asked, context, question),
	]);
	const told = figures.map(row => ({ ...row, ...namedIn(registered, row.source_id) }));
	const total = findings[0]?.total ?? 0;
	return { ...frame, ...question, definition: feedQuality.definition, figures: told, findings, total };
}

function namedIn(registered: { id: number; code: string; name: string }[], id: number): Named {
	const one = registered.find(each => each.id === id);
	return { source: one?.code ?? String(id), source_name: one?.name ?? '已删除的来源' };
}
