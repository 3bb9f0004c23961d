import { describe, expect, test } from 'vitest';
import { overview } from '#analytics/measures/overview.ts';
import { timeliness } from '#analytics/measures/timeliness.ts';
import { trend } from '#analytics/measures/trend.ts';
import { act, authority, civil, hrss, received, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask } = asking();

const refused = { outcome: 'refuse', reason_code: '2' };
const spring = { from: '2026-03-01', to: '2026-03-31' };
const story = [
	received('on time', '2026-03-02'),
	replied('on time', '2026-03-03', refused),
	received('late', '2026-03-02'),
	replied('late', '2026-03-20', refused),
	received('never', '2026-03-02'),
	received('elsewhere', '2026-03-03', { department: civil, counterparty: hrss }),
	received('today', '2026-03-17'),
	received('later', '2026-03-20'),
	received('paused', '2026-03-20'),
	act('request.material_notice', 'paused', '2026-03-23', { missing_items: ['依据'] }),
	act('catalogue.triggered', 'ML1', '2026-03-02'),
	act('catalogue.submitted', 'ML1', '2026-03-03', { authority }),
	act('complaint.received', 'TS1', '2026-03-02'),
	act('use.recorded', 'SY1', '2026-03-02'),
];

describe('overview', () => {
	test('one row per statutory clock in the order of the Decree, the authority’s own included; no floor, no local clock', async () => {
		await begin(story);
		const rows = await ask(overview, { as_of: '2026-03-31', ...spring });
		expect(columns(rows, 'clock', 'due', 'on_time', 'rate')).toEqual([
			['reply.unconditional', 0, 0, null],
			['reply.conditional', 4, 1, 0.25],
			['delivery', 0, 0, null],
			['correction', 0, 0, null],
			['catalogue.update', 1, 1, 1],
			['catalogue.review', 1, 0, 0],
		]);
	});

	test('stock at 24:00 of the day: overdue, running, paused, due today, departments overdue', async () => {
		await begin(story);
		const rows = await ask(overview, { as_of: '2026-03-31', ...spring });
		const [row] = rows.filter(each => each.clock === 'reply.conditional');
		expect(row).toMatchObject({ overdue: 2, running: 2, paused: 1, due_today: 1, departments_overdue: 2 });
	});

	test('the demander sees what it asked for, the provider what it owes', async () => {
		await begin(story);
		const overdue = async (visible: string[]) =>
			(await ask(overview, { as_of: '2026-03-31', ...spring, visible })).find(row => row.clock === 'reply.conditional')
				?.overdue;
		expect([await overdue([hrss]), await overdue([civil]), await overdue(['someone'])]).toEqual([2, 2, 0]);
	});
});

describe('timeliness', () => {
	test('local clocks are included, floor clocks when named', async () => {
		await begin(story);
		const rows = await ask(timeliness, { as_of: '2026-03-31', departments: [hrss] });
		expect(columns(rows, 'clock', 'total', 'met', 'late', 'overdue', 'running', 'paused')).toEqual([
			['reply.conditional', 6, 1, 1, 1, 2, 1],
			['catalogue.update', 1, 1, 0, 0, 0, 0],
			['local.complaint', 1, 0, 0, 1, 0, 0],
		]);
		const named = await ask(timeliness, { as_of: '2026-03-31', clocks: ['retention'] });
		expect(columns(named, 'clock', 'running')).toEqual([['retention', 1]]);
	});
});

describe('trend', () => {
	test('by month of the due day; a month without obligations has no rate', async () => {
		await begin(story);
		const rows = await ask(trend, { as_of: '2026-04-30', from: '2026-02-01', to: '2026-04-30' });
		const replies = rows.filter(row => row.clock === 'reply.conditional');
		expect(columns(replies, 'month', 'due', 'on_time', 'rate')).toEqual([
			['2026-02', 0, 0, null],
			['2026-03', 5, 1, 0.2],
			['2026-04', 1, 0, 0],
		]);
		expect(rows).toHaveLength(3 * 6);
	});

	test('a span that begins and ends inside months counts its own days alone', async () => {
		await begin(story);
		const rows = await ask(trend, { as_of: '2026-04-30', from: '2026-03-17', to: '2026-03-30' });
		expect(
			columns(
				rows.filter(row => row.clock === 'reply.conditional'),
				'month',
				'due',
			),
		).toEqual([['2026-03', 1]]);
	});
});
