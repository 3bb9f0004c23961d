import type { House } from '#app/context.ts';
import { type Decree, enactOn } from '#app/office/enact.ts';
import type { Account } from '#app/office/office.ts';
import { Refusal } from '#app/refusal.ts';
import type { Draft } from './draft.ts';
import { isDoubtful } from './preview.server.ts';
import { digestOf, type Proposal, proposalOf } from './proposal.ts';
import { codesOf, knownRegions } from './regions.server.ts';

/** What a person confirms: the law and the fingerprint that were shown; `despite`: doubts were confirmed too. */
export type Confirmation = { draft: Draft; since: number; digest: string; despite: boolean };

/**
 * Puts into force exactly what was shown. Resolves with the enactment's `seq`. Throws Refusal 409 where the law, or what the
 * draft says, is no longer what was shown, 400 where doubts were not confirmed; nothing was enacted then.
 */
export async function confirm(
	{ draft, since, digest, despite }: Confirmation,
	house: Pick<House, 'ledger' | 'store' | 'now' | 'today'>,
	account: Pick<Account, 'name'>,
): Promise<{ seq: number }> {
	await house.store.catchUp();
	const law = house.store.lawAt(house.store.position());
	if (law.since !== since) {
		throw new Refusal(
			409,
			'law_changed',
			'预览之后，已有他人登记了新的口径或者工作日历，本次未登记。以下为按现行规定的预览，请重新核对。',
		);
	}
	const proposal = proposalOf(draft, law.book, codesOf(await knownRegions(house, house.today())));
	if (digestOf(proposal, since) !== digest) {
		throw new Refusal(409, 'not_shown', '所确认的内容与预览时不一致，本次未登记。以下为现在的内容，请重新核对。');
	}
	if (isDoubtful(proposal) && !despite) {
		throw new Refusal(400, 'doubtful', '存在未读懂、不合常理或者将失去已有放假日的情形，须另行确认。本次未登记。');
	}
	return enactOn(since, house, account, decreeOf(proposal));
}

function decreeOf({ enactment }: Proposal): Decree {
	const data = enactment.kind === 'year' ? { year: enactment.year } : { overlay: enactment.overlay };
	return { type: 'calendar.adopted', data };
}
