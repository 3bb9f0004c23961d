/** Does something with a connection of its own. */
type Use<C> = <T>(work: (connection: C) => Promise<T>) => Promise<T>;

/**
 * The same use, for questions that share one memory: what runs out of it while others are being asked is asked once more when
 * they are done, alone; who comes in the meantime waits. What runs out of it alone fails.
 */
export function aloneIfNeeded<C>(use: Use<C>): Use<C> {
	let running = 0;
	let begun = 0;
	let alone: Promise<unknown> = Promise.resolve();
	const waiting: (() => void)[] = [];
	const counted: Use<C> = async work => {
		running++;
		begun++;
		try {
			return await use(work);
		} finally {
			running--;
			if (running === 0) for (const wake of waiting.splice(0)) wake();
		}
	};
	const idle = () => new Promise<void>(resolve => (running === 0 ? resolve() : waiting.push(resolve)));
	return async work => {
		await alone;
		const isFirst = running === 0;
		const before = begun;
		try {
			return await counted(work);
		} catch (error) {
			const wasAlone = isFirst && begun === before + 1;
			if (wasAlone || !isOutOfMemory(error)) throw error;
			const again = alone.then(idle).then(() => counted(work));
			alone = again.catch(() => {});
			return again;
		}
	};
}

function isOutOfMemory(error: unknown): boolean {
	return error instanceof Error && error.message.includes('Out of Memory');
}
