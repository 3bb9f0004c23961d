/** A small generator of chances (mulberry32): the same seed gives the same draws. */
export type Dice = {
	/** A whole number from 0 up to, not including, `n`. */
	below(n: number): number;
	/** True `of` times out of a hundred. */
	percent(of: number): boolean;
	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
};

export function diceOf(seed: number): Dice {
	let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995;
	const below = (n: number): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * n);
	};
	return {
		below,
		percent: of => below(100) < of,
		pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
	};
}
