import { beforeAll } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import type { matters } from '#analytics/measures/matters.ts';
import type { Args, Measure, Row, Shape } from '#analytics/measures/measure.ts';
import type { Store } from '#analytics/store/store.ts';
import { bench } from '#test/store/opened.ts';

/** A read model for the tests of one file. */
export type Asking = {
	/** Forgets everything, then tells these events in one batch (or each list in its own). */
	begin(...batches: ShareEvent[][]): Promise<void>;
	/** Tells more, of another source if need be. */
	more(events: ShareEvent[], sourceId?: number): Promise<void>;
	/** Asks a measure; what is not given is: everything known, everything visible, no filter. */
	ask<M extends Measure>(measure: M, args: Partial<Args<M>> & { as_of: string }): Promise<Row<M>[]>;
	position(): number;
	/** Asks measures as if this event of the register had been taken in too. */
	suppose<T>(event: ShareEvent, work: (ask: Asking['ask'], seq: number) => Promise<T>): Promise<T>;
};

export function asking(): Asking {
	const { open, tell, wipe } = bench();
	let store: Store;
	beforeAll(async () => {
		store = await open();
	});
	return {
		async begin(...batches) {
			await wipe();
			for (const batch of batches) await tell(batch);
			await store.catchUp();
		},
		async more(events, sourceId) {
			await tell(events, sourceId);
			await store.catchUp();
		},
		ask: (measure, args) => askerOf(store.ask, store.position())(measure, args),
		position: () => store.position(),
		suppose: (event, work) =>
			store.suppose({ ...event, sourceId: 1, receivedAt: event.recordedAt }, ({ ask, known }) =>
				work(askerOf(ask, known), known),
			),
	};
}

function askerOf(ask: Store['ask'], known: number): Asking['ask'] {
	return async <M extends Measure>(measure: M, args: Partial<Args<M>> & { as_of: string }) => {
		const absent = Object.fromEntries(Object.keys(measure.params).map(name => [name, null]));
		const given = { ...absent, ...page, known, ...args };
		return (await ask<Shape, Shape>(measure, given as Args<Measure>)) as Row<M>[];
	};
}

const page = { sort: 'due_on', descending: false, limit: 1000, offset: 0 } satisfies Partial<Args<typeof matters>>;

/** The named columns of rows, as lists, for tables of expectations. */
export function columns<R extends object>(rows: R[], ...names: (keyof R)[]): unknown[][] {
	return rows.map(row => names.map(name => row[name]));
}
