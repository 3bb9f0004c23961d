import { createHash } from 'node:crypto';
import { OFFICE_ID } from '#analytics/cases/event.ts';
import { caseEvents } from '#analytics/measures/case.ts';
import { caseDecisions } from '#analytics/measures/case-decisions.ts';
import { Refusal } from '#app/refusal.ts';
import { type Acting, act } from './act.ts';
import type { Account } from './office.ts';

/** What somebody decides of two cases; of one alone (`one` twice) only its platform of record. As a form gives it. */
export type LinkForm = { one: string; other: string; same: string; record: string; reason: string; since: string };

/** The longest reason that is kept, in characters. */
const LONGEST = 500;

/**
 * Decides whether two cases are one, and which platform is of record: one event `case.linked`. A later decision on the same
 * cases replaces an earlier one. `since` is the latest one that was seen (its `seq`, 0: none); the event's identity follows
 * from it, so that of two at the same moment the ledger takes one. Throws Refusal 400 or 409 with a Chinese sentence; nothing was written then.
 */
export async function linkCases(
	house: Acting,
	account: Pick<Account, 'name' | 'title'>,
	form: LinkForm,
): Promise<{ seq: number }> {
	const [one, other, reason] = [form.one.trim(), form.other.trim(), form.reason.trim()];
	if (one === '' || other === '') throw wrong('请写明要认定的两个事项编号。');
	const same = sameOf(form.same, one === other);
	if (reason === '') throw wrong('请写明认定的理由，例如核对了哪些材料。');
	if (reason.length > LONGEST) throw wrong(`理由过长（${reason.length}个字），至多${LONGEST}个字，请精简。`);
	const record = same ? await recordOf(house, [one, other], form.record.trim()) : null;
	if (!same) for (const id of [one, other]) await sourcesOf(house, id);
	if (one === other && record === null) throw wrong('请选择基准平台。');
	const since = await demandNew(house, { one, other, same, record }, form.since);
	const cases = one === other ? [one] : [one, other];
	return act(house, account, {
		type: 'case.linked',
		id: `linked-${pairDigest(one, other)}-${since}`,
		data: { cases, same, reason, officer_title: account.title, ...(record === null ? {} : { record }) },
	});
}

function sameOf(given: string, alone: boolean): boolean {
	if (alone && given !== 'no') return true;
	if (given === 'yes') return true;
	if (given === 'no' && !alone) return false;
	throw wrong('请选择“并案”或者“不是同一申请”。');
}

/** The platform of record chosen; null: by the filing. It must be one that reports one of the cases. */
async function recordOf(house: Acting, ids: string[], given: string): Promise<number | null> {
	const sources = (await Promise.all(ids.map(id => sourcesOf(house, id)))).flat();
	if (given === '') return null;
	const record = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
	if (sources.includes(record)) return record;
	throw wrong('所选的平台没有报送过这些编号，不能作为基准平台。请从列出的平台中选择。');
}

/** The platforms that report a case, the authority's own screens excluded. Throws Refusal for an unknown number. */
async function sourcesOf({ store, today }: Acting, caseId: string): Promise<number[]> {
	const asked = { as_of: today(), known: store.position(), visible: null, case_id: caseId };
	const events = await store.ask(caseEvents, asked);
	if (!events.some(each => each.case_id === caseId)) throw wrong(`没有编号为“${caseId}”的事项，请核对编号。`);
	return events.map(({ source_id }) => source_id).filter(source => source !== OFFICE_ID);
}

type Decision = { one: string; other: string; same: boolean; record: number | null };

/** A short name of two cases, whichever is named first. */
function pairDigest(one: string, other: string): string {
	const named = JSON.stringify([one, other].sort());
	return createHash('sha256').update(named).digest('hex').slice(0, 32);
}

/**
 * Refuses to decide once more what stands decided, and to decide on what somebody else has decided since it was looked at.
 * Resolves with the `seq` of the latest decision on the cases; 0: there is none.
 */
async function demandNew(
	{ store, today }: Acting,
	{ one, other, same, record }: Decision,
	seen: string,
): Promise<number> {
	await store.catchUp();
	const asked = { as_of: today(), known: store.position(), visible: null, case_id: one };
	const decided = await store.ask(caseDecisions, { ...asked, limit: 1000, offset: 0 });
	const made = decided.filter(each => decides(each, one, other));
	const since = made[0]?.seq ?? 0;
	if (seen.trim() !== String(since)) {
		throw new Refusal(
			409,
			'decided_meanwhile',
			'打开本页之后，已有他人对这两个编号作出认定，本次未登记。请核对后再认定。',
		);
	}
	const latest = made.find(each => each.standing);
	if (latest === undefined || latest.same !== same || latest.record !== record) return since;
	throw new Refusal(409, 'decided_already', '已有相同的认定，无需再次登记。如需改变，请作出不同的认定。');
}

/** Whether a decision is on these two cases; on the one alone where they are the same. */
export function decides(decision: { one_id: string; other_ids: string[] }, one: string, other: string): boolean {
	const { one_id, other_ids } = decision;
	if (one === other) return one_id === one && other_ids.includes(one);
	return (one_id === one && other_ids.includes(other)) || (one_id === other && other_ids.includes(one));
}

function wrong(message: string): Refusal {
	return new Refusal(400, 'bad_decision', message);
}
