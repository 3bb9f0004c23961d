/** Chance that can be repeated: the same keys always throw the same dice. */
export type Dice = {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	int(low: number, high: number): number;
	/** True with probability `p`. */
	chance(p: number): boolean;
	/** One of the list; throws RangeError on an empty one. */
	pick<T>(list: readonly T[]): T;
};

/** Dice thrown for these keys alone, so that one day's story never depends on how many days were told before it. */
export function dice(...keys: (string | number)[]): Dice {
	let state = hash(keys.join('|'));
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	return {
		next,
		int: (low, high) => low + Math.floor(next() * (high - low + 1)),
		chance: p => next() < p,
		pick: list => {
			const chosen = list[Math.floor(next() * list.length)];
			if (chosen === undefined) throw new RangeError('不能从空列表中抽取');
			return chosen;
		},
	};
}

/** FNV-1a over the UTF-16 units of a text, 32 bits. */
function hash(text: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h | 0;
}
