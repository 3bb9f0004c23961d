import type { KeptReject, Source } from '#analytics/ledger/sources.ts';
import type { Asked } from '#app/asked.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { rejectReason } from '#app/words/rejects.ts';
import { type Framed, framed } from './frame.server.ts';

export type RejectLine = {
	id: number;
	source: string;
	source_name: string;
	received_at: number;
	code: string;
	/** The reason and the way out, in Chinese. */
	message: string;
	event_id: string | null;
	mapping: string | null;
	/** The row as it came, cut to what a screen can show. */
	raw: string;
	/** Characters of the row as kept. */
	raw_length: number;
};

export type RejectsData = Framed & {
	/** Code of the source the list is narrowed to. */
	source: string | null;
	page: number;
	size: number;
	total: number;
	rejects: RejectLine[];
	counts: { source: string; source_name: string; code: string; reason: string; count: number }[];
};

const SHOWN = 4000;

/** Rows that could not become events: by source and reason, and one page of them with their raw text. Throws Refusal 404 on an unknown source. */
export async function rejectsData(
	asked: Asked,
	context: House,
	{ source, page, size }: { source: string | null; page: number; size: number },
): Promise<RejectsData> {
	const registered = await context.sources.list();
	const wanted = registered.find(one => one.code === source);
	if (source !== null && !wanted)
		throw new Refusal(404, 'no_source', `没有代码为“${source}”的数据来源。请从列表中选择。`);
	const [frame, kept, counts] = await Promise.all([
		framed(asked, context),
		context.sources.rejects({
			...(wanted ? { sourceId: wanted.id } : {}),
			limit: size,
			offset: (page - 1) * size,
		}),
		context.sources.rejectCounts(),
	]);
	const named = namesOf(registered);
	const bySize = counts.map(({ sourceId, code, count }) => ({
		...named(sourceId),
		code,
		reason: rejectReason(code),
		count,
	}));
	bySize.sort((a, b) => b.count - a.count);
	const rejects = kept.rows.map(row => ({ ...named(row.sourceId), ...lineOf(row) }));
	return { ...frame, source, page, size, total: kept.total, rejects, counts: bySize };
}

function namesOf(registered: Source[]) {
	return (id: number) => {
		const one = registered.find(candidate => candidate.id === id);
		return { source: one?.code ?? String(id), source_name: one?.name ?? '已删除的来源' };
	};
}

function lineOf({ id, receivedAt, code, message, eventId, mapping, raw }: KeptReject) {
	const text = { raw: raw.slice(0, SHOWN), raw_length: raw.length };
	return { id, received_at: receivedAt, code, message, event_id: eventId, mapping, ...text };
}
