import { keyOf } from '#analytics/cases/fact.ts';
import { repeated } from '#analytics/cases/of-record.ts';
import { caseEvents } from '#analytics/measures/case.ts';
import { decideEvidence, type EvidenceForm, readEvidenceForm } from '#app/office/evidence.ts';
import { Refusal } from '#app/refusal.ts';
import { type CaseData, type CaseEvent, caseData } from './case.server.ts';
import type { Deed } from './deed.server.ts';
import { common } from './frame.server.ts';
import type { Question } from './page.server.ts';
import { isDecidable } from './proof.server.ts';

/** One act on whose evidence may be decided, in its case. */
export type Provable = Pick<CaseData, 'case_id' | 'given'> & { event: CaseEvent };

/** The act that the address names (`source`, `event`). Throws Refusal 404 where there is nothing to decide. */
export async function provable({ viewer, asked, context, params, query }: Question): Promise<Provable> {
	const caseId = params.case ?? '';
	const { given, events } = await caseData(viewer, asked, context, { caseId, line: null });
	const [source, id] = [query.get('source'), query.get('event')];
	const event = events.find(each => String(each.source_id) === source && each.event_id === id);
	if (event === undefined || event.proposal === null) throw nothingToDecide(caseId);
	return { case_id: caseId, given, event };
}

/** What came of a form: the act decided on, or what is wrong. */
type Proved = { case_id: string; seq: number } | { message: string; status: number };

/** Decides as the form says. Throws Refusal 404 where there is nothing to decide, 400 on a past state. */
export async function prove(given: Deed): Promise<Proved> {
	const { viewer, context, params, asked } = given;
	try {
		const form = readEvidenceForm(given.form);
		const proved = await actOf(given, form);
		await decideEvidence(context, viewer.account, proved, form);
		return { case_id: params.case ?? proved.case_id, seq: proved.seq };
	} catch (error) {
		if (!(error instanceof Refusal) || error.status === 404 || asked.frozen) throw error;
		return { message: error.message, status: error.status };
	}
}

/** The act as it is known now. */
async function actOf({ viewer, context, params, asked }: Deed, { source, event }: EvidenceForm) {
	const caseId = params.case ?? '';
	if (asked.frozen) {
		throw new Refusal(400, 'frozen', '正在查看历史，不能在此认定。请回到当前数据后再认定。');
	}
	const events = await context.store.ask(caseEvents, { ...common(viewer, asked), case_id: caseId });
	const found = events.find(each => each.source_id === source && each.event_id === event);
	if (found === undefined || !isDecidable(found)) throw nothingToDecide(caseId);
	const { state } = await context.store.caseFacts(caseId, asked.known);
	if (repeated(state).has(keyOf(source, event))) throw repeatedOnly();
	return found;
}

function repeatedOnly(): Refusal {
	const message =
		'这一行为只是重复另一平台所报，计时以另一平台为准，认定其时间证据没有效果。请对计时所依据的一条认定，或者改定基准平台。';
	return new Refusal(409, 'repeated_only', message);
}

function nothingToDecide(caseId: string): Refusal {
	const message = `事项“${caseId}”没有这一办理行为，或者其平台记录并不晚于所填时间，无需认定。请从事项页面打开“认定时间证据”。`;
	return new Refusal(404, 'nothing_to_decide', message);
}
