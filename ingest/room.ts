import { setTimeout as pause } from 'node:timers/promises';
import { MOST_BEHIND } from '#analytics/ledger/back-pressure.ts';

/** The longest wait before one page: a read model that does not follow at all slows pulling down and never stops it. */
const MOST_MS = 5000;
const LOOK_MS = 100;

/** Tells how many events of the ledger this node's read model has not yet taken in. */
export type Behind = () => Promise<number>;

/** Waits until the read model has nearly caught up, five seconds at most, or until the signal. */
export async function room(behind: Behind | undefined, signal?: AbortSignal): Promise<void> {
	if (!behind) return;
	for (let waited = 0; waited < MOST_MS && !signal?.aborted; waited += LOOK_MS) {
		if ((await behind()) <= MOST_BEHIND) return;
		await pause(LOOK_MS);
	}
}
