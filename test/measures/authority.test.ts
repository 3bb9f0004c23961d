import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { coverage, coveragePlatforms } from '#analytics/measures/coverage.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask, position } = asking();
const spring = { as_of: '2026-04-30', from: '2026-03-01', to: '2026-04-30' };

const register = [
	registered(authority, '市数据局', '2020-01-01', { kind: 'authority' }),
	registered(hrss, '市人力社保局'),
	registered(civil, '市民政局'),
];
const own = (
	type: Parameters<typeof act>[0],
	subject: string | null,
	when: string,
	more: Record<string, unknown> = {},
) => act(type, subject, when, { department: authority, ...more });

/** The indicator of the authority: numerator, denominator, value, and why there is none. */
async function figure(indicator: string, args: object = {}): Promise<unknown[]> {
	const rows = await ask(indicatorFigures, { ...spring, indicators: [indicator], departments: [authority], ...args });
	return (
		columns(
			rows.filter(row => row.department === authority),
			'num',
			'den',
			'value',
			'reason',
		)[0] ?? []
	);
}
const outcomes = async (indicator: string, args: object = {}) =>
	columns(
		await ask(indicatorUnits, { ...spring, indicators: [indicator], ...args }),
		'case_id',
		'counterparty',
		'on_day',
		'outcome',
	);

async function tell(...events: ShareEvent[]): Promise<void> {
	await begin([...register, ...events]);
}

describe('主管部门自查', () => {
	test('第十七条第三款 目录审核：按到期计，逾期审核的不算按时', async () => {
		const submitted = (id: string, when: string) =>
			act('catalogue.submitted', id, when, { counterparty: authority, authority });
		await tell(
			submitted('ML1', '2026-03-02'),
			own('catalogue.published', 'ML1', '2026-03-04'),
			submitted('ML2', '2026-03-02'),
			own('catalogue.published', 'ML2', '2026-03-09'),
			submitted('ML3', '2026-03-02'),
		);
		expect(await figure('G1')).toEqual([1, 3, 1 / 3, null]);
		expect((await outcomes('G1')).map(row => row[3]).sort()).toEqual(['late', 'met', 'overdue']);
	});

	test('延期批复：按时、逾期、未批', async () => {
		const asked = (id: string) => act('request.extension_requested', id, '2026-03-05', { authority });
		const decided = (id: string, when: string) =>
			own('request.extension_decided', id, when, { counterparty: hrss, granted: true, granted_wd: 5 });
		await tell(
			...['SQ1', 'SQ2', 'SQ3'].flatMap(id => [received(id, '2026-03-02'), asked(id)]),
			decided('SQ1', '2026-03-06'),
			decided('SQ2', '2026-03-13'),
		);
		expect(await figure('G2')).toEqual([1, 3, 1 / 3, null]);
	});

	test('第二十八条第二款 争议：受理与协调各计一件，用时以办结的协调为准', async () => {
		await tell(
			act('dispute.applied', 'ZY1', '2026-03-02', { department: civil, counterparty: hrss, authority }),
			own('dispute.accepted', 'ZY1', '2026-03-04', { counterparty: civil }),
			own('dispute.mediated', 'ZY1', '2026-03-16', { counterparty: civil }),
		);
		expect([await figure('G3a'), await figure('G3b')]).toEqual([
			[2, 2, 1, null],
			[8, 1, 8, null],
		]);
	});

	describe('第十九条第二款 数源部门', () => {
		const item = (catalogue: string, department: string, title = '常住人口信息') =>
			act('catalogue.registered', null, '2026-03-02', {
				...{ id: `item ${catalogue}`, department, catalogue, title, sharing: 'conditional' },
			});
		const designated = own('catalogue.source_designated', null, '2026-04-01', {
			item: '常住人口信息',
			source_dept: hrss,
		});

		test.each<[string, ShareEvent[], unknown[]]>([
			['两个部门登记同名目录，尚未明确', [item('1', hrss), item('2', civil)], [0, 1, 0, null]],
			['已经明确', [item('1', hrss), item('2', civil), designated], [1, 1, 1, null]],
			['同一部门的两项同名目录不需要明确', [item('1', hrss), item('2', hrss)], [0, null, null, 'no_obligations']],
			['名称不同的不算', [item('1', hrss), item('2', civil, '低保对象信息')], [0, null, null, 'no_obligations']],
			['没有同名目录而已明确的也算', [designated], [1, 1, 1, null]],
		])('%s', async (_, events, expected) => {
			await tell(...events);
			expect(await figure('G4')).toEqual(expected);
		});

		test('提请明确的计入：未明确，随后明确', async () => {
			await tell(act('catalogue.designation_requested', 'SY1', '2026-03-02', { counterparty: authority, authority }));
			expect(await figure('G4')).toEqual([0, 1, 0, null]);
			await more([own('catalogue.source_designated', 'SY1', '2026-03-20', { item: '常住人口信息' })]);
			expect(await figure('G4')).toEqual([1, 1, 1, null]);
		});

		test('截至所选日：后来才明确的，此前不算', async () => {
			await tell(item('1', hrss), item('2', civil), designated);
			expect(await figure('G4', { as_of: '2026-03-31' })).toEqual([0, 1, 0, null]);
		});
	});

	describe('督促闭环', () => {
		const ordered = (id: string, deadline: string, more: Record<string, unknown> = {}) =>
			own('enforcement.ordered', null, '2026-03-02', {
				id,
				counterparty: hrss,
				deadline,
				document: `文${id}`,
				...more,
			});
		const verified = (when: string, more: Record<string, unknown>) =>
			own('enforcement.verified', null, when, { counterparty: hrss, result: 'pass', ...more });

		test.each<[string, ShareEvent[], unknown[]]>([
			['到期未核查', [ordered('甲', '2026-03-31')], [0, 1, 0, null]],
			['以文号核查销号', [ordered('甲', '2026-03-31'), verified('2026-03-30', { document: '文甲' })], [1, 1, 1, null]],
			['以事件编号核查销号', [ordered('甲', '2026-03-31'), verified('2026-04-20', { order: '甲' })], [1, 1, 1, null]],
			[
				'核查不通过',
				[ordered('甲', '2026-03-31'), verified('2026-03-30', { order: '甲', result: 'fail' })],
				[0, 1, 0, null],
			],
			[
				'别的机构的同一文号不算',
				[ordered('甲', '2026-03-31'), verified('2026-03-30', { document: '文甲', counterparty: civil })],
				[0, 1, 0, null],
			],
			['期限未到的不计', [ordered('甲', '2026-05-08')], [0, null, null, 'no_obligations']],
			[
				'没有写明期限的不计',
				[own('enforcement.ordered', null, '2026-03-02', { counterparty: hrss })],
				[0, null, null, 'no_obligations'],
			],
			[
				'期限写到时刻的，以北京时间的日期为准',
				[ordered('甲', '2026-04-30T17:00:00Z')],
				[0, null, null, 'no_obligations'],
			],
		])('%s', async (_, events, expected) => {
			await tell(...events);
			expect(await figure('G5')).toEqual(expected);
		});

		test('核查在截至日之后的，当时尚未闭环；撤销的核查不算', async () => {
			await tell(ordered('甲', '2026-03-31'), verified('2026-04-20', { order: '甲', id: '核' }));
			expect(await figure('G5', { as_of: '2026-04-10' })).toEqual([0, 1, 0, null]);
			await more([own('enforcement.verified', null, '2026-04-21', { retracts: '核' })]);
			expect([await figure('G5', { known: position() - 1 }), await figure('G5')]).toEqual([
				[1, 1, 1, null],
				[0, 1, 0, null],
			]);
		});

		test('第二十七条第二款 暂停共享后的整改一并计入', async () => {
			const right = { counterparty: civil, service_id: 'S1' };
			await tell(own('service.suspended', 'ZT1', '2026-03-02', { ...right, deadline: '2026-03-20' }));
			expect(await outcomes('G5')).toEqual([['ZT1', civil, '2026-03-20', 'open']]);
			await more([own('service.resumed', 'ZT1', '2026-03-25', right)]);
			expect(await figure('G5')).toEqual([1, 1, 1, null]);
		});
	});

	describe('超期未催办', () => {
		/** 3月2日收到，3月16日到期。 */
		const late = received('SQ1', '2026-03-02');
		const reminded = (when: string, more: Record<string, unknown>, subject: string | null = null) =>
			own('enforcement.reminded', subject, when, { counterparty: hrss, ...more });

		test.each<[string, ShareEvent[], string, number]>([
			['超期2个工作日', [late], '2026-03-18', 0],
			['超期3个工作日', [late], '2026-03-19', 1],
			['已在清单中催办', [late, reminded('2026-03-18', { cases: ['SQ9', 'SQ1'] })], '2026-03-19', 0],
			['已就本案催办', [late, reminded('2026-03-18', {}, 'SQ1')], '2026-03-19', 0],
			['催办的是别的事项', [late, reminded('2026-03-18', { cases: ['SQ9'] })], '2026-03-19', 1],
			['催办在截至日之后', [late, reminded('2026-03-20', { cases: ['SQ1'] })], '2026-03-19', 1],
			['已经办结', [late, replied('SQ1', '2026-03-19', { outcome: 'refuse', reason_code: '2' })], '2026-03-20', 0],
			['催办的格式不对：不拒收，也不算催办', [late, reminded('2026-03-18', { cases: 'SQ1' })], '2026-03-19', 1],
		])('%s', async (_, events, as_of, count) => {
			await tell(...events);
			expect((await figure('G6', { as_of }))[2]).toBe(count);
			expect(await outcomes('G6', { as_of })).toEqual(count === 0 ? [] : [['SQ1', hrss, as_of, 'not_reminded']]);
		});

		test('两个平台报送、视为同一案件的，催办任一编号都算', async () => {
			const shared = { global_case: 'GJ1' };
			await tell(received('SQ1', '2026-03-02', shared), received('SQ1-B', '2026-03-02', shared));
			await more([reminded('2026-03-18', { cases: ['SQ1-B'] })]);
			expect((await figure('G6', { as_of: '2026-03-19' }))[2]).toBe(0);
		});
	});

	test('平台报送完整率就是报送对账的应报与实报', async () => {
		await tell();
		const beat = (date: string) =>
			act('platform.heartbeat', null, `${date} 23:59`, { id: `beat ${date}`, date, counts: {} });
		await more([beat('2026-03-02'), beat('2026-03-04'), beat('2026-03-07')], 2);
		await more([beat('2026-03-05')], 3);
		const asked = { as_of: '2026-03-10', from: '2026-03-01', to: '2026-03-31' };
		expect(await figure('G7', asked)).toEqual([3, 9, 3 / 9, null]);
		expect((await ask(coverage, { ...asked, owed: true })).map(row => row.beat).filter(Boolean).length).toBe(3);
		expect((await ask(coverage, { ...asked, owed: true })).length).toBe(9);
		const platforms = await ask(coveragePlatforms, asked);
		expect(columns(platforms, 'received', 'expected')).toEqual([
			[2, 6],
			[1, 3],
		]);
	});
});
