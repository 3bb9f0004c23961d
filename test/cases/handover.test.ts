import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { judged, provided, received, rejected, replied, ruled, runOf, statusOn, under, withdrawn } from './casebook.ts';

/** 20个工作日：6月5日同意，7月6日到期。 */
const agreed = [received('2026-06-01'), replied('2026-06-05')];
const first = provided('2026-06-30', { id: 'D1' });
const objection = rejected('2026-07-03');
const upheld = under({ rejection: 'upheld' });
const never = under({ rejection: 'never' });

describe('验收不通过（第二十二条第一款，口径⑧）', () => {
	type Row = [
		title: string,
		policies: Policy[],
		events: LedgerEvent[],
		days: Record<string, string>,
		endedBy: string | null,
	];
	const second = (time: string) => provided(time, { id: 'D2' });
	const rows: Row[] = [
		[
			'说明理由即不生效',
			under({}),
			[first, objection],
			{ '2026-07-02': 'met', '2026-07-03': 'running', '2026-07-07': 'overdue' },
			null,
		],
		[
			'异议不成立：自认定之日原提供恢复效力',
			under({}),
			[first, objection, ruled('2026-07-08', false)],
			{ '2026-07-07': 'overdue', '2026-07-08': 'met' },
			'D1',
		],
		[
			'异议成立：原已不生效，不变',
			under({}),
			[first, objection, ruled('2026-07-08', true)],
			{ '2026-07-08': 'overdue' },
			null,
		],
		[
			'再次提供之后才认定不成立：以再次提供为准',
			under({}),
			[first, objection, second('2026-07-07'), ruled('2026-07-08', false)],
			{ '2026-07-08': 'late' },
			'D2',
		],
		[
			'再次提供之后才认定成立：以再次提供为准',
			under({}),
			[first, objection, second('2026-07-06'), ruled('2026-07-08', true)],
			{ '2026-07-08': 'met' },
			'D2',
		],
		[
			'到期前撤回之后认定不成立：提供早已作出',
			under({}),
			[first, objection, withdrawn('2026-07-06'), ruled('2026-07-08', false)],
			{ '2026-07-07': 'excluded withdrawn', '2026-07-08': 'met' },
			'D1',
		],
		[
			'先认定不成立，后改认定成立：以后者为准',
			under({}),
			[first, objection, ruled('2026-07-04', false), ruled('2026-07-06', true)],
			{ '2026-07-05': 'met', '2026-07-06': 'running', '2026-07-07': 'overdue' },
			null,
		],
		['须经认定：认定之前提供有效', upheld, [first, objection], { '2026-07-10': 'met' }, 'D1'],
		[
			'须经认定：异议成立，自认定之日不生效',
			upheld,
			[first, objection, ruled('2026-07-08', true)],
			{ '2026-07-07': 'met', '2026-07-08': 'overdue' },
			null,
		],
		[
			'须经认定：到期前认定成立，继续计时',
			upheld,
			[first, rejected('2026-07-01'), ruled('2026-07-02', true)],
			{ '2026-07-01': 'met', '2026-07-02': 'running' },
			null,
		],
		[
			'须经认定：异议不成立，不变',
			upheld,
			[first, objection, ruled('2026-07-08', false)],
			{ '2026-07-08': 'met' },
			'D1',
		],
		[
			'须经认定：其间再次按时提供，认定成立后以其为准',
			upheld,
			[first, objection, second('2026-07-06'), ruled('2026-07-08', true)],
			{ '2026-07-07': 'met', '2026-07-08': 'met' },
			'D2',
		],
		[
			'须经认定：其间再次提供已逾期，认定成立后为逾期',
			upheld,
			[first, objection, second('2026-07-07'), ruled('2026-07-08', true)],
			{ '2026-07-07': 'met', '2026-07-08': 'late' },
			'D2',
		],
		[
			'须经认定：其间的再次提供也被验收不通过，认定成立后继续计时',
			upheld,
			[first, objection, second('2026-07-06'), rejected('2026-07-07'), ruled('2026-07-08', true)],
			{ '2026-07-08': 'overdue' },
			null,
		],
		[
			'须经认定：认定成立后再次提供',
			upheld,
			[first, objection, ruled('2026-07-06', true), second('2026-07-07')],
			{ '2026-07-06': 'running', '2026-07-07': 'late' },
			'D2',
		],
		['一概不影响提供', never, [first, objection, ruled('2026-07-08', true)], { '2026-07-10': 'met' }, 'D1'],
		[
			'没有说明理由的，认定成立也无异议可言',
			upheld,
			[first, rejected('2026-07-03', { data: { reason: undefined } }), ruled('2026-07-08', true)],
			{ '2026-07-08': 'met' },
			'D1',
		],
		[
			'超过5个工作日的，认定成立也不生效',
			upheld,
			[first, rejected('2026-07-08'), ruled('2026-07-09', true)],
			{ '2026-07-09': 'met' },
			'D1',
		],
		['第5个工作日验收不通过', under({}), [first, rejected('2026-07-07')], { '2026-07-07': 'overdue' }, null],
		[
			'口径规定3个工作日：第3日有效',
			under({ rejectionWithin: 3 }),
			[first, objection],
			{ '2026-07-03': 'running' },
			null,
		],
		[
			'口径规定3个工作日：第4日无效',
			under({ rejectionWithin: 3 }),
			[first, rejected('2026-07-06')],
			{ '2026-07-07': 'met' },
			'D1',
		],
		['没有验收不通过的认定，没有效力', under({}), [first, ruled('2026-07-01', true)], { '2026-07-10': 'met' }, 'D1'],
		[
			'认定早于验收不通过的，不及于其后',
			under({}),
			[first, ruled('2026-07-02', false), objection],
			{ '2026-07-03': 'running' },
			null,
		],
	];

	test.each(rows)('%s', (_, policies, events, days, endedBy) => {
		const run = runOf('delivery', [...agreed, ...events], policies);
		expect(Object.fromEntries(Object.keys(days).map(day => [day, statusOn(run, day)]))).toEqual(days);
		expect(run.endedBy).toBe(endedBy);
	});

	test('恢复效力的提供以原时刻为准', () => {
		const run = runOf('delivery', [...agreed, first, objection, ruled('2026-07-08', false)]);
		expect(run.spans.at(-1)).toMatchObject({ from: '2026-07-08', endedAt: Date.parse('2026-06-30T10:00+08:00') });
	});

	test('恢复效力之后，期限内又一次验收不通过仍可使其不生效', () => {
		const events = [...agreed, first, rejected('2026-07-01'), ruled('2026-07-02', false), rejected('2026-07-03')];
		expect(statusOn(runOf('delivery', events), '2026-07-07')).toBe('overdue');
	});

	test('撤回后再次收到并同意的，是另一次提供：此前的异议不及于它', () => {
		const again = [withdrawn('2026-07-01'), received('2026-07-02', { id: 'R2' }), replied('2026-07-03', { id: 'A2' })];
		const { runs } = judged([...agreed, first, ...again, ruled('2026-07-08', true)], upheld);
		const deliveries = runs.filter(run => run.clock === 'delivery');
		expect(deliveries.map(run => statusOn(run, '2026-07-08'))).toEqual(['met', 'running']);
	});
});
