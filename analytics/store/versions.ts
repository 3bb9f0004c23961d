/** A row that an event brought, known from its `seq` until `to` (null: still). */
type Version<R> = { key: string; row: R; from: number; to: number | null };

/**
 * The versions of one case's rows while a block of events is applied: cut at the `seq` of the event that changed a row, so
 * that every node has the same history whatever the blocks were. `before` holds the rows that stand when the block begins.
 */
export type Versions<R> = {
	/** The rows as they stand after the event with this `seq`. */
	stand(rows: ReadonlyMap<string, R>, seq: number): void;
	/** Rows from before the block that no longer stand, and since which `seq`. */
	closed(): { row: R; to: number }[];
	/** Rows that the block brought. */
	opened(): Version<R>[];
};

export function versionsFrom<R>(before: ReadonlyMap<string, R>): Versions<R> {
	const standing = new Map<string, { text: string; row: R; version: Version<R> | null }>();
	for (const [key, row] of before) standing.set(key, { text: JSON.stringify(row), row, version: null });
	const closed: { row: R; to: number }[] = [];
	const opened: Version<R>[] = [];
	const end = (key: string, seq: number) => {
		const ended = standing.get(key);
		if (ended === undefined) return;
		if (ended.version === null) closed.push({ row: ended.row, to: seq });
		else ended.version.to = seq;
		standing.delete(key);
	};
	return {
		stand(rows, seq) {
			for (const key of [...standing.keys()]) if (!rows.has(key)) end(key, seq);
			for (const [key, row] of rows) {
				const text = JSON.stringify(row);
				if (standing.get(key)?.text === text) continue;
				end(key, seq);
				const version: Version<R> = { key, row, from: seq, to: null };
				opened.push(version);
				standing.set(key, { text, row, version });
			}
		},
		closed: () => closed,
		opened: () => opened.filter(({ from, to }) => from !== to),
	};
}
