import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LedgerEvent, OFFICE_ID } from '#analytics/cases/event.ts';
import { explain } from '#analytics/cases/explain.ts';
import { runs } from '#analytics/cases/runs.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import {
	AUTHORITY,
	act,
	calendar,
	DEMANDER,
	dueOf,
	extended,
	folded,
	judged,
	notice,
	PLATFORM,
	received,
	replied,
	resubmitted,
	runOf,
	statusOn,
	withdrawn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;

/** A decision of the authority on the evidence for an act; `seq`: its place in the ledger. */
function decided(
	of: string,
	accepted: boolean,
	seq = 1,
	more: { source?: string; retracts?: string } = {},
): LedgerEvent {
	const { source = String(PLATFORM), retracts } = more;
	const said = { event: of, platform: source, accepted, reason: '已核对收文登记', document: '数督核〔2026〕3号' };
	const data = retracts === undefined ? { ...said, officer: 'supervisor' } : { retracts };
	return { ...act('evidence.decided', '2026-07-20', { id: `E${seq}`, by: AUTHORITY, source: OFFICE_ID, data }), seq };
}

/** 6月1日收到，6月15日到期；答复称6月12日作出，平台6月17日记录。 */
const claimed = [received('2026-06-01'), replied('2026-06-12', { id: 'A', recorded: '2026-06-17' })];

function outcome(clock: ClockName, events: readonly LedgerEvent[], on = '2026-07-31') {
	const run = runOf(clock, events);
	return [statusOn(run, on), dueOf(run), run.defects, run.backdated];
}

describe('认定时间证据（口径⑤）', () => {
	test.each([
		['未认定：以平台记录时间为准', [], ['late', ['backdated']]],
		['采信：停止计时以所填办理时间为准', [decided('A', true)], ['met', ['evidence_accepted']]],
		['不采信：仍以平台记录时间为准', [decided('A', false)], ['late', ['backdated']]],
		['先采信、后不采信：以后一次为准', [decided('A', true, 1), decided('A', false, 2)], ['late', ['backdated']]],
		['先不采信、后采信', [decided('A', false, 1), decided('A', true, 2)], ['met', ['evidence_accepted']]],
		['采信的决定已撤销', [decided('A', true, 1), decided('A', true, 2, { retracts: 'E1' })], ['late', ['backdated']]],
		['认定的是另一来源的同号事件：不及于本事件', [decided('A', true, 1, { source: '2' })], ['late', ['backdated']]],
		['认定的事件不存在：没有效果', [decided('B', true)], ['late', ['backdated']]],
		['认定收到：起算不因证据改变', [decided('request.received 2026-06-01', true)], ['late', ['backdated']]],
	] as const)('%s', (_, decisions, [status, defects]) => {
		expect(outcome(conditional, [...claimed, ...decisions])).toEqual([status, '2026-06-15', defects, ['3:A']]);
	});

	test('采信之后：所填之日办结，此前在办，提供期限同样自所填之日起算', () => {
		const { runs: found } = judged([...claimed, decided('A', true)]);
		const [reply, delivery] = found;
		expect([reply && statusOn(reply, '2026-06-11'), reply && statusOn(reply, '2026-06-12')]).toEqual([
			'running',
			'met',
		]);
		expect([delivery?.clock, delivery?.startedOn, delivery?.statutoryDueOn, delivery?.defects]).toEqual([
			'delivery',
			'2026-06-12',
			'2026-07-13',
			['evidence_accepted'],
		]);
	});

	test('所填时间同样晚于到期日的，采信不使逾期变为按时', () => {
		const late = [
			received('2026-06-01'),
			replied('2026-06-16', { id: 'A', recorded: '2026-06-18' }),
			decided('A', true),
		];
		expect(outcome(conditional, late)).toEqual(['late', '2026-06-15', ['evidence_accepted'], ['3:A']]);
	});

	test('所填时间早于收到的，采信后时间矛盾，存疑', () => {
		const before = [
			received('2026-06-03'),
			replied('2026-06-02', { id: 'A', recorded: '2026-06-17' }),
			decided('A', true),
		];
		expect(judged(before).doubts.map(doubt => doubt.code)).toContain('stop_before_start');
		expect(statusOn(runOf(conditional, before), '2026-06-17')).toBe('excluded stop_before_start');
	});

	test.each([
		[
			'同意延期',
			conditional,
			[received('2026-06-01'), extended('2026-06-10', 5, { id: 'X', recorded: '2026-06-17' })],
			['overdue', '2026-06-15', ['backdated', 'extension_after_due']],
			['running', '2026-06-23', ['evidence_accepted']],
		],
		[
			'告知补正',
			conditional,
			[received('2026-06-01'), notice('2026-06-10', { id: 'X', recorded: '2026-06-17' })],
			['overdue', '2026-06-15', ['backdated', 'notice_after_due']],
			['paused', '2026-06-15', ['evidence_accepted']],
		],
		[
			'撤回',
			conditional,
			[received('2026-06-01'), withdrawn('2026-06-12', { id: 'X', recorded: '2026-06-17' })],
			['late', '2026-06-15', ['backdated']],
			['excluded withdrawn', '2026-06-15', ['evidence_accepted']],
		],
		[
			'提供',
			'delivery',
			[
				received('2026-05-06'),
				replied('2026-05-08'),
				act('delivery.provided', '2026-06-03', { id: 'X', recorded: '2026-06-17' }),
			],
			['late', '2026-06-04', ['backdated']],
			['met', '2026-06-04', ['evidence_accepted']],
		],
		[
			'反馈校核',
			'correction',
			[
				act('correction.received', '2026-06-01'),
				act('correction.fed_back', '2026-06-08', { id: 'X', recorded: '2026-06-17' }),
			],
			['late', '2026-06-15', ['backdated']],
			['met', '2026-06-15', ['evidence_accepted']],
		],
	] as const)('%s：采信前后', (_, clock, told, before, after) => {
		expect(outcome(clock, told, '2026-06-18').slice(0, 3)).toEqual(before);
		expect(outcome(clock, [...told, decided('X', true)], '2026-06-18').slice(0, 3)).toEqual(after);
	});

	test('采信的告知仍须在补正之前：此后的补正恢复计时', () => {
		const told = [
			received('2026-06-01'),
			notice('2026-06-10', { id: 'X', recorded: '2026-06-17' }),
			resubmitted('2026-06-12'),
		];
		expect(outcome(conditional, told, '2026-06-16').slice(0, 2)).toEqual(['overdue', '2026-06-15']);
		expect(outcome(conditional, [...told, decided('X', true)], '2026-06-16').slice(0, 2)).toEqual([
			'running',
			'2026-06-17',
		]);
	});

	test('被更正、撤销的行为：认定不及于更正后的事件', () => {
		const right = replied('2026-06-12', { id: 'A2', recorded: '2026-06-18', data: { corrects: 'A' } });
		const gone = act('request.replied', '2026-06-18', { id: 'A3', data: { retracts: 'A' } });
		expect(outcome(conditional, [...claimed, right, decided('A', true)]).slice(0, 3)).toEqual([
			'late',
			'2026-06-15',
			['backdated'],
		]);
		expect(statusOn(runOf(conditional, [...claimed, gone, decided('A', true)]), '2026-06-18')).toBe('overdue');
		expect(outcome(conditional, [...claimed, right, decided('A2', true)]).slice(0, 3)).toEqual([
			'met',
			'2026-06-15',
			['evidence_accepted'],
		]);
	});

	test('证据不使他人的期限提前：主管部门的审核期限、受转部门的答复期限仍自平台记录之时起算', () => {
		const submitted = act('catalogue.submitted', '2026-06-08', { id: 'S', recorded: '2026-06-17' });
		const update = [
			act('catalogue.triggered', '2026-06-01', { data: { trigger_date: '2026-06-01' } }),
			submitted,
			decided('S', true),
		];
		expect(runOf('catalogue.update', update).defects).toEqual(['evidence_accepted']);
		expect(runOf('catalogue.review', update).startedOn).toBe('2026-06-17');
		const transfer = act('request.transferred', '2026-06-10', {
			id: 'T',
			recorded: '2026-06-17',
			data: { to_dept: 'B' },
		});
		const [from, to] = judged([received('2026-06-01'), transfer, decided('T', true)]).runs;
		expect([from && statusOn(from, '2026-06-17'), from?.defects, to?.startedOn, to?.defects]).toEqual([
			'excluded transferred',
			['evidence_accepted'],
			'2026-06-17',
			[],
		]);
	});

	test('任何次序、任何重复，认定的结果都相同', () => {
		const told = [
			...claimed,
			notice('2026-06-05', { id: 'N', recorded: '2026-06-09' }),
			resubmitted('2026-06-10', { id: 'M' }),
			decided('N', true, 1),
			decided('A', true, 2),
			decided('N', false, 3),
			act('delivery.provided', '2026-07-20', { id: 'D' }),
			act('delivery.rejected', '2026-07-22', {
				id: 'J',
				by: DEMANDER,
				recorded: '2026-08-20',
				data: { reason: '空文件' },
			}),
			decided('J', true, 4),
		];
		const expected = judged(told);
		expect(expected.runs.map(run => run.defects)).toEqual([['evidence_accepted'], ['evidence_accepted']]);
		fc.assert(
			fc.property(
				fc.shuffledSubarray(told, { minLength: told.length }),
				fc.array(fc.constantFrom(...told), { maxLength: 5 }),
				(events, more) => {
					expect(runs(folded([...events, ...more]), defaultPolicies, calendar)).toEqual(expected);
				},
			),
			{ numRuns: 200 },
		);
	});

	test('计时说明写明时间凭哪一次认定', () => {
		const state = folded([...claimed, decided('A', true, 42)]);
		const slip = explain(state, '', conditional, 1, defaultPolicies, calendar);
		expect(slip?.steps.find(step => step.basis === '《电子签名法》第七条、第八条')?.text).toBe(
			'作出答复（A）的时间凭经采信的证据，以所填办理时间为准，不以平台记录时间为准（supervisor认定，数督核〔2026〕3号，账本第42条）',
		);
	});
});
