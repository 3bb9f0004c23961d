import type { Source } from '#analytics/ledger/sources.ts';
import { backdated, backdating, evidenceOfficers } from '#analytics/measures/backdated.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { evidenceStates } from '#app/words/evidence.ts';
import { common, type Framed, framed } from './frame.server.ts';

type Named = { source: string; source_name: string };
/** An act that claims an earlier time than its record bears out, or on whose evidence somebody has decided. */
export type Backdated = Row<typeof backdated> & Named;
type Backdating = Row<typeof backdating> & Named;

/** What the list is narrowed to; null: not narrowed. */
export type EvidenceQuestion = {
	decided: string[] | null;
	department: string | null;
	/** Code of the source. */
	source: string | null;
	officer: string | null;
	page: number;
	size: number;
};

export type EvidenceData = Framed & {
	definitions: string[];
	question: EvidenceQuestion;
	sums: Backdating[];
	officers: Row<typeof evidenceOfficers>[];
	total: number;
	acts: Backdated[];
};

/** Reads `decided department source officer page size` of an address. Throws Refusal 400. */
export function readEvidence(query: URLSearchParams): EvidenceQuestion {
	const decided = [...new Set(query.getAll('decided').filter(state => state !== ''))];
	const wrong = decided.find(state => !Object.hasOwn(evidenceStates, state));
	if (wrong !== undefined) {
		throw new Refusal(400, 'bad_filter', `没有名为“${wrong}”的认定情况，请从页面的链接中选择。`);
	}
	return {
		decided: decided.length > 0 ? decided : null,
		department: query.get('department') || null,
		source: query.get('source') || null,
		officer: query.get('officer'),
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** Backdated acts and what became of their evidence: by department and platform, by officer, and one page of the acts. */
export async function evidenceData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: EvidenceQuestion,
): Promise<EvidenceData> {
	const read = await actsReader(viewer, asked, context, question);
	const { page, size } = question;
	const [frame, acts, sums, officers, sources] = await Promise.all([
		framed(asked, context),
		read(size, (page - 1) * size),
		context.store.ask(backdating, common(viewer, asked)),
		context.store.ask(evidenceOfficers, common(viewer, asked)),
		context.sources.list(),
	]);
	const [first] = acts.length === 0 && page > 1 ? await read(1, 0) : acts;
	return {
		...frame,
		definitions: [backdated.definition, evidenceOfficers.definition],
		question,
		sums: sums.map(named(sources)),
		officers,
		total: first?.total ?? 0,
		acts,
	};
}

/** Reads the acts of the list, part by part. Throws Refusal 404 on an unknown source. */
export async function actsReader(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ decided, department, source, officer }: EvidenceQuestion,
): Promise<(limit: number, offset: number) => Promise<Backdated[]>> {
	const sources = await context.sources.list();
	const wanted = sources.find(({ code }) => code === source);
	if (source !== null && wanted === undefined) {
		throw new Refusal(404, 'no_source', `没有代码为“${source}”的数据来源。请从页面的链接中选择。`);
	}
	const narrowed = {
		...{ decided, officer, departments: department === null ? null : [department] },
		...{ source_id: wanted?.id ?? null, case_id: null },
	};
	return async (limit, offset) => {
		const rows = await context.store.ask(backdated, { ...common(viewer, asked), ...narrowed, limit, offset });
		return rows.map(named(sources));
	};
}

function named(sources: readonly Source[]) {
	return <R extends { source_id: number }>(row: R): R & Named => {
		const one = sources.find(({ id }) => id === row.source_id);
		return { ...row, source: one?.code ?? '', source_name: one?.name ?? '已删除的来源' };
	};
}
