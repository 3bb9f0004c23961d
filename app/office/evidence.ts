import type { caseEvents } from '#analytics/measures/case.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { Refusal } from '#app/refusal.ts';
import { type Acting, act } from './act.ts';
import type { Account } from './office.ts';

/** What the form says: which act, how decided and why, and how many decisions on it the officer had seen. */
export type EvidenceForm = {
	source: number;
	event: string;
	since: number;
	accepted: boolean;
	reason: string;
	document: string | null;
};

const LONGEST = 1000;

/** Reads the form 认定时间证据. Throws Refusal 400 with what is missing. */
export function readEvidenceForm(form: FormData): EvidenceForm {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const whole = (name: string) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : null);
	const [source, since, event] = [whole('source'), whole('since'), text('event')];
	if (source === null || since === null || event === '') {
		throw new Refusal(400, 'bad_form', '没有指明认定哪一个办理行为。请从事项页面打开“认定时间证据”。');
	}
	const accepted = { true: true, false: false }[text('accepted')];
	if (accepted === undefined) throw new Refusal(400, 'bad_form', '请选择采信或者不采信。');
	const [reason, document] = [text('reason'), text('document')];
	if (reason === '') throw new Refusal(400, 'bad_form', '请写明认定的理由和所依据的证据。');
	if (reason.length > LONGEST || document.length > LONGEST) {
		throw new Refusal(400, 'bad_form', `理由和文号各不超过${LONGEST}字，请删减后重新提交。`);
	}
	return { source, event, since, accepted, reason, document: document === '' ? null : document };
}

/**
 * Decides on the evidence for the stated time of an act, by one event in its case. Throws Refusal 409 where somebody else
 * has decided since the form was opened; nothing was entered then.
 */
export async function decideEvidence(
	house: Acting,
	account: Pick<Account, 'name' | 'title'>,
	proved: Row<typeof caseEvents> & { case_id: string },
	{ since, accepted, reason, document }: EvidenceForm,
): Promise<{ seq: number }> {
	const { seq, source_id, event_id, case_id, department } = proved;
	return act(house, account, {
		type: 'evidence.decided',
		subject: case_id,
		id: `evidence-${seq}-${since}`,
		data: {
			counterparty: department,
			...{ event: event_id, platform: String(source_id), accepted, reason },
			...(document === null ? {} : { document }),
			officer_title: account.title,
		},
	});
}
