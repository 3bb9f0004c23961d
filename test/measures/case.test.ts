import { describe, expect, test } from 'vitest';
import { caseEvents, caseRuns } from '#analytics/measures/case.ts';
import { doubts } from '#analytics/measures/doubts.ts';
import { act, at, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask, more } = asking();

describe('the runs of a case', () => {
	test('a transferred line shows both providers’ runs, the later one with a fresh period', async () => {
		await begin([received('A/1', '2026-03-02'), act('request.transferred', 'A/1', '2026-03-04', { to_dept: civil })]);
		const rows = await ask(caseRuns, { as_of: '2026-03-31', case_id: 'A' });
		expect(columns(rows, 'department', 'run', 'started_on', 'due_on', 'status', 'excluded_for')).toEqual([
			[hrss, 1, '2026-03-02', '2026-03-16', 'excluded', 'transferred'],
			[civil, 2, '2026-03-04', '2026-03-18', 'overdue', null],
		]);
	});

	test('as of a day on which the reply had not come, there is none', async () => {
		await begin([
			registered(hrss, '市人力社保局'),
			received('A', '2026-03-02'),
			replied('A', '2026-03-10', { id: 'reply' }),
		]);
		const shown = async (as_of: string) =>
			columns(await ask(caseRuns, { as_of, case_id: 'A' }), 'clock', 'status', 'ended_on', 'ended_by', 'days_left');
		expect(await shown('2026-03-09')).toEqual([['reply.conditional', 'running', null, null, 5]]);
		expect(await shown('2026-03-10')).toEqual([
			['reply.conditional', 'met', '2026-03-10', 'reply', null],
			['delivery', 'running', null, null, 20],
		]);
	});

	test('extension and pause move the due day; the statutory one stays beside it', async () => {
		await begin([
			received('A', '2026-03-02'),
			act('request.extension_decided', 'A', '2026-03-10', { granted: true, granted_wd: 10 }),
		]);
		const rows = await ask(caseRuns, { as_of: '2026-03-20', case_id: 'A' });
		expect(columns(rows, 'statutory_due_on', 'due_on', 'extended', 'status')).toEqual([
			['2026-03-16', '2026-03-30', 10, 'running'],
		]);
	});

	test('a stranger sees nothing; both sides do', async () => {
		await begin([received('A', '2026-03-02')]);
		const seen = async (visible: string[]) =>
			(await ask(caseRuns, { as_of: '2026-03-31', case_id: 'A', visible })).length;
		expect([await seen([hrss]), await seen([civil]), await seen(['someone']), await seen([])]).toEqual([1, 1, 0, 0]);
	});
});

describe('the events of a case', () => {
	test('in order of occurrence, whole, with times to the millisecond', async () => {
		await begin([
			replied('A/1', '2026-03-10', { id: 'late told', reason: '引号"与换行\n' }),
			received('A/1', '2026-03-02 16:40', { id: 'first', recorded: '2026-03-03 08:00', department_name: '市人社局' }),
		]);
		const rows = await ask(caseEvents, { as_of: '2026-03-31', case_id: 'A' });
		expect(columns(rows, 'event_id', 'seq', 'line', 'department_name', 'occurred_at', 'recorded_at')).toEqual([
			['first', 2, '1', '市人社局', at('2026-03-02 16:40'), at('2026-03-03 08:00')],
			['late told', 1, '1', '市人社局', at('2026-03-10'), at('2026-03-10')],
		]);
		expect(JSON.parse(rows[1]?.body ?? '')).toMatchObject({
			type: 'request.replied',
			subject: 'A/1',
			data: { reason: '引号"与换行\n' },
		});
	});
});

describe('doubts', () => {
	test('contradictions are listed until they are cleared, and stay in the past', async () => {
		await begin([replied('A', '2026-03-10', { id: 'reply' }), received('B', '2026-03-02')]);
		const found = (known?: number) => ask(doubts, { as_of: '2026-03-31', ...(known === undefined ? {} : { known }) });
		expect(columns(await found(), 'case_id', 'code', 'event_id')).toContainEqual(['A', 'start_missing', 'reply']);
		await more([received('A', '2026-03-02')]);
		expect((await found()).map(row => row.case_id)).toEqual([]);
		expect((await found(2)).length).toBeGreaterThan(0);
	});

	test('a page of them with the total; seen by those the case concerns', async () => {
		await begin(['A', 'B', 'C'].map(name => act('correction.fed_back', name, '2026-03-10')));
		const rows = await ask(doubts, { as_of: '2026-03-31', limit: 1, offset: 1 });
		expect(columns(rows, 'case_id', 'total')).toEqual([['B', 3]]);
		expect(await ask(doubts, { as_of: '2026-03-31', visible: [civil] })).toEqual([]);
		expect(await ask(doubts, { as_of: '2026-03-09' })).toEqual([]);
	});
});
