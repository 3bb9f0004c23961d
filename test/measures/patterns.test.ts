import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { patternCases, patternCodes, patterns, THRESHOLDS } from '#analytics/measures/patterns.ts';
import { act, authority, civil, court, hrss, received, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { changed } from './organisations.ts';

const { begin, more, ask, position } = asking();
const item = '330100/hrss/1';
const year = { as_of: '2026-11-20', from: '2026-01-01', to: '2026-12-31' };

const list = (args: object = {}) => ask(patternCases, { ...year, ...THRESHOLDS, ...args });
/** pattern, case, body, day, number. */
const found = async (args: object = {}) =>
	columns(await list(args), 'pattern', 'case_id', 'department', 'on_day', 'figure').reverse();

const asks = (id: string, when: string, also: Record<string, unknown> = {}) =>
	received(id, when, { catalogue: item, ...also });
const refuses = (id: string, when: string, also: Record<string, unknown> = {}) =>
	replied(id, when, { outcome: 'refuse', reason_code: '2', ...also });
const notice = (id: string, when: string) => act('request.material_notice', id, when, { missing_items: ['使用依据'] });
const back = (id: string, when: string) => act('request.material_resubmitted', id, when, { department: civil });
const hands = (id: string, when: string, department: string, to_dept: string) =>
	act('request.transferred', id, when, { department, to_dept });
const withdraws = (id: string, when: string) =>
	act('request.withdrawn', id, when, { department: civil, counterparty: hrss });
const delivers = (id: string, when: string) =>
	act('delivery.provided', id, when, { catalogue: item, counterparty: civil, service_id: 'S1' });
const daily = (date: string, calls: number, failures: number) =>
	act('service.daily', null, `${date} 23:50`, { id: `daily ${date}`, service_id: 'S1', date, calls, failures });
const corrects = (id: string, when: string) => act('correction.received', id, when, { counterparty: civil });
const feedsBack = (id: string, when: string) => act('correction.fed_back', id, when, { counterparty: civil });
const verifies = (id: string, when: string) => act('correction.verified', id, when, { upheld: 'yes' });
const lists = (when: string, sharing: string) =>
	act('catalogue.registered', null, when, { id: `list ${when}`, catalogue: item, title: '参保信息', sharing });
const extends5 = (id: string, when: string) =>
	act('request.extension_decided', id, when, {
		department: authority,
		counterparty: hrss,
		granted: true,
		granted_wd: 5,
	});

/** 3月2日（星期一）收到，3月16日到期。 */
const march = Array.from({ length: 6 }, (_, i) => `A${i}`);
const crowd = (n: number, month: string, from: number) =>
	Array.from({ length: n }, (_, i) => corrects(`JH${i}`, `${month}-${from + i}`));

describe('规避迹象：条件成立的列出，差一点的不列', () => {
	test.each<[string, ShareEvent[], unknown[]]>([
		[
			'第二十一条第二款 告知补正两次',
			[
				asks('A', '2026-03-02'),
				notice('A', '2026-03-03'),
				back('A', '2026-03-04'),
				notice('A', '2026-03-05'),
				refuses('A', '2026-03-06'),
			],
			[['repeated_notice', 'A', hrss, '2026-03-05', 2]],
		],
		[
			'到期前2个工作日才告知',
			[asks('A', '2026-03-02'), notice('A', '2026-03-12'), back('A', '2026-03-13'), refuses('A', '2026-03-13 15:00')],
			[['repeated_notice', 'A', hrss, '2026-03-12', 1]],
		],
		[
			'到期前3个工作日告知：不列',
			[asks('A', '2026-03-02'), notice('A', '2026-03-11'), back('A', '2026-03-12'), refuses('A', '2026-03-13')],
			[],
		],
		[
			'五件答复四件在最后一日：八成，列出最后一日的四件',
			march
				.slice(0, 5)
				.flatMap((id, i) => [asks(id, '2026-03-02'), refuses(id, i === 0 ? '2026-03-05' : '2026-03-16')]),
			[4, 3, 2, 1].map(i => ['last_day', `A${i}`, hrss, '2026-03-16', 80]),
		],
		[
			'六件答复四件在最后一日：不足八成',
			march.flatMap((id, i) => [asks(id, '2026-03-02'), refuses(id, i < 2 ? '2026-03-05' : '2026-03-16')]),
			[],
		],
		[
			'四件全在最后一日：件数不足',
			march.slice(0, 4).flatMap(id => [asks(id, '2026-03-02'), refuses(id, '2026-03-16')]),
			[],
		],
		[
			'撤回之后以新编号再提',
			[asks('A', '2026-03-02'), withdraws('A', '2026-03-05'), asks('B', '2026-03-09'), refuses('B', '2026-03-10')],
			[['refiled', 'B', hrss, '2026-03-09', 5]],
		],
		[
			'倒签',
			[asks('A', '2026-03-02'), refuses('A', '2026-03-16', { recorded: '2026-03-19' })],
			[['backdated', 'A', hrss, '2026-03-19', 3]],
		],
		[
			'收到后目录改为有条件共享；按时答复的也列',
			[
				asks('A', '2026-03-02', { sharing: 'unconditional' }),
				refuses('A', '2026-03-03'),
				lists('2026-03-10', 'conditional'),
			],
			[['reclassified', 'A', hrss, '2026-03-10', 8]],
		],
		[
			'第31日才改：不列',
			[
				asks('A', '2026-03-02', { sharing: 'unconditional' }),
				refuses('A', '2026-03-03'),
				lists('2026-04-02', 'conditional'),
			],
			[],
		],
		[
			'收到之前就是有条件共享：不列',
			[
				lists('2026-02-10', 'conditional'),
				asks('A', '2026-03-02', { sharing: 'unconditional' }),
				refuses('A', '2026-03-03'),
			],
			[],
		],
		[
			'按另一共享属性答复',
			[asks('A', '2026-03-02', { sharing: 'unconditional' }), refuses('A', '2026-03-03', { sharing: 'conditional' })],
			[['reclassified', 'A', hrss, '2026-03-03', 1]],
		],
		[
			'转办两次又转回：转出的各部门都列',
			[
				asks('A', '2026-03-02'),
				hands('A', '2026-03-04', hrss, court),
				asks('A', '2026-03-04 10:00', { department: court }),
				hands('A', '2026-03-06', court, hrss),
				asks('A', '2026-03-06 10:00', { id: 'again' }),
				refuses('A', '2026-03-09'),
			],
			[
				['transfers', 'A', hrss, '2026-03-04', 2],
				['transfers', 'A', court, '2026-03-06', 2],
			],
		],
		[
			'转办一次：不列',
			[
				asks('A', '2026-03-02'),
				hands('A', '2026-03-04', hrss, court),
				asks('A', '2026-03-04 10:00', { department: court }),
				refuses('A', '2026-03-09', { department: court }),
			],
			[],
		],
		[
			'逾期后撤回',
			[asks('A', '2026-03-02'), withdraws('A', '2026-03-20')],
			[['withdrawn_late', 'A', hrss, '2026-03-20', 4]],
		],
		['到期日当日撤回：不列', [asks('A', '2026-03-02'), withdraws('A', '2026-03-16')], []],
		[
			'无条件共享申请延期',
			[asks('A', '2026-03-02', { sharing: 'unconditional' }), extends5('A', '2026-03-03'), refuses('A', '2026-03-04')],
			[['extended_unconditional', 'A', hrss, '2026-03-02', 5]],
		],
		[
			'第二十二条 同意而超过提供期限20个工作日未提供',
			[asks('A', '2026-09-20'), replied('A', '2026-09-20 15:00')],
			[['undelivered', 'A', hrss, '2026-10-23', 20]],
		],
		['超过19个工作日：不列', [asks('A', '2026-09-21'), replied('A', '2026-09-21 15:00')], []],
		[
			'提供后验收不通过',
			[
				asks('A', '2026-03-02'),
				replied('A', '2026-03-03'),
				delivers('A', '2026-03-05'),
				act('delivery.rejected', 'A', '2026-03-06', {
					department: civil,
					counterparty: hrss,
					catalogue: item,
					reason: '空文件',
				}),
				delivers('A', '2026-03-10'),
			],
			[['dead_delivery', 'A', hrss, '2026-03-06', null]],
		],
		[
			'提供之后三日有调用而全部失败',
			[
				...[asks('A', '2026-03-02'), replied('A', '2026-03-03'), delivers('A', '2026-03-05')],
				...['06', '09', '10'].map(day => daily(`2026-03-${day}`, 5, 5)),
			],
			[['dead_delivery', 'A', hrss, '2026-03-10', null]],
		],
		[
			'有一次调用成功：不列',
			[
				...[asks('A', '2026-03-02'), replied('A', '2026-03-03'), delivers('A', '2026-03-05')],
				...['06', '09', '10'].map(day => daily(`2026-03-${day}`, 5, day === '10' ? 4 : 5)),
			],
			[],
		],
		[
			'无人调用：不是无效提供',
			[
				...[asks('A', '2026-03-02'), replied('A', '2026-03-03'), delivers('A', '2026-03-05')],
				...['06', '09', '10'].map(day => daily(`2026-03-${day}`, 0, 0)),
			],
			[],
		],
		[
			'第二十六条第二款 未经核实即反馈',
			[
				corrects('J', '2026-03-02'),
				verifies('J', '2026-03-03'),
				feedsBack('J', '2026-03-04'),
				corrects('K', '2026-03-02'),
				feedsBack('K', '2026-03-04'),
			],
			[['unverified', 'K', hrss, '2026-03-04', null]],
		],
		['从不报送核实结论的机构：无从判断，不列', [corrects('K', '2026-03-02'), feedsBack('K', '2026-03-04')], []],
		['季末十日内九件校核：不列', crowd(9, '2026-03', 22), []],
		['十件而早于季末十日：不列', crowd(10, '2026-03', 12), []],
		['十件而在季度中间的月末：不列', crowd(10, '2026-02', 19), []],
	])('%s', async (_, events, expected) => {
		await begin(events);
		expect(await found()).toEqual(expected);
	});

	test('季末十日内十件校核：列需求部门', async () => {
		await begin(crowd(10, '2026-03', 22));
		const rows = await list({ patterns: ['corrections_crowded'] });
		expect([rows.length, new Set(rows.map(row => row.department)), rows[0]?.figure]).toEqual([
			10,
			new Set([civil]),
			10,
		]);
	});
});

describe('归期、门槛与口径', () => {
	const gamed = [asks('A', '2026-03-02'), withdraws('A', '2026-03-20')];

	test('按发生之日归入统计区间，不早于截至日', async () => {
		await begin(gamed);
		const count = async (args: object) => (await found(args)).length;
		expect([
			await count({ from: '2026-03-20', to: '2026-03-20' }),
			await count({ to: '2026-03-19' }),
			await count({ from: '2026-03-21' }),
			await count({ as_of: '2026-03-19' }),
		]).toEqual([1, 0, 0, 0]);
	});

	test('撤销的行为不算；按当时所知仍在', async () => {
		await begin(gamed);
		const before = position();
		await more([act('request.withdrawn', 'A', '2026-03-23', { department: civil, retracts: gamed[1]?.id ?? '' })]);
		expect([(await found({ known: before })).length, (await found()).length]).toEqual([1, 0]);
	});

	test('门槛可以另定', async () => {
		await begin([
			asks('A', '2026-03-02'),
			notice('A', '2026-03-11'),
			back('A', '2026-03-12'),
			refuses('A', '2026-03-13'),
		]);
		expect([(await found()).length, (await found({ near: 3 })).length]).toEqual([0, 1]);
	});

	test('合并之前的列在原机构名下', async () => {
		await begin(gamed);
		await more([changed('merge', '2026-06-01', [hrss], [['丙']])]);
		expect((await found()).map(row => row[2])).toEqual([hrss]);
	});

	test('件数就是清单，清单只列看得到的', async () => {
		await begin([
			...gamed,
			asks('B', '2026-03-02', { sharing: 'unconditional' }),
			extends5('B', '2026-03-03'),
			refuses('B', '2026-03-04'),
		]);
		const counts = await ask(patterns, { ...year, ...THRESHOLDS });
		expect(counts.length).toBe(2);
		for (const { pattern, department, cases } of counts) {
			expect(patternCodes).toContain(pattern);
			expect((await list({ patterns: [pattern], departments: [department] })).length).toBe(cases);
		}
		expect((await list({ visible: [civil] })).length).toBe(0);
		expect((await list({ search: 'b' })).map(row => row.case_id)).toEqual(['B']);
	});
});
