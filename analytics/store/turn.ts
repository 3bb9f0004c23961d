import { setImmediate as breath } from 'node:timers/promises';

/** Longest stretch, in milliseconds, for which folding keeps everybody else waiting. */
const STRETCH = 15;

/** Works through a list without keeping everybody else waiting. */
export async function eachInTurn<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
	const done: R[] = [];
	let since = performance.now();
	for (const item of items) {
		done.push(work(item));
		if (performance.now() - since < STRETCH) continue;
		await breath();
		since = performance.now();
	}
	return done;
}
