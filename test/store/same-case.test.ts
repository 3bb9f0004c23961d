import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { toDay } from '#analytics/law/day.ts';
import { caseCandidates } from '#analytics/measures/candidates.ts';
import { caseEvents, caseRuns } from '#analytics/measures/case.ts';
import { caseDecisions } from '#analytics/measures/case-decisions.ts';
import { matters } from '#analytics/measures/matters.ts';
import type { Store } from '#analytics/store/store.ts';
import { linkCases } from '#app/office/link.ts';
import { act, authority, civil, received, replied } from './acts.ts';
import { bench, everyMatter } from './opened.ts';

const { open, tell, wipe, ledger } = bench();

const [OFFICE, CITY, BUREAU, PROVINCE] = [1, 2, 3, 4];
type Told = readonly [source: number, ...events: ShareEvent[]];

/** 6月1日市平台提交并收到A，部门平台另以B报送；期限6月15日届满。 */
const G = { global_case: 'GJ1' };
const filed = (subject: string, when: string, more = {}) =>
	act('request.submitted', subject, when, { department: civil, ...more });
const a = [filed('A', '2026-06-01 09:00', G), received('A', '2026-06-01 09:10')];
const b = [received('B', '2026-06-01 09:30', G)];
const linked = (cases: string[], same: boolean, when: string, more = {}) =>
	act('case.linked', null, when, { department: authority, cases, same, reason: '经核对', ...more });

async function begin(...batches: Told[]): Promise<Store> {
	await wipe();
	const store = await open();
	for (const [source, ...events] of batches) {
		await tell(events, source);
		await store.catchUp();
	}
	return store;
}

async function counted(store: Store, known = store.position(), more = {}): Promise<string[]> {
	const rows = await store.ask(matters, { ...everyMatter, ...more, as_of: '2026-06-30', known });
	return rows.map(row => `${row.case_id} ${row.clock} ${row.status}`).sort();
}

async function shown(store: Store, case_id: string, known = store.position()) {
	const asked = { as_of: '2026-06-30', known, visible: null, case_id };
	const [runs, events] = [await store.ask(caseRuns, asked), await store.ask(caseEvents, asked)];
	return { runs: runs.map(run => [run.clock, run.status]), from: [...new Set(events.map(each => each.case_id))] };
}

const REPLY = 'reply.conditional';

describe('同一申请，两个平台报送', () => {
	test('国家编号相同：只计一件，在先提交的编号之下', async () => {
		const store = await begin(
			[BUREAU, ...b],
			[CITY, ...a],
			[BUREAU, replied('B', '2026-06-10', { outcome: 'refuse' })],
		);
		expect(await counted(store)).toEqual([`A ${REPLY} met`]);
		const one = { runs: [[REPLY, 'met']], from: ['A', 'B'] };
		expect([await shown(store, 'A'), await shown(store, 'B')]).toEqual([one, one]);
		expect(await counted(store, store.position(), { search: 'b' })).toEqual([`A ${REPLY} met`]);
		const facts = await store.caseFacts('B', store.position());
		expect([facts.root, facts.members]).toEqual(['A', ['A', 'B']]);
	});

	test('在知道两者是一件之前，各是一件；此前的数字不变', async () => {
		const late = [received('B', '2026-06-01 09:30')] as const;
		const told = received('B', '2026-06-01 09:30', { ...G, id: 'again', corrects: late[0].id });
		const store = await begin([CITY, ...a], [BUREAU, ...late], [BUREAU, told]);
		expect(await counted(store, 3)).toEqual([`A ${REPLY} overdue`, `B ${REPLY} overdue`]);
		expect(await counted(store, 4)).toEqual([`A ${REPLY} overdue`]);
		expect((await shown(store, 'B', 3)).from).toEqual(['B']);
	});

	test('国家编号被更正为另一个：分开计', async () => {
		const wrong = received('B', '2026-06-01 09:30', { ...G, id: 'wrong' });
		const right = received('B', '2026-06-01 09:30', { id: 'right', corrects: 'wrong', global_case: 'GJ2' });
		const store = await begin([CITY, ...a], [BUREAU, wrong], [BUREAU, right]);
		expect(await counted(store, 3)).toEqual([`A ${REPLY} overdue`]);
		expect(await counted(store, 4)).toEqual([`A ${REPLY} overdue`, `B ${REPLY} overdue`]);
	});

	test('三个平台、三个编号，一对凭编号、一对凭认定：一件', async () => {
		const store = await begin(
			[CITY, ...a],
			[BUREAU, ...b],
			[PROVINCE, received('C', '2026-06-02')],
			[OFFICE, linked(['B', 'C'], true, '2026-06-20')],
		);
		expect(await counted(store, 4)).toEqual([`A ${REPLY} overdue`, `C ${REPLY} overdue`]);
		expect(await counted(store)).toEqual([`A ${REPLY} overdue`]);
		expect((await shown(store, 'C')).from).toEqual(['A', 'B', 'C']);
	});
});

describe('认定', () => {
	const plain = received('B', '2026-06-01 09:30');

	test('并案、改认不是同一申请、再并案：各次之间的数字各按当时', async () => {
		const store = await begin(
			[CITY, ...a, received('A2', '2026-06-02')],
			[BUREAU, plain],
			[OFFICE, linked(['A', 'B'], true, '2026-06-20')],
			[OFFICE, linked(['A', 'B'], false, '2026-06-21')],
			[OFFICE, linked(['B', 'A'], true, '2026-06-22')],
		);
		const cases = async (known: number) => (await counted(store, known)).map(each => each.split(' ')[0]);
		expect(await Promise.all([4, 5, 6, 7].map(cases))).toEqual([
			['A', 'A2', 'B'],
			['A', 'A2'],
			['A', 'A2', 'B'],
			['A', 'A2'],
		]);
	});

	test('国家编号相同而认定不是同一申请：分开计', async () => {
		const store = await begin([CITY, ...a], [BUREAU, ...b], [OFFICE, linked(['A', 'B'], false, '2026-06-20')]);
		expect([(await counted(store, 3)).length, (await counted(store, 4)).length]).toEqual([1, 2]);
	});

	test('基准平台的认定改变计时；后一次认定代替前一次', async () => {
		const store = await begin(
			[CITY, ...a, replied('A', '2026-06-12', { outcome: 'refuse', id: 'city' })],
			[BUREAU, ...b, replied('B', '2026-06-16', { outcome: 'refuse', id: 'bureau' })],
			[OFFICE, linked(['A', 'B'], true, '2026-06-20', { record: BUREAU })],
			[OFFICE, linked(['A', 'B'], true, '2026-06-21', { record: CITY })],
		);
		expect([await counted(store, 5), await counted(store, 6), await counted(store)]).toEqual([
			[`A ${REPLY} met`],
			[`A ${REPLY} late`],
			[`A ${REPLY} met`],
		]);
		expect((await store.caseFacts('B', 6)).state.record).toBe(BUREAU);
	});

	test('认定在先，案件后到：一到即为一件', async () => {
		const store = await begin([OFFICE, linked(['A', 'B'], true, '2026-06-20')], [CITY, ...a], [BUREAU, plain]);
		expect(await counted(store)).toEqual([`A ${REPLY} overdue`]);
	});
});

describe('认定的撤销和更正', () => {
	const plain = received('B', '2026-06-01 09:30');
	const back = (id: string, when: string, target: string) =>
		act('case.linked', null, when, { department: authority, id, retracts: target });
	const cases = async (store: Store, known: number) => (await counted(store, known)).map(each => each.split(' ')[0]);
	const ways: [string, Told[], string[][]][] = [
		[
			'撤销并案：又是两件；撤销本身被撤销：又是一件',
			[
				[OFFICE, linked(['A', 'B'], true, '2026-06-20', { id: 'L1' })],
				[OFFICE, back('R1', '2026-06-21', 'L1')],
				[OFFICE, back('R2', '2026-06-22', 'R1')],
			],
			[['A'], ['A', 'B'], ['A']],
		],
		[
			'撤销后一次认定：以前一次为准',
			[
				[OFFICE, linked(['A', 'B'], true, '2026-06-20', { id: 'L1' })],
				[OFFICE, linked(['A', 'B'], false, '2026-06-21', { id: 'L2' })],
				[OFFICE, back('R1', '2026-06-22', 'L2')],
			],
			[['A'], ['A', 'B'], ['A']],
		],
		[
			'更正为另一编号：原来的一对不再并案',
			[
				[OFFICE, linked(['A', 'B'], true, '2026-06-20', { id: 'L1' })],
				[OFFICE, linked(['A', 'C'], true, '2026-06-21', { id: 'L2', corrects: 'L1' })],
			],
			[['A'], ['A', 'B']],
		],
	];

	test.each(ways)('%s', async (_, decisions, expected) => {
		const store = await begin([CITY, ...a], [BUREAU, plain], ...decisions);
		expect(await Promise.all(expected.map((_each, n) => cases(store, 4 + n)))).toEqual(expected);
		const again = await open();
		await again.catchUp();
		expect(await Promise.all(expected.map((_each, n) => cases(again, 4 + n)))).toEqual(expected);
		await again.close();
	});

	test('撤销先于认定到达：认定从未生效；同一批内同样', async () => {
		const link = linked(['A', 'B'], true, '2026-06-20', { id: 'L1' });
		const early = await begin([CITY, ...a], [BUREAU, plain], [OFFICE, back('R1', '2026-06-21', 'L1')], [OFFICE, link]);
		expect(await cases(early, early.position())).toEqual(['A', 'B']);
		const once = await begin([CITY, ...a], [BUREAU, plain], [OFFICE, link, back('R1', '2026-06-21', 'L1')]);
		expect([await cases(once, 4), await cases(once, 5)]).toEqual([['A'], ['A', 'B']]);
	});

	test('认定一览写明已撤销、已更正；撤销之后重新列为疑似', async () => {
		const like = { counterparty: civil, catalogue: '目录1' };
		const store = await begin(
			[CITY, received('A', '2026-06-01 09:10', like)],
			[BUREAU, received('B', '2026-06-01 09:30', like)],
			[OFFICE, linked(['A', 'B'], false, '2026-06-20', { id: 'L1' })],
			[OFFICE, back('R1', '2026-06-21', 'L1')],
		);
		const listed = async (known: number) => {
			const asked = { as_of: '2026-06-30', known, visible: null, limit: 10, offset: 0 };
			const made = await store.ask(caseDecisions, { ...asked, case_id: null });
			const alike = await store.ask(caseCandidates, { ...asked, within: 3 });
			return [made.map(({ standing, superseded }) => [standing, superseded]), alike.length];
		};
		expect(await listed(3)).toEqual([[[true, null]], 0]);
		expect(await listed(4)).toEqual([[[false, 'retracted']], 1]);
	});
});

describe('两人同时认定', () => {
	const person = { name: 'supervisor', title: '监督科' };
	const form = { one: 'A', other: 'B', record: '', reason: '经核对', since: '0' };

	test('先登记的有效，后登记的被告知；看过前一次的可以再认定', async () => {
		const store = await begin([CITY, ...a], [BUREAU, received('B', '2026-06-01 09:30')]);
		const house = { ledger: ledger(), store, now: () => Date.UTC(2026, 5, 20), today: () => toDay('2026-06-30') };
		const both = await Promise.allSettled([
			linkCases(house, person, { ...form, same: 'yes' }),
			linkCases(house, person, { ...form, one: 'B', other: 'A', same: 'no' }),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const late = both.find(each => each.status === 'rejected');
		expect(late?.reason).toMatchObject({ status: 409 });
		const stale = linkCases(house, person, { ...form, same: 'no' });
		await expect(stale).rejects.toMatchObject({ status: 409, code: 'decided_meanwhile' });
		const since = String(store.position());
		const now = both[0]?.status === 'fulfilled' ? 'no' : 'yes';
		await expect(linkCases(house, person, { ...form, since, same: now })).resolves.toMatchObject({ seq: 5 });
	});
});

describe('到达的次序与重建', () => {
	const all: Told[] = [
		[CITY, a[0] as ShareEvent],
		[CITY, a[1] as ShareEvent],
		[CITY, replied('A', '2026-06-12', { outcome: 'refuse' })],
		[BUREAU, ...b],
		[BUREAU, replied('B', '2026-06-16', { outcome: 'refuse' })],
		[PROVINCE, received('C', '2026-06-02'), act('request.withdrawn', 'C', '2026-06-20', { department: civil })],
		[PROVINCE, received('D', '2026-06-02', { department: civil })],
	];
	const decisions: Told[] = [
		[OFFICE, linked(['B', 'C'], true, '2026-06-20', { record: BUREAU })],
		[OFFICE, linked(['A', 'D'], false, '2026-06-21')],
	];

	test('任何次序到达，结果相同；从账本重建，任何时点的结果都相同', async () => {
		const settled = async (store: Store, known = store.position()) => [
			await counted(store, known),
			...(await Promise.all(['A', 'B', 'C', 'D'].map(each => shown(store, each, known)))),
		];
		const expected = await settled(await begin(...all, ...decisions));
		expect(expected[0]).toEqual([`A ${REPLY} late`, `D ${REPLY} overdue`]);
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async order => {
				const store = await begin(...order, ...decisions);
				expect(await settled(store)).toEqual(expected);
				const again = await open();
				await again.catchUp();
				for (let known = 1; known <= store.position(); known++) {
					expect(await settled(again, known)).toEqual(await settled(store, known));
				}
				await again.close();
				await store.close();
			}),
			{ numRuns: 3 },
		);
	});
});
