import type { Policy } from '#analytics/law/policy.ts';
import type { Defect } from './defects.ts';
import type { Fact } from './fact.ts';
import type { Run } from './run.ts';

/** Whether a reply answers a line, so that the clock stops: 口径① and ② for refusals, 口径⑥ for agreements in part. */
export function answers(act: Fact, line: string, policy: Policy): boolean {
	if (act.forMaterials) return policy.refusalForMaterials === 'stops';
	if (isBareRefusal(act)) return policy.refusalWithoutReason === 'stops';
	return !leavesOpen(act, line, policy);
}

/** What is irregular about a reply, for a line (第二十一条第二款); null: nothing. */
export function defectOf(act: Fact, line: string, policy: Policy): Defect | null {
	if (act.forMaterials) return 'refused_for_materials';
	if (act.outcome === 'agree' || act.reasoned || agreesTo(act, line) || leavesOpen(act, line, policy)) return null;
	return 'refused_without_reason';
}

/** What a reply says of a line: an agreement in part that names lines agrees to those and refuses the others. */
export function outcomeOf({ outcome, agreedLines }: Fact, line: string): Run['outcome'] {
	if (outcome === undefined) return null;
	if (outcome !== 'partial' || agreedLines === undefined || line === '') return outcome;
	return agreedLines.includes(line) ? 'agree' : 'refuse';
}

/** A refusal that gives no reason. An agreement in part without one is never void. */
export function isBareRefusal({ outcome, reasoned }: Fact): boolean {
	return outcome === 'refuse' && !reasoned;
}

/** Under `named_lines`, an agreement in part to the whole case says nothing of the lines that it does not name. */
export function leavesOpen(act: Fact, line: string, { partialReply }: Policy): boolean {
	const names = act.outcome === 'partial' && act.line === '' && act.agreedLines !== undefined;
	return names && partialReply === 'named_lines' && !agreesTo(act, line);
}

function agreesTo({ outcome, agreedLines }: Fact, line: string): boolean {
	return outcome === 'partial' && agreedLines?.includes(line) === true;
}
