import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { caseEvents, caseRuns } from '#analytics/measures/case.ts';
import { matters } from '#analytics/measures/matters.ts';
import { timeliness } from '#analytics/measures/timeliness.ts';
import type { KnownCase } from '#analytics/store/facts.ts';
import type { Store } from '#analytics/store/store.ts';
import { act, authority, received, replied } from './acts.ts';
import { bench } from './opened.ts';
import { stories } from './stories.ts';

const { open, tell, wipe, ledger } = bench();

const everything = {
	clocks: null,
	statuses: null,
	departments: null,
	due_from: null,
	due_to: null,
	late_min: null,
	unheard: null,
	search: null,
	sort: 'due_on',
	descending: false,
	limit: 100,
	offset: 0,
};

async function answers(store: Store, as_of: string, known: number) {
	const asked = { as_of, known, visible: null };
	return [
		await store.ask(matters, { ...asked, ...everything }),
		await store.ask(timeliness, { ...asked, clocks: null, departments: null }),
	];
}

async function begin(...batches: ShareEvent[][]): Promise<Store> {
	await wipe();
	for (const batch of batches) await tell(batch);
	const store = await open();
	await store.catchUp();
	return store;
}

const statusOf = async (store: Store, case_id: string, known: number) => {
	const rows = await store.ask(caseRuns, { as_of: '2026-04-30', known, visible: null, case_id });
	return rows.filter(row => row.clock === 'reply.conditional').map(row => row.status);
};

describe('any figure can be asked again as it was known then', () => {
	test('whatever came later, the past answers as it did', async () => {
		await fc.assert(
			fc.asyncProperty(stories, async events => {
				const store = await begin();
				const then: unknown[] = [];
				for (const event of events) {
					await tell([event]);
					const known = await store.catchUp();
					then.push(await answers(store, '2026-03-20', known));
				}
				await tell([received('later', '2026-03-02')]);
				await store.catchUp();
				const head = (await ledger().head()).seq;
				for (let known = 1; known < head; known++) {
					expect(await answers(store, '2026-03-20', known)).toEqual(then[known - 1]);
				}
				await store.close();
			}),
			{ numRuns: 6 },
		);
	});

	test('a correction counts from the moment it is known, and the figure before it stays as it was', async () => {
		const store = await begin(
			[received('A', '2026-03-02'), replied('A', '2026-03-20', { id: 'typo' })],
			[replied('A', '2026-03-10', { id: 'right', corrects: 'typo' })],
			[act('request.replied', 'A', '2026-03-11', { retracts: 'right' })],
		);
		expect(await statusOf(store, 'A', 2)).toEqual(['late']);
		expect(await statusOf(store, 'A', 3)).toEqual(['met']);
		expect(await statusOf(store, 'A', 4)).toEqual(['late']);
	});

	test('superseded events stay in the list of the case, marked as of then', async () => {
		const store = await begin(
			[received('A', '2026-03-02', { id: 'a' }), replied('A', '2026-03-20', { id: 'b' })],
			[replied('A', '2026-03-10', { id: 'c', corrects: 'b' })],
			[act('request.replied', 'A', '2026-03-11', { id: 'd', retracts: 'c' })],
		);
		const marks = async (known: number) =>
			(await store.ask(caseEvents, { as_of: '2026-04-30', known, visible: null, case_id: 'A' })).map(row => [
				row.event_id,
				row.superseded,
			]);
		expect(await marks(3)).toEqual([
			['a', null],
			['c', null],
			['b', 'corrected'],
		]);
		expect(await marks(4)).toEqual([
			['a', null],
			['c', 'retracted'],
			['d', null],
			['b', null],
		]);
	});
});

describe('a correction that names another case', () => {
	const typo = received('SQ-WRONG', '2026-03-02', { id: 'typo' });
	const right = received('SQ-RIGHT', '2026-03-02', { id: 'right', corrects: 'typo' });
	const undo = act('request.received', null, '2026-03-03', { id: 'undo', retracts: 'right' });

	test.each([
		['corrected after it was told', [[typo], [right]]],
		['told after its correction', [[right], [typo]]],
		['in one batch', [[right, typo]]],
	])('the wrong case loses its clock: %s', async (_, batches) => {
		const store = await begin(...batches);
		const known = store.position();
		expect(await statusOf(store, 'SQ-WRONG', known)).toEqual([]);
		expect(await statusOf(store, 'SQ-RIGHT', known)).toEqual(['overdue']);
		const told = await store.caseFacts('SQ-WRONG', known);
		expect(idsIn(told)).toEqual(['right', 'typo']);
		expect(told.state.pointers).toEqual([{ by: '1:right', kind: 'corrects', to: '1:typo' }]);
		expect((await store.caseFacts('SQ-WRONG', 1)).state.facts).toHaveLength(batches[0]?.[0] === typo ? 1 : 0);
	});

	test.each([
		['in order', [[typo], [right], [undo]]],
		['the other way round', [[undo], [right], [typo]]],
		['at once', [[undo, typo, right]]],
	])('taken back by an event of no case, it gives the clock back: %s', async (_, batches) => {
		const store = await begin(...batches);
		expect(await statusOf(store, 'SQ-WRONG', store.position())).toEqual(['overdue']);
		expect(await statusOf(store, 'SQ-RIGHT', store.position())).toEqual([]);
		expect(idsIn(await store.caseFacts('SQ-WRONG', store.position()))).toEqual(['right', 'typo', 'undo']);
	});

	test('corrected once more, within the other case, it stays out of the first', async () => {
		const again = received('SQ-RIGHT', '2026-03-03', { id: 'again', corrects: 'right' });
		const store = await begin([typo], [right], [again]);
		expect(await statusOf(store, 'SQ-WRONG', store.position())).toEqual([]);
		expect(await statusOf(store, 'SQ-RIGHT', store.position())).toEqual(['overdue']);
	});

	test('ids are the source’s own: another source’s event of the same id is not meant', async () => {
		const store = await begin([typo]);
		await tell(
			[act('request.received', 'SQ-WRONG', '2026-03-03', { id: 'x', retracts: 'typo', department: authority })],
			2,
		);
		await store.catchUp();
		expect(await statusOf(store, 'SQ-WRONG', store.position())).toEqual(['overdue']);
	});
});

/** Ids of the events behind a case: its acts, and what corrects or retracts them. */
function idsIn({ state: { facts, pointers } }: KnownCase): string[] {
	const pointing = pointers.map(({ by }) => by.slice(by.indexOf(':') + 1));
	return [...facts.map(({ id }) => id), ...pointing].sort();
}
