import { Refusal } from '#app/refusal.ts';
import { type Acting, act } from './act.ts';
import type { Account } from './office.ts';

/** What a `policy.adopted` or `calendar.adopted` event says (analytics/cases/enactment.ts). */
export type Decree =
	| { type: 'policy.adopted'; data: { policy: object } }
	| { type: 'calendar.adopted'; data: { year: object } | { overlay: object } };

/**
 * Puts something into force on top of the law that was looked at: `since` is that law's. The event's identity follows from
 * `since`, so of two enactments on the same law the ledger takes one, whatever node they come from. Resolves with the
 * enactment's `seq`, its moves counted. Throws Refusal 409 where the law has changed meanwhile; nothing was enacted then.
 */
export async function enactOn(
	since: number,
	house: Acting,
	account: Pick<Account, 'name'>,
	decree: Decree,
): Promise<{ seq: number }> {
	await house.store.catchUp();
	if (house.store.lawAt(house.store.position()).since !== since) throw changed();
	try {
		return await act(house, account, { ...decree, id: `enacted-after-${since}` });
	} catch (error) {
		throw error instanceof Refusal && error.code === 'done_already' ? changed() : error;
	}
}

function changed(): Refusal {
	return new Refusal(
		409,
		'law_changed',
		'预览之后，已有他人登记了新的口径或者工作日历，本次未登记。请按现行规定重新预览。',
	);
}
