import type { Defect } from './defects.ts';
import { type Fact, keyOf } from './fact.ts';
import { type CaseState, standing } from './fold.ts';
import { withoutPleas } from './justification.ts';
import { byJudged } from './order.ts';
import { type Act, notedOn, type Traced } from './trace.ts';
import { type EventType, zhType } from './vocabulary.ts';

/**
 * Acts whose stated time a person may accept on evidence: they stop, interrupt, extend or leave a clock. What starts one is
 * judged by its arrival anyway.
 */
const provable: ReadonlySet<EventType> = new Set<EventType>([
	'request.replied',
	'request.material_notice',
	'request.extension_decided',
	'request.transferred',
	'request.withdrawn',
	'delivery.provided',
	'delivery.rejected',
	'correction.fed_back',
	'catalogue.extended',
	'catalogue.submitted',
	'catalogue.returned',
	'catalogue.published',
	'catalogue.source_designated',
	'complaint.closed',
	'disposal.done',
	'service.resumed',
	'service.change_filed',
	'dispute.accepted',
	'dispute.mediated',
	'dispute.escalated',
	'dispute.decided',
	'security.reported',
]);

/** True for an act that states an earlier time than its record bears out, and whose stated time can be accepted on evidence. */
export function isProvable({
	type,
	occurredAt,
	recordedAt,
}: Pick<Fact, 'type' | 'occurredAt' | 'recordedAt'>): boolean {
	return occurredAt < recordedAt && provable.has(type);
}

/**
 * The facts that stand and may move a clock. One whose evidence the latest decision on it accepted carries that decision, and is judged by its
 * stated time (口径⑤). Decisions on acts that do not stand, or that no evidence can move, have no effect.
 */
export function judged(state: CaseState): readonly Fact[] {
	const facts = withoutPleas(standing(state));
	if (!facts.some(({ decides }) => decides !== undefined)) return facts;
	const decisions = facts.filter(({ decides }) => decides !== undefined).toSorted(byJudged);
	const latest = new Map(decisions.map(({ decides }) => [decides?.of, decides]));
	return facts.map(fact => {
		const decision = latest.get(keyOf(fact.source, fact.id));
		return decision?.accepted === true && isProvable(fact) ? { ...fact, evidence: decision } : fact;
	});
}

/** The act judged by its record all the same: evidence moves nobody else's clock. */
export function byRecord(fact: Fact): Fact {
	if (fact.evidence === undefined) return fact;
	const { evidence, ...told } = fact;
	return told;
}

const BACKDATED: Defect = 'backdated';
const ACCEPTED: Defect = 'evidence_accepted';

/** The run with a note on every act whose time rests on accepted evidence (excused is not silent), and the acts that backdate. */
export function withEvidence(traced: Traced): Traced {
	const { run, acts } = traced;
	if (!run.defects.includes(BACKDATED) && !acts.some(({ fact }) => fact?.evidence !== undefined)) return traced;
	const proved = new Set(acts.filter(({ fact }) => fact?.evidence !== undefined).map(({ fact }) => fact));
	const told = acts.flatMap((act, n) => {
		const first = proved.has(act.fact) && acts.findIndex(({ fact }) => fact === act.fact) === n;
		return first ? [act, { kind: 'note', on: act.on, fact: act.fact, why: ACCEPTED } satisfies Act] : act;
	});
	const backdated = told.flatMap(({ why, fact }) =>
		fact !== null && (why === BACKDATED || why === ACCEPTED) ? [keyOf(fact.source, fact.id)] : [],
	);
	const noted = proved.size === 0 ? [] : [ACCEPTED];
	const defects = [...run.defects, ...noted];
	const defectDays = [...run.defectDays, ...noted.map(defect => notedOn(told, defect) ?? run.startedOn)];
	return { ...traced, run: { ...run, defects, defectDays, backdated: [...new Set(backdated)] }, acts: told };
}

/** What lets a person accept evidence for a time other than that of the record. */
export const EVIDENCE_BASIS = '《电子签名法》第七条、第八条';

/** On what the time of an act rests: who accepted the evidence for it, by which document, where that stands in the ledger. */
export function sayEvidence(fact: Pick<Fact, 'type' | 'id' | 'evidence'>): string {
	const { officer, document, seq = 0 } = fact.evidence ?? {};
	const by = [`${officer ?? '主管部门'}认定`, document, seq > 0 ? `账本第${seq}条` : undefined]
		.filter(Boolean)
		.join('，');
	return `${zhType(fact.type)}（${fact.id}）的时间凭经采信的证据，以所填办理时间为准，不以平台记录时间为准（${by}）`;
}
