import { registerChanges } from '#analytics/measures/organisations.ts';
import { Refusal } from '#app/refusal.ts';
import { type Act, type Acting, act } from './act.ts';
import type { Account } from './office.ts';

/** The last place in the ledger at which anything was told of the register; 0: nothing was. */
export async function registerSince({ store, today }: Pick<Acting, 'store' | 'today'>): Promise<number> {
	const asked = { as_of: today(), known: store.position(), visible: null };
	return (await store.ask(registerChanges, asked))[0]?.latest ?? 0;
}

/** The act that registers a change, its correction or its retraction, on top of the register that was looked at. */
export function changeAct(since: number, data: Record<string, unknown>): Act {
	return { type: 'organisation.changed', data, id: `registered-after-${since}` };
}

/**
 * Registers a change of organisations on top of the register that was looked at: of two at the same time the ledger takes
 * one, whatever node they come from. Resolves with its `seq`. Throws Refusal 409 where the register has changed meanwhile;
 * nothing was registered then.
 */
export async function reorganise(
	since: number,
	house: Acting,
	account: Pick<Account, 'name'>,
	data: Record<string, unknown>,
): Promise<{ seq: number }> {
	await house.store.catchUp();
	if ((await registerSince(house)) !== since) throw changed();
	try {
		return await act(house, account, changeAct(since, data));
	} catch (error) {
		throw error instanceof Refusal && error.code === 'done_already' ? changed() : error;
	}
}

function changed(): Refusal {
	return new Refusal(
		409,
		'register_changed',
		'预览之后，机构登记已有新的变更（他人登记或者平台报送），本次未登记。以下按现在的登记重新预览，请核对后再确认。',
	);
}
