import { coverage } from '#analytics/measures/coverage.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { dayStates } from '#app/words/coverage.ts';
import { OFFICE } from './coverage.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

/** One day of one platform: what it counts, against what arrived. */
export type PlatformDay = Omit<Row<typeof coverage>, 'source_id' | 'total'> & { source: string; source_name: string };

/** What the list is narrowed to; `source`: code of a platform. */
export type PlatformDaysQuestion = {
	source: string | null;
	states: string[] | null;
	/** Only days on which a heartbeat was owed. */
	owed: boolean;
	page: number;
	size: number;
};

export type PlatformDaysData = Framed &
	PlatformDaysQuestion & {
		definition: string;
		total: number;
		days: PlatformDay[];
		platforms: { code: string; name: string }[];
	};

/** Reads `source state owed page size` of an address. Throws Refusal 400. */
export function readPlatformDays(query: URLSearchParams): PlatformDaysQuestion {
	return {
		source: query.get('source')?.trim() || null,
		states: many(query, 'state', state => Object.hasOwn(dayStates, state), '对账结果'),
		owed: query.get('owed') === 'true',
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** One page of the days, the latest first. Throws Refusal 404 on an unknown source. */
export async function platformDays(
	viewer: Viewer,
	asked: Asked,
	{ store, sources }: House,
	{ source, states, owed, page, size }: PlatformDaysQuestion,
): Promise<{ total: number; days: PlatformDay[]; platforms: { code: string; name: string }[] }> {
	const registered = (await sources.list()).filter(one => one.code !== OFFICE);
	const wanted = registered.find(one => one.code === source);
	if (source !== null && !wanted) {
		throw new Refusal(404, 'no_source', `没有代码为“${source}”的数据来源。请从列表中选择。`);
	}
	const narrowed = {
		source_id: wanted?.id ?? null,
		states,
		owed: owed ? true : null,
		limit: size,
		offset: (page - 1) * size,
	};
	const rows = await store.ask(coverage, { ...spanned(viewer, asked), ...narrowed });
	const days = rows.map(({ source_id, total: _, ...row }) => {
		const one = registered.find(each => each.id === source_id);
		return { ...row, source: one?.code ?? '', source_name: one?.name ?? '已删除的来源' };
	});
	const platforms = registered.map(({ code, name }) => ({ code, name }));
	return { total: rows[0]?.total ?? 0, days, platforms };
}

/** The page: its frame and its rows. */
export async function platformDaysData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: PlatformDaysQuestion,
): Promise<PlatformDaysData> {
	const [frame, found] = await Promise.all([framed(asked, context), platformDays(viewer, asked, context, question)]);
	return { ...frame, ...question, definition: coverage.definition, ...found };
}
