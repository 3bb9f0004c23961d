import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOfSubject, type LedgerEvent } from '#analytics/cases/event.ts';
import { emptyCase, fold, folded as foldedAtOnce, tell } from '#analytics/cases/fold.ts';
import { runs } from '#analytics/cases/runs.ts';
import { stage } from '#analytics/cases/stage.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import {
	act,
	calendar,
	DEMANDER,
	extended,
	folded,
	judged,
	notice,
	received,
	replied,
	resubmitted,
	runOf,
	statusOn,
	withdrawn,
} from './casebook.ts';

/** A case with nearly everything in it. */
const everything: LedgerEvent[] = [
	act('request.submitted', '2026-06-01T08:00', { by: DEMANDER }),
	received('2026-06-01', { line: '1', id: 'R1' }),
	received('2026-06-01', { line: '2', id: 'R2' }),
	notice('2026-06-03', { line: '1', id: 'N1' }),
	resubmitted('2026-06-08', { line: '1', id: 'M1' }),
	extended('2026-06-10', 3, { line: '2', id: 'X2' }),
	replied('2026-06-12', { line: '1', id: 'A1', data: { outcome: 'refuse' } }),
	replied('2026-06-12', { line: '1', id: 'A1c', data: { corrects: 'A1', outcome: 'agree' } }),
	replied('2026-06-18', { line: '2', id: 'A2' }),
	act('delivery.provided', '2026-06-25', { id: 'D' }),
	act('delivery.rejected', '2026-06-26', { by: DEMANDER, line: '2', id: 'J2', data: { reason: '空文件' } }),
	withdrawn('2026-06-02', { line: '2', id: 'W2' }),
	act('request.withdrawn', '2026-06-03', { by: DEMANDER, line: '2', id: 'W2r', data: { retracts: 'W2' } }),
];

describe('归并', () => {
	test('任何次序、任何重复，状态与计时都相同', () => {
		const expected = folded(everything);
		const shuffled = fc.shuffledSubarray(everything, { minLength: everything.length });
		const repeated = fc.array(fc.constantFrom(...everything), { maxLength: 6 });
		fc.assert(
			fc.property(shuffled, repeated, (events, more) => {
				const state = folded([...events, ...more]);
				expect(state).toEqual(expected);
				expect(foldedAtOnce([...events, ...more])).toEqual(expected);
				expect(runs(state, defaultPolicies, calendar)).toEqual(judged(everything));
			}),
			{ numRuns: 500 },
		);
	});

	test('状态可存为 JSON', () => {
		const state = folded(everything);
		expect(JSON.parse(JSON.stringify(state))).toEqual(state);
	});

	test('分两段归并，中间存取，结果相同', () => {
		const half = JSON.parse(JSON.stringify(folded(everything.slice(0, 6))));
		expect(everything.slice(6).reduce(fold, half)).toEqual(folded(everything));
	});

	test('更正先于原事件到达，也以更正为准', () => {
		const wrong = replied('2026-06-20', { id: 'A' });
		const right = replied('2026-06-12', { id: 'B', data: { corrects: 'A' } });
		for (const events of [
			[received('2026-06-01'), wrong, right],
			[right, wrong, received('2026-06-01')],
		]) {
			const run = runOf('reply.conditional', events);
			expect([run.endedBy, statusOn(run, '2026-06-12')]).toEqual(['B', 'met']);
		}
	});

	test('撤销的事件从未发生；撤销本身被撤销，则恢复', () => {
		const retraction = act('request.replied', '2026-06-13', { id: 'X', data: { retracts: 'A' } });
		const again = act('request.replied', '2026-06-14', { id: 'Y', data: { retracts: 'X' } });
		const events = [received('2026-06-01'), replied('2026-06-12', { id: 'A' })];
		expect(runOf('reply.conditional', [...events, retraction]).endedBy).toBeNull();
		expect(runOf('reply.conditional', [again, retraction, ...events]).endedBy).toBe('A');
	});

	test('更正的更正：只有最后一次有效', () => {
		const chain = [
			replied('2026-06-10', { id: 'A' }),
			replied('2026-06-11', { id: 'B', data: { corrects: 'A' } }),
			replied('2026-06-12', { id: 'C', data: { corrects: 'B' } }),
		];
		expect(runOf('reply.conditional', [received('2026-06-01'), ...chain]).endedBy).toBe('C');
	});

	test('撤销一次更正，原事件恢复', () => {
		const run = runOf('reply.conditional', [
			received('2026-06-01'),
			replied('2026-06-10', { id: 'A' }),
			replied('2026-06-11', { id: 'B', data: { corrects: 'A' } }),
			act('request.replied', '2026-06-12', { id: 'R', data: { retracts: 'B' } }),
		]);
		expect(run.endedBy).toBe('A');
	});

	test('互相撤销不会死循环', () => {
		const one = act('request.replied', '2026-06-12', { id: 'X', data: { retracts: 'Y' } });
		const other = act('request.replied', '2026-06-12', { id: 'Y', data: { retracts: 'X' } });
		expect(judged([received('2026-06-01'), one, other]).runs).toHaveLength(1);
	});

	test('编号只在同一来源内唯一：别的来源的同名事件不受影响', () => {
		const events = [
			received('2026-06-01', { id: 'A', source: 2 }),
			replied('2026-06-12', { id: 'A', source: 1 }),
			act('request.replied', '2026-06-13', { id: 'X', source: 2, data: { retracts: 'A' } }),
		];
		expect(judged(events).runs.map(run => run.clock)).toEqual(['delivery']);
	});

	test.each([
		['更正把事件移到另一办件：原办件只记替代关系', [{ id: 'B', corrects: 'A' }], null],
		[
			'更正再被更正：原事件仍被替代',
			[
				{ id: 'B', corrects: 'A' },
				{ id: 'C', corrects: 'B' },
			],
			null,
		],
		[
			'更正被撤销：原事件恢复',
			[
				{ id: 'B', corrects: 'A' },
				{ id: 'C', retracts: 'B' },
			],
			'A',
		],
	])('%s', (_, elsewhere, endedBy) => {
		const state = folded([received('2026-06-01'), replied('2026-06-10', { id: 'A' })]);
		const caseId = caseOfSubject(received('2026-06-01').subject ?? '');
		const told = elsewhere.map(({ id, ...data }) => ({
			...replied('2026-06-10', { id, data }),
			subject: '另一办件/1',
		}));
		const moved = told.reduce((known, event) => tell(known, caseId, event), state);
		const [run] = runs(moved, defaultPolicies, calendar).runs;
		expect([run?.clock, run?.endedBy]).toEqual(['reply.conditional', endedBy]);
	});
});

describe('环节', () => {
	test.each([
		[[], null],
		[[received('2026-06-01')], '待答复'],
		[[received('2026-06-01'), notice('2026-06-03')], '补正中'],
		[[received('2026-06-01'), notice('2026-06-03'), resubmitted('2026-06-04')], '待答复'],
		[[received('2026-06-01'), replied('2026-06-03')], '待提供'],
		[[received('2026-06-01'), replied('2026-06-03', { data: { outcome: 'refuse' } })], '未同意'],
		[[received('2026-06-01'), replied('2026-06-03', { data: { outcome: 'refuse', reason_code: 6 } })], '待答复'],
		[[received('2026-06-01'), replied('2026-06-03'), act('delivery.provided', '2026-06-04')], '已提供'],
		[[received('2026-06-01'), withdrawn('2026-06-03')], '已撤回'],
		[[act('correction.received', '2026-06-01')], '校核中'],
		[[act('correction.received', '2026-06-01'), act('correction.fed_back', '2026-06-02')], '已反馈'],
		[[act('catalogue.triggered', '2026-06-01'), act('catalogue.submitted', '2026-06-02')], '目录待审核'],
		[everything, '待提供'],
	])('%#', (events, expected) => {
		expect(stage(folded(events))).toBe(expected);
		expect(stage(emptyCase)).toBeNull();
	});
});
