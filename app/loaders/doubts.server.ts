import { doubts } from '#analytics/measures/doubts.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { common, type Framed, framed } from './frame.server.ts';

export type DoubtsData = Framed & {
	definition: string;
	page: number;
	size: number;
	total: number;
	doubts: Row<typeof doubts>[];
};

/** Cases whose events contradict each other or lack their start: one page of them. */
export async function doubtsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ page, size }: { page: number; size: number },
): Promise<DoubtsData> {
	const ask = (limit: number, offset: number) => context.store.ask(doubts, { ...common(viewer, asked), limit, offset });
	const [frame, rows] = await Promise.all([framed(asked, context), ask(size, (page - 1) * size)]);
	const total = rows[0]?.total ?? (page === 1 ? 0 : ((await ask(1, 0))[0]?.total ?? 0));
	return { ...frame, definition: doubts.definition, page, size, total, doubts: rows };
}
