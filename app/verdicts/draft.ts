import type { Row } from '#analytics/measures/measure.ts';
import type { orders, verdicts } from '#analytics/measures/verdicts.ts';
import type { Act } from '#app/office/act.ts';
import { readDay } from '#app/period.ts';
import type { Problem } from '#app/policies/fields.ts';
import { orderWords } from '#app/words/verdicts.ts';
import { type GivenVerdict, toVerdictFact, type VerdictFact } from './given.ts';

export type Order = Row<typeof orders>;
export type Verdict = Row<typeof verdicts>;
/** What a form is read against: the bodies and orders to choose from, and what stands registered. */
export type Ground = {
	today: string;
	bodies: Named[];
	orders: Order[];
	standing: Verdict[];
	/** The registration to correct or take back; null: a new one. */
	target: Verdict | null;
	/** The last place in the ledger at which anything of the kind was told; 0: nothing was. */
	since: number;
};

/** A form read: the act that it would be and what it says in words, or what is wrong with it. */
export type VerdictDraft =
	| { problems: Problem[] }
	| { done: Act; department: Named; sentence: string; doubts: string[]; day: string };

const LONGEST = 500;
const types = { model_case: 'practice.recognised', order_refused: 'enforcement.refusal_decided' } as const;

/** Reads a form: every fault is named, none hides another. The id of the act follows from what is registered before it. */
export function readVerdict(given: GivenVerdict, ground: Ground): VerdictDraft {
	const fact = toVerdictFact(ground.target?.fact ?? given.fact);
	if (fact === null) return { problems: [{ name: 'fact', message: '请从页面选择登记典型案例，或者认定拒不改正' }] };
	const problems = [...tooLong(given), ...whyOf(given)];
	const act = { type: types[fact], id: `verdict-after-${ground.since}` };
	if (given.way === 'retracts' && ground.target !== null) {
		return problems.length > 0 ? { problems } : retraction(given, ground.target, act);
	}
	const read = fact === 'model_case' ? readModel(given, ground) : readRefusal(given, ground);
	if ('problems' in read) return { problems: [...read.problems, ...problems] };
	return problems.length > 0 ? { problems } : registration(given, ground, act, read);
}

type Named = { code: string; name: string };
type Read = { department: Named; data: Record<string, unknown>; sentence: string; doubts: string[] };

function retraction({ why }: GivenVerdict, target: Verdict, act: Pick<Act, 'type' | 'id'>): VerdictDraft {
	const { department: code, department_name: name, fact, title, about, event_id, told_on: day } = target;
	const data = { counterparty: code, retracts: event_id, correction_reason: why };
	const said = fact === 'model_case' ? `典型案例“${title ?? about}”` : '是否拒不改正的认定';
	return { done: { ...act, data }, department: { code, name }, sentence: `撤回：${name}${said}`, doubts: [], day };
}

/** A correction counts by the day of what it corrects. */
function registration({ why }: GivenVerdict, { target, today }: Ground, act: Pick<Act, 'type' | 'id'>, read: Read) {
	const { department, sentence, doubts } = read;
	const data = { counterparty: department.code, ...read.data };
	if (target === null) return { done: { ...act, data }, department, sentence, doubts, day: today };
	const again = { corrects: target.event_id, correction_reason: why };
	const done = { ...act, data: { ...data, ...again }, at: target.told_at };
	return { done, department, sentence: `更正为：${sentence}`, doubts, day: target.told_on };
}

function readModel(given: GivenVerdict, { today, bodies, standing, target }: Ground): Read | { problems: Problem[] } {
	const { title, recognised_by, document, issued } = given;
	const department = bodies.find(({ code }) => code === given.department);
	const problems = [
		department === undefined ? { name: 'department', message: '请选择部门' } : null,
		title === '' ? { name: 'title', message: '请填写案例名称' } : null,
		recognised_by === '' ? { name: 'recognised_by', message: '请填写推广该案例的上级机关' } : null,
		document === '' ? { name: 'document', message: '请填写上级机关文件的文号' } : null,
		issuedProblem(issued, today),
	].filter(problem => problem !== null);
	if (problems.length > 0 || department === undefined) return { problems };
	const same = standing.some(
		row =>
			row.standing === 'counts' &&
			row.department === department.code &&
			row.about === document &&
			row.seq !== target?.seq,
	);
	return {
		department,
		data: { title, recognised_by, document, issued },
		sentence: `${department.name}“${title}”由${recognised_by}以${document}推广`,
		doubts: same ? [`该部门已以${document}登记过典型案例，同一文件只计一件。`] : [],
	};
}

function issuedProblem(issued: string, today: string): Problem | null {
	try {
		if (readDay(issued, '印发日期') <= today) return null;
		return { name: 'issued', message: '印发日期晚于今日，请核对' };
	} catch {
		return { name: 'issued', message: '请填写文件的印发日期' };
	}
}

function readRefusal(given: GivenVerdict, { orders }: Ground): Read | { problems: Problem[] } {
	const { refused, reason, document } = given;
	const order = orders.find(({ event_id }) => event_id === given.order);
	const problems = [
		orderProblem(order),
		refused === 'yes' || refused === 'no' ? null : { name: 'refused', message: '请选择是否构成拒不改正' },
		reason === '' ? { name: 'reason', message: '请写明认定的理由' } : null,
		document === '' ? { name: 'document', message: '请填写认定文书的文号' } : null,
	].filter(problem => problem !== null);
	if (problems.length > 0 || order === undefined) return { problems };
	const { department: code, department_name: name } = order;
	return {
		department: { code, name },
		data: { order: order.event_id, refused: refused === 'yes', reason, document },
		sentence: `${name}对${orderWords(order)}${refused === 'yes' ? '期满仍不改正，构成拒不改正' : '不构成拒不改正'}`,
		doubts: order.passed && refused === 'yes' ? ['该责令改正已核查通过。认定拒不改正之前，请核对整改情况。'] : [],
	};
}

function orderProblem(order: Order | undefined): Problem | null {
	if (order === undefined) return { name: 'order', message: '请选择所依据的责令改正' };
	if (order.over) return null;
	return { name: 'order', message: '该责令改正的期限尚未届满，不能认定拒不改正' };
}

function whyOf({ way, why }: GivenVerdict): Problem[] {
	if (way === '' || why !== '') return [];
	return [{ name: 'why', message: `请写明${way === 'retracts' ? '撤回' : '更正'}的理由` }];
}

function tooLong(given: GivenVerdict): Problem[] {
	return Object.entries(given)
		.filter(([, said]) => said.length > LONGEST)
		.map(([name, said]) => ({ name, message: `过长（${said.length}个字），至多${LONGEST}个字，请精简` }));
}

/** The registration as the form that would correct it. */
export function givenOf({ fact, seq, department, refused, ...told }: Verdict, orders: Order[]): Partial<GivenVerdict> {
	const order = orders.find(
		each => each.department === department && [each.event_id, each.document].includes(told.about),
	);
	const { title, recognised_by, document, issued_on, reason } = told;
	return {
		...{ fact, target: String(seq), department, title: title ?? '', recognised_by: recognised_by ?? '' },
		...{ document: document ?? '', issued: issued_on ?? '', order: order?.event_id ?? '' },
		...{ refused: refused ? 'yes' : 'no', reason: reason ?? '' },
	};
}

/** Which fact a registration is of, for a page that has read it from the ledger. */
export function factOf({ fact }: Pick<Verdict, 'fact'>): VerdictFact {
	return toVerdictFact(fact) ?? 'model_case';
}
