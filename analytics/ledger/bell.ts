import type { Postgres } from './postgres.ts';

const CHANNEL = 'shudu_appended';
const POLL_MS = 500;

/** Tells this process's listeners that the ledger has grown, whoever appended. */
type Bell = {
	/** We have just committed up to `seq`: rings here at once, and elsewhere by NOTIFY. */
	ring(seq: number): void;
	onRing(listener: () => void): () => void;
	close(): void;
};

/**
 * On a server NOTIFY wakes within milliseconds where the engine and the pooler carry it; the poll of the head (`headSeq`)
 * hears everything else, so a NOTIFY that fails costs half a second and nothing more. An embedded ledger has one process:
 * ring() is enough there.
 */
export function openBell(postgres: Postgres, headSeq: () => Promise<number>): Bell {
	const listeners = new Set<() => void>();
	let heardUpTo = -1;
	let polling = false;
	let timer: NodeJS.Timeout | undefined;

	const tell = () => {
		for (const listener of listeners) queueMicrotask(listener);
	};
	const poll = async () => {
		if (polling) return;
		polling = true;
		// A server that is away answers none of the house's questions either; the next poll asks again.
		const seq = await headSeq().catch(() => heardUpTo);
		polling = false;
		if (seq === heardUpTo) return;
		heardUpTo = seq;
		tell();
	};
	const listen = () => {
		if (postgres.kind === 'embedded' || timer) return;
		timer = setInterval(poll, POLL_MS).unref();
		postgres.listen?.(CHANNEL, tell).catch(() => {});
	};
	return {
		ring(seq) {
			heardUpTo = seq;
			tell();
			postgres.notify?.(CHANNEL).catch(() => {});
		},
		onRing(listener) {
			listeners.add(listener);
			listen();
			return () => listeners.delete(listener);
		},
		close() {
			clearInterval(timer);
			listeners.clear();
		},
	};
}
