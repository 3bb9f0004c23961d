import { departments } from '#analytics/measures/departments.ts';
import { orders, verdicts } from '#analytics/measures/verdicts.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { type Ground, givenOf, type Verdict } from '#app/verdicts/draft.ts';
import { emptyGiven, type GivenVerdict, toVerdictFact } from '#app/verdicts/given.ts';
import { officerNames } from './enactments.server.ts';
import { common, type Framed, framed } from './frame.server.ts';

export type VerdictsData = Framed & {
	definition: string;
	/** Code of the only body that is listed; null: all. */
	department: string | null;
	/** `officer` and `retracted_by` as people are called. */
	rows: Verdict[];
	mayJudge: boolean;
};

/** Model cases and decisions on refused orders, the latest first; a liaison sees the own department's. */
export async function verdictsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	query: URLSearchParams,
): Promise<VerdictsData> {
	const department = query.get('department')?.trim() || null;
	const [frame, rows, officer] = await Promise.all([
		framed(asked, context),
		context.store.ask(verdicts, common(viewer, asked)),
		officerNames(context),
	]);
	return {
		...frame,
		definition: verdicts.definition,
		department,
		rows: rows
			.filter(row => department === null || row.department === department)
			.map(row => ({
				...row,
				officer: officer(row.officer),
				retracted_by: row.retracted_by === null ? null : officer(row.retracted_by),
			})),
		mayJudge: may(viewer.account.role, 'judge') && !asked.frozen,
	};
}

/** What a form is read against, as things are now. Throws Refusal 404 or 409 for a registration that cannot be changed. */
export async function groundOf({ store, today }: Pick<House, 'store' | 'today'>, target: string): Promise<Ground> {
	const asked = { as_of: today(), known: store.position(), visible: null };
	const [standing, given, bodies] = await Promise.all([
		store.ask(verdicts, asked),
		store.ask(orders, asked),
		store.ask(departments, { ...asked, code: null }),
	]);
	const chinese = new Intl.Collator('zh-CN');
	return {
		today: today(),
		bodies: bodies
			.filter(({ identified, kind, valid_to }) => identified && kind !== 'authority' && valid_to === null)
			.map(({ code, name }) => ({ code, name }))
			.sort((a, b) => chinese.compare(a.name, b.name)),
		orders: given,
		standing,
		target: target === '' ? null : targetOf(standing, target),
		since: standing[0]?.latest ?? 0,
	};
}

function targetOf(standing: Verdict[], seq: string): Verdict {
	const found = standing.find(each => String(each.seq) === seq);
	if (found === undefined) throw new Refusal(404, 'no_verdict', '没有这一项登记。请从“典型案例与拒不改正”页面选择。');
	if (found.standing !== 'corrected' && found.standing !== 'retracted') return found;
	throw new Refusal(409, 'superseded', '该项登记已被更正或者撤回。请在“典型案例与拒不改正”页面选择现行的登记。');
}

export type VerdictFormData = Pick<Ground, 'bodies' | 'orders' | 'target'> & { first: GivenVerdict };

/** The form as the address opens it: of a `fact`, for a `department`; or of the registration that it `corrects` or `retracts`. */
export async function verdictFormData(context: House, query: URLSearchParams): Promise<VerdictFormData> {
	const [corrects, retracts] = [query.get('corrects'), query.get('retracts')];
	const { bodies, orders: given, target } = await groundOf(context, corrects ?? retracts ?? '');
	const fact = toVerdictFact(target?.fact ?? query.get('fact')) ?? 'model_case';
	const way = retracts !== null ? 'retracts' : corrects !== null ? 'corrects' : '';
	const told = target === null ? { department: query.get('department')?.trim() ?? '' } : givenOf(target, given);
	return { bodies, orders: given, target, first: { ...emptyGiven(fact), ...told, way } };
}
