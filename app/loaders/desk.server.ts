import { desk, deskQueues } from '#analytics/measures/desk.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { risk } from '#analytics/measures/risk.ts';
import { orders } from '#analytics/measures/verdicts.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { LIKELY, type Queue, queues } from '#app/words/desk.ts';
import { clockName } from '#app/words/zh.ts';
import { type CaseData, caseData } from './case.server.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { type Risk, riskArgs } from './risk.server.ts';

/** A 件 of a queue. */
export type DeskRow = Row<typeof desk>;
/** A 责令改正 that is not verified as put right. */
type Order = Row<typeof orders>;

/** What the desk shows; written in the address, so nothing is lost on reload or back. */
export type DeskQuestion = {
	queue: Queue;
	clocks: string[] | null;
	departments: string[] | null;
	search: string | null;
	page: number;
	size: number;
	/** The case that lies open beside the list. */
	case: string | null;
};

export type DeskData = Framed & {
	definition: string;
	question: DeskQuestion;
	/** How many stand in each queue, filters aside. */
	counts: Record<Queue, number>;
	/** Of the queue asked about: one of the three, by queue. */
	rows: DeskRow[];
	risks: Risk[];
	orders: Order[];
	/** Rows of the queue under the filters. */
	total: number;
	departments: Choice[];
	brief: CaseData | null;
	/** The viewer may register reminders here and now. */
	may_remind: boolean;
};

/** Reads `queue clock department search page size case` of an address. Throws Refusal 400. */
export function readDesk(query: URLSearchParams): DeskQuestion {
	const queue = many(query, 'queue', value => Object.hasOwn(queues, value), '队列')?.[0];
	return {
		queue: (queue ?? 'slipped') as Queue,
		clocks: many(query, 'clock', clock => clockName(clock) !== null, '时限'),
		departments: many(query, 'department', () => true, '部门'),
		search: query.get('search')?.trim() || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
		case: query.get('case')?.trim() || null,
	};
}

/** The supervisor's day: what stands in each queue, the list of one of them, and the case that lies open. */
export async function deskData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: DeskQuestion,
): Promise<DeskData> {
	const [frame, counted, likely, ordered, listed, departments, brief] = await Promise.all([
		framed(asked, context),
		context.store.ask(deskQueues, common(viewer, asked)),
		likelyRows(viewer, asked, context, { ...question, clocks: null, departments: null, page: 1, size: 1 }),
		standingOrders(viewer, asked, context),
		listOf(viewer, asked, context, question),
		departmentChoices(viewer, asked, context),
		question.case === null ? null : caseData(viewer, asked, context, { caseId: question.case, line: null }),
	]);
	const stands = Object.fromEntries(counted.map(({ queue, matters }) => [queue, matters]));
	const counts = { ...stands, risk: likely[0]?.total ?? 0, orders: ordered.length } as Record<Queue, number>;
	const mine = question.queue === 'orders' ? ordered : [];
	return {
		...frame,
		definition: desk.definition,
		question,
		counts,
		...listed,
		orders: mine,
		total: question.queue === 'orders' ? mine.length : listed.total,
		departments,
		brief,
		may_remind: may(viewer.account.role, 'remind') && !asked.frozen,
	};
}

/** 责令改正 that are not verified as put right, the earliest deadline first. */
async function standingOrders({ visible }: Viewer, { as_of, known }: Asked, { store }: House): Promise<Order[]> {
	const given = await store.ask(orders, { as_of, known, visible });
	return given.filter(({ passed }) => !passed).reverse();
}

/** One page of the queue asked about. Beyond the last page the total is read from the first. */
async function listOf(viewer: Viewer, asked: Asked, context: House, question: DeskQuestion) {
	const { queue, page } = question;
	if (queue === 'orders') return { rows: [], risks: [], total: 0 };
	const first = { ...question, page: 1, size: 1 };
	if (queue === 'risk') {
		const risks = await likelyRows(viewer, asked, context, question);
		const [row] = risks.length > 0 || page === 1 ? risks : await likelyRows(viewer, asked, context, first);
		return { rows: [], risks, total: row?.total ?? 0 };
	}
	const rows = await context.store.ask(desk, deskArgs(viewer, asked, question));
	const [row] = rows.length > 0 || page === 1 ? rows : await context.store.ask(desk, deskArgs(viewer, asked, first));
	return { rows, risks: [], total: row?.total ?? 0 };
}

function deskArgs(viewer: Viewer, asked: Asked, { queue, clocks, departments, search, page, size }: DeskQuestion) {
	const narrowed = { queue, cases: null, clocks, departments, search };
	return { ...common(viewer, asked), ...narrowed, limit: size, offset: (page - 1) * size };
}

function likelyRows(viewer: Viewer, asked: Asked, context: House, question: DeskQuestion): Promise<Risk[]> {
	const { clocks, departments, page, size } = question;
	const narrowed = { clocks, departments, bases: null, by: 'due_on', page, size };
	return context.store.ask(risk, { ...riskArgs(viewer, asked, narrowed), least: LIKELY });
}
