import { describe, expect, test } from 'vitest';
import { services } from '#analytics/measures/services.ts';
import { sources } from '#analytics/measures/sources.ts';
import { act, at, civil, hrss, received, registered } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask, more } = asking();

const daily = (date: string, calls: number, failures: number, more: object = {}) =>
	act('service.daily', null, date, { id: `daily ${date} ${calls}`, service_id: 'S1', date, calls, failures, ...more });
const beat = (date: string, id = `beat ${date}`) => act('platform.heartbeat', null, date, { id, date });

describe('services', () => {
	const spring = { from: '2026-03-01', to: '2026-03-31' };

	test('calls, failures and success rate over the days reported', async () => {
		await begin([
			registered(hrss, '市人力社保局'),
			daily('2026-03-02', 900, 9),
			daily('2026-03-03', 100, 1),
			daily('2026-04-01', 5, 5),
		]);
		expect(await ask(services, { as_of: '2026-03-31', ...spring })).toEqual([
			{
				department: hrss,
				department_name: '市人力社保局',
				service: 'S1',
				days: 2,
				calls: 1000,
				failures: 10,
				success_rate: 0.99,
				last_day: '2026-03-03',
			},
		]);
	});

	test('days after the day asked do not count; no calls give no rate', async () => {
		await begin([daily('2026-03-02', 0, 0), daily('2026-03-03', 100, 1)]);
		const rows = await ask(services, { as_of: '2026-03-02', ...spring });
		expect(columns(rows, 'days', 'calls', 'success_rate')).toEqual([[1, 0, null]]);
	});

	test('a record that is corrected or told again counts once; one retracted not at all', async () => {
		await begin([daily('2026-03-02', 900, 9), daily('2026-03-03', 50, 0)]);
		await more([daily('2026-03-02', 800, 8, { corrects: 'daily 2026-03-02 900' }), daily('2026-03-03', 60, 0)]);
		await more([act('service.daily', null, '2026-03-04', { retracts: 'daily 2026-03-03 60' })]);
		const calls = async (known: number) =>
			columns(await ask(services, { as_of: '2026-03-31', ...spring, known }), 'calls');
		expect([await calls(2), await calls(4), await calls(5)]).toEqual([[[950]], [[860]], [[850]]]);
	});

	test('of some departments; seen by provider and user', async () => {
		await begin([daily('2026-03-02', 1, 0, { counterparty: civil })]);
		const count = async (args: object) => (await ask(services, { as_of: '2026-03-31', ...spring, ...args })).length;
		expect([
			await count({ departments: [civil] }),
			await count({ visible: [civil] }),
			await count({ visible: ['x'] }),
		]).toEqual([0, 1, 0]);
	});
});

describe('sources', () => {
	test('how much, how fresh, and how many working days silent', async () => {
		await begin();
		await more([received('A', '2026-03-02'), beat('2026-03-02')], 2);
		await more([received('B', '2026-03-05')], 3);
		const rows = await ask(sources, { as_of: '2026-03-09' });
		expect(columns(rows, 'source_id', 'events', 'last_occurred_at', 'last_heartbeat_on', 'silent_workdays')).toEqual([
			[2, 2, at('2026-03-02'), '2026-03-02', 5],
			[3, 1, at('2026-03-05'), null, null],
		]);
	});

	test('a heartbeat that was retracted was none; one after the day asked is not known on it', async () => {
		await begin();
		await more([beat('2026-03-02'), beat('2026-03-04', 'wrong')], 2);
		await more([act('platform.heartbeat', null, '2026-03-05', { retracts: 'wrong' })], 2);
		const last = async (args: object) =>
			columns(await ask(sources, { as_of: '2026-03-09', ...args }), 'last_heartbeat_on');
		expect([await last({}), await last({ known: 2 }), await last({ known: 2, as_of: '2026-03-03' })]).toEqual([
			[['2026-03-02']],
			[['2026-03-04']],
			[['2026-03-02']],
		]);
	});
});
