/** One thing measured several times: how many a second, the middle one and the two outermost. */
export type Measured = { name: string; count: number; median: number; least: number; most: number };

/** Runs before the first one that counts: until then the work is still being compiled. */
export const WARM_UP = 3;

/**
 * Measures some work on `count` things five times, after the runs that are not counted; throughput in things a second of
 * processor time, all threads together: what one core does, whatever else the machine is busy with.
 */
export async function measured(name: string, count: number, work: () => unknown): Promise<Measured> {
	for (let n = 0; n < WARM_UP; n++) await work();
	const rates: number[] = [];
	for (let n = 0; n < 5; n++) {
		const from = process.cpuUsage();
		await work();
		const { user, system } = process.cpuUsage(from);
		rates.push((count / (user + system)) * 1_000_000);
	}
	rates.sort((a, b) => a - b);
	return { name, count, median: rates[2] ?? 0, least: rates[0] ?? 0, most: rates[4] ?? 0 };
}
