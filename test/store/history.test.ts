import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { bench, rowsIn } from './opened.ts';
import { cut, stories } from './stories.ts';

const { open, tell, wipe, newFile } = bench();

/** Every table, with the versions. */
const HISTORY = ['event', 'pointer', 'superseded', 'case_state', 'clock_run', 'doubt', 'department_seen'];
const without = "columns(c -> c not in ('case_no', 'known_from', 'known_to', 'seq'))";
/** What is known now, whoever told it when. */
const PRESENT = [
	`select ${without} from clock_run where known_to is null`,
	`select ${without} from doubt where known_to is null`,
	`select ${without} from superseded where known_to is null`,
	'select case_id, state from case_state',
];

/** Tells the ledger batch by batch, catching up after each or only at the end, and reads the closed file. */
async function project(batches: ShareEvent[][], each: boolean, queries: string[]): Promise<unknown[]> {
	await wipe();
	const file = newFile();
	const store = await open({ file });
	for (const batch of batches) {
		await tell(batch);
		if (each) await store.catchUp();
	}
	await store.catchUp();
	await store.close();
	const answers = [];
	for (const query of queries) answers.push(sorted(await rowsIn(file, query)));
	return answers;
}

function sorted(rows: unknown[]): string[] {
	return rows.map(row => JSON.stringify(row)).sort();
}

const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });

describe('figures are a function of the ledger prefix', () => {
	test('the same order gives the same history, with the same versions, in any batches', async () => {
		const history = HISTORY.map(table => `select * from ${table}`);
		await fc.assert(
			fc.asyncProperty(stories, sizes, async (events, each) => {
				const atOnce = await project([events], false, history);
				expect(await project(cut(events, each), true, history)).toEqual(atOnce);
			}),
			{ numRuns: 15 },
		);
	});

	test('any order, with duplicates, ends in the same present', async () => {
		const shuffled = stories.chain(events =>
			fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.subarray(events)),
		);
		await fc.assert(
			fc.asyncProperty(shuffled, sizes, async ([events, reordered, doubled], each) => {
				const inOrder = await project([events], false, PRESENT);
				expect(await project([...cut(reordered, each), doubled], true, PRESENT)).toEqual(inOrder);
			}),
			{ numRuns: 15 },
		);
	});
});
