import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { desk, deskQueues } from '#analytics/measures/desk.ts';
import { indicatorFigures } from '#analytics/measures/indicators.ts';
import { orders } from '#analytics/measures/verdicts.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask } = asking();
const queues = ['due_today', 'due_next', 'slipped', 'unreminded', 'unanswered'] as const;

const register = [
	registered(authority, '市数据局', '2020-01-01', { kind: 'authority' }),
	registered(hrss, '市人力社保局'),
	registered(civil, '市民政局'),
];
const own = (type: Parameters<typeof act>[0], subject: string | null, when: string, more = {}) =>
	act(type, subject, when, { department: authority, counterparty: hrss, ...more });

/** The queues in which the case stands on a day; the list of each and its count are the same. */
async function standsIn(caseId: string, asOf: string): Promise<string[]> {
	const counted = new Map((await ask(deskQueues, { as_of: asOf })).map(({ queue, matters }) => [queue, matters]));
	const found: string[] = [];
	for (const queue of queues) {
		const rows = await ask(desk, { as_of: asOf, queue });
		expect([queue, rows.length, rows[0]?.total ?? 0]).toEqual([queue, counted.get(queue), counted.get(queue)]);
		if (rows.some(row => row.case_id === caseId)) found.push(queue);
	}
	return found;
}

describe('监督工作台：哪一件、为什么今天要看', () => {
	// 第二十一条第一款：3月2日收到，10个工作日，3月16日（周一）到期；3月6日收到，3月20日（周五）到期。
	const monday = received('A', '2026-03-02');
	const friday = received('A', '2026-03-06');
	const reminded = own('enforcement.reminded', 'A', '2026-03-17');
	test.each<[string, ShareEvent[], string, string[]]>([
		['到期前两个工作日，不列', [monday], '2026-03-12', []],
		['周五看，下一工作日是周一', [monday], '2026-03-13', ['due_next']],
		['周六看，下一工作日是周一', [monday], '2026-03-14', ['due_next']],
		['到期日当天，尚未逾期', [monday], '2026-03-16', ['due_today']],
		['次日，新逾期，尚未催办', [monday], '2026-03-17', ['slipped', 'unreminded']],
		['再次日，不再是新逾期', [monday], '2026-03-18', ['unreminded']],
		['周五到期，周日看是新逾期', [friday], '2026-03-22', ['slipped', 'unreminded']],
		['周五到期，周一看仍是新逾期', [friday], '2026-03-23', ['slipped', 'unreminded']],
		['周五到期，周二看不再是', [friday], '2026-03-24', ['unreminded']],
		['已经答复，不列', [monday, replied('A', '2026-03-17', { outcome: 'refuse', reason_code: '2' })], '2026-03-17', []],
		['已催办，两个工作日以内', [monday, reminded], '2026-03-19', []],
		['已催办，满两个工作日未回应', [monday, reminded], '2026-03-20', ['unanswered']],
		[
			'一次催办几件',
			[monday, own('enforcement.reminded', null, '2026-03-17', { cases: ['B', 'A'] })],
			'2026-03-20',
			['unanswered'],
		],
		[
			'催办被撤销，等于没有催办',
			[monday, reminded, own('enforcement.reminded', 'A', '2026-03-18', { retracts: reminded.id })],
			'2026-03-20',
			['unreminded'],
		],
		[
			'催办后责任部门有办理记录，即有回应',
			[monday, reminded, act('request.material_notice', 'A', '2026-03-18', { missing_items: ['依据'] })],
			'2026-03-20',
			[],
		],
		[
			'申请方的行为不是责任部门的回应',
			[monday, reminded, act('request.extension_requested', 'A', '2026-03-18', { department: civil })],
			'2026-03-20',
			['unanswered'],
		],
		[
			'再次催办，重新给两个工作日',
			[monday, reminded, own('enforcement.reminded', 'A', '2026-03-20')],
			'2026-03-23',
			[],
		],
	])('%s', async (_, events, asOf, expected) => {
		await begin([...register, ...events]);
		expect(await standsIn('A', asOf)).toEqual(expected);
	});

	test('催办的次数、最近一次和其后的回应列在行上', async () => {
		await begin([
			...register,
			monday,
			reminded,
			own('enforcement.reminded', 'A', '2026-03-18'),
			act('request.material_notice', 'A', '2026-03-19', { missing_items: ['依据'] }),
		]);
		const rows = await ask(desk, { as_of: '2026-03-17', queue: 'slipped' });
		expect(columns(rows, 'reminders', 'reminded_on', 'answered_on')).toEqual([[1, '2026-03-17', null]]);
	});

	test('联络员只见本部门的件', async () => {
		await begin([...register, monday]);
		const seen = async (code: string) =>
			(await ask(deskQueues, { as_of: '2026-03-16', visible: [code] })).find(({ queue }) => queue === 'due_today')
				?.matters;
		expect([await seen(hrss), await seen(authority)]).toEqual([1, 0]);
	});
});

describe('责令改正：期满多少天、是否销号', () => {
	const order = (id: string, deadline: string | null, more = {}) =>
		own('enforcement.ordered', null, '2026-03-02', { id, document: id, ...(deadline ? { deadline } : {}), ...more });
	test('清单与指标G5同一口径', async () => {
		await begin([
			...register,
			order('令1', '2026-03-20'),
			order('令2', '2026-04-20'),
			order('令3', null),
			order('令4', '2026-03-25'),
			own('enforcement.verified', null, '2026-03-26', { document: '令4', result: 'pass' }),
		]);
		const rows = await ask(orders, { as_of: '2026-03-31' });
		expect(columns(rows, 'document', 'deadline_on', 'overrun', 'passed')).toEqual([
			['令2', '2026-04-20', null, false],
			['令4', '2026-03-25', 6, true],
			['令1', '2026-03-20', 11, false],
			['令3', null, null, false],
		]);
		const [g5] = await ask(indicatorFigures, {
			...{ as_of: '2026-03-31', from: '2026-03-01', to: '2026-03-31' },
			...{ indicators: ['G5'], departments: [authority] },
		});
		expect([g5?.num, g5?.den]).toEqual([1, 2]);
	});
});
