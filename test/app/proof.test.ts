import { expect, test } from 'vitest';
import { settled } from '#analytics/cases/of-record.ts';
import { toDay } from '#analytics/law/day.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { besides } from '#app/loaders/proof.server.ts';
import { calendar, folded, received, replied } from '#test/cases/casebook.ts';

/** 平台3为基准：6月1日收到；答复称6月12日作出，两个平台都在6月17日以后才记录。 */
const told = [
	received('2026-06-01', { id: 'R' }),
	replied('2026-06-12', { id: 'A', recorded: '2026-06-17' }),
	replied('2026-06-12', { id: 'B', recorded: '2026-06-18', source: 4 }),
];
const rows = told.map((event, n) => ({
	...{ seq: n + 1, source_id: event.sourceId, event_id: event.id, case_id: 'SQ1', type: event.type, line: '' },
	...{ department: '', department_name: '', counterparty: null, day_only: false, superseded: null, body: '{}' },
	...{ occurred_at: event.occurredAt, recorded_at: event.recordedAt, received_at: event.recordedAt },
}));

test('只重复另一平台所报的行为，证据没有效果，不提供认定；计时所依据的一条照常', () => {
	const whole = { root: 'SQ1', members: ['SQ1'], state: folded(told) };
	const on = { state: settled(whole.state), policies: defaultPolicies, calendar, whole };
	const viewer = { account: { role: 'supervisor' }, visible: null } as unknown as Parameters<
		typeof besides
	>[2]['viewer'];
	const asked = { as_of: toDay('2026-06-30'), frozen: false } as Parameters<typeof besides>[2]['asked'];
	const beside = besides(rows, on, { viewer, asked, joined: new Map() });
	expect(rows.map(row => [row.event_id, beside(row).proposal !== null])).toEqual([
		['R', false],
		['A', true],
		['B', false],
	]);
	const [effect] = beside(rows[1] as (typeof rows)[number]).proposal?.ifAccepted ?? [];
	expect([effect?.before?.status, effect?.after?.status]).toEqual(['late', 'met']);
});
