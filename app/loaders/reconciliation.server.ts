import { caseCandidates, WITHIN } from '#analytics/measures/candidates.ts';
import { caseDecisions } from '#analytics/measures/case-decisions.ts';
import { conflicts } from '#analytics/measures/conflicts.ts';
import { CONFIRM_WITHIN, deliveryGaps, deliveryPairs } from '#analytics/measures/delivery-pairs.ts';
import { departments } from '#analytics/measures/departments.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { gapKinds } from '#app/words/platforms.ts';
import { type Conflict, namedConflict } from './conflicts.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { platformNames } from './platform-names.server.ts';

/** The lists of the page, in order. */
const tabs = ['candidates', 'conflicts', 'deliveries', 'decisions'] as const;
export type Tab = (typeof tabs)[number];

/** What an address asks of the page. */
export type ReconciliationQuestion = {
	tab: Tab;
	/** Calendar days between two receipts, at most. */
	within: number;
	/** Working days for accepting or rejecting. */
	days: number;
	kind: string | null;
	department: string | null;
	page: number;
	size: number;
};

/** Two cases that may be one application, with names. */
export type Candidate = Omit<
	Row<typeof caseCandidates>,
	'one_source' | 'other_source' | 'demander' | 'providers' | 'total'
> & { one_platform: string; other_platform: string; demander: string; providers: string[] };

/** A decision on whether cases are one, its platform of record named. */
export type Decided = Omit<Row<typeof caseDecisions>, 'record' | 'total'> & { record: string | null };

export type ReconciliationData = Framed &
	ReconciliationQuestion & {
		definition: string;
		/** Rows of each list, whatever is shown. */
		totals: Record<Tab, number>;
		/** Rows of the list shown, under its filters. */
		total: number;
		candidates: Candidate[];
		conflicts: Conflict[];
		deliveries: Row<typeof deliveryPairs>[];
		gaps: Row<typeof deliveryGaps>[];
		decisions: Decided[];
		may_link: boolean;
	};

/** Reads `tab within days kind department page size` of an address. Throws Refusal 400. */
export function readReconciliation(query: URLSearchParams): ReconciliationQuestion {
	const tab = tabs.find(each => each === (query.get('tab') ?? 'candidates'));
	if (tab === undefined) throw new Refusal(400, 'bad_tab', '没有这一清单。请从页面上方选择。');
	const kind = query.get('kind') || null;
	if (kind !== null && !Object.hasOwn(gapKinds, kind)) {
		throw new Refusal(400, 'bad_filter', `没有“${kind}”这一类出入。请从页面的筛选项中选择。`);
	}
	return {
		tab,
		within: whole(query, 'within', '收到日期相隔', { least: 0, most: 60 }) ?? WITHIN,
		days: whole(query, 'days', '确认期限', { least: 0, most: 250 }) ?? CONFIRM_WITHIN,
		kind,
		department: query.get('department') || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The reconciliation between platforms: one of its lists, and how long the others are. */
export async function reconciliationData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: ReconciliationQuestion,
): Promise<ReconciliationData> {
	const { tab, page, size, within, days } = question;
	const first = { limit: 1, offset: 0 };
	const shown = { limit: size, offset: (page - 1) * size };
	const span = (of: Tab) => (of === tab ? shown : { limit: 0, offset: 0 });
	const [frame, gaps, candidates, differing, decisions, deliveries, ...firsts] = await Promise.all([
		framed(asked, context),
		context.store.ask(deliveryGaps, { ...common(viewer, asked), days }),
		candidatesOf(viewer, asked, context, { within, ...span('candidates') }),
		conflictsOf(viewer, asked, context, span('conflicts')),
		decisionsOf(viewer, asked, context, { case_id: null, ...span('decisions') }),
		context.store.ask(deliveryPairs, { ...common(viewer, asked), ...filtersOf(question), ...span('deliveries') }),
		context.store.ask(caseCandidates, { ...common(viewer, asked), within, ...first }),
		context.store.ask(conflicts, { ...common(viewer, asked), codes: null, ...first }),
		context.store.ask(caseDecisions, { ...common(viewer, asked), case_id: null, ...first }),
	]);
	const [candidate, conflict, decision] = firsts.map(rows => rows[0]?.total ?? 0) as [number, number, number];
	const totals = {
		candidates: candidate,
		conflicts: conflict,
		deliveries: gapTotal(gaps, null, null),
		decisions: decision,
	};
	return {
		...{ ...frame, ...question, gaps, totals, candidates, conflicts: differing, deliveries, decisions },
		total: tab === 'deliveries' ? gapTotal(gaps, question.kind, question.department) : totals[tab],
		definition: definitions[tab],
		may_link: may(viewer.account.role, 'link'),
	};
}

/** How many of a kind (null: of all) there are at a department (null: at all). */
function gapTotal(gaps: Row<typeof deliveryGaps>[], kind: string | null, department: string | null): number {
	const own = gaps.filter(gap => department === null || gap.department === department);
	const counted = (gap: Row<typeof deliveryGaps>) => Number(gap[(kind ?? 'total') as keyof typeof gap] ?? 0);
	return own.reduce((sum, gap) => sum + counted(gap), 0);
}

const definitions: Record<Tab, string> = {
	candidates: caseCandidates.definition,
	conflicts: conflicts.definition,
	deliveries: deliveryPairs.definition,
	decisions: caseDecisions.definition,
};

type Span = { limit: number; offset: number };

function filtersOf({ kind, department, days }: ReconciliationQuestion) {
	return { kinds: kind === null ? null : [kind], departments: department === null ? null : [department], days };
}

async function candidatesOf(viewer: Viewer, asked: Asked, context: House, span: Span & { within: number }) {
	const [rows, name, bodies] = await Promise.all([
		context.store.ask(caseCandidates, { ...common(viewer, asked), ...span }),
		platformNames(context),
		context.store.ask(departments, { ...common(viewer, asked), code: null }),
	]);
	const names = new Map(bodies.map(({ code, name: named }) => [code, named]));
	return rows.map(({ one_source, other_source, demander, providers, total: _, ...row }): Candidate => {
		const [one_platform, other_platform] = [name(one_source), name(other_source)];
		const bodiesOf = (code: string) => names.get(code) ?? code;
		return { ...row, one_platform, other_platform, demander: bodiesOf(demander), providers: providers.map(bodiesOf) };
	});
}

async function conflictsOf(viewer: Viewer, asked: Asked, context: House, span: Span) {
	const [rows, name] = await Promise.all([
		context.store.ask(conflicts, { ...common(viewer, asked), codes: null, ...span }),
		platformNames(context),
	]);
	return rows.map(row => namedConflict(row, name));
}

/** What was decided of cases; of one case alone where `case_id` is given. */
export async function decisionsOf(
	viewer: Viewer,
	asked: Asked,
	context: House,
	span: Span & { case_id: string | null },
): Promise<Decided[]> {
	const [rows, name] = await Promise.all([
		context.store.ask(caseDecisions, { ...common(viewer, asked), ...span }),
		platformNames(context),
	]);
	return rows.map(({ record, total: _, ...row }) => ({ ...row, record: record === null ? null : name(record) }));
}
