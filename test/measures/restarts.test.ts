import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { matters } from '#analytics/measures/matters.ts';
import { restarts } from '#analytics/measures/restarts.ts';
import { act, civil, court, hrss, received, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask, position } = asking();
const as_of = '2026-06-30';
const item = '330100/hrss/insured-persons';

/** 市民政局就同一目录向市人力社保局申请。 */
const asks = (subject: string, when: string, more: Record<string, unknown> = {}) =>
	received(subject, when, { catalogue: item, ...more });
const notice = (subject: string, when: string, more: Record<string, unknown> = {}) =>
	act('request.material_notice', subject, when, { missing_items: ['使用依据'], ...more });
const withdrawn = (subject: string, when: string, more: Record<string, unknown> = {}) =>
	act('request.withdrawn', subject, when, { department: civil, ...more });
const forMaterials = { outcome: 'refuse', reason_code: 6, reason: '材料不全' };

const found = async (args: object = {}) =>
	columns(
		await ask(restarts, { as_of, refiled_within: 30, ...args }),
		'earlier_case',
		'later_case',
		'how',
		'how_on',
		'apart',
		'gained',
	);

describe('疑似换号重报（陷阱9、20）', () => {
	test.each<[string, ShareEvent[], unknown[]]>([
		[
			'撤回之后以新编号再提',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('B', '2026-03-16')],
			[['A', 'B', 'withdrawn', '2026-03-12', 4, 10]],
		],
		[
			'逾期之后撤回再提：同样列出',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-20'), asks('B', '2026-03-23')],
			[['A', 'B', 'withdrawn', '2026-03-20', 3, 15]],
		],
		[
			'以材料不全拒绝之后再提',
			[asks('A', '2026-03-02'), replied('A', '2026-03-12', forMaterials), asks('B', '2026-03-12 15:00')],
			[['A', 'B', 'refused_for_materials', '2026-03-12', 0, 8]],
		],
		[
			'告知补正之后不补正而另提',
			[asks('A', '2026-03-02'), notice('A', '2026-03-12'), asks('B', '2026-03-18')],
			[['A', 'B', 'notice', '2026-03-12', 6, 12]],
		],
		[
			'补正逾期中止之后再提：以中止之日为准',
			[asks('A', '2026-03-02'), notice('A', '2026-03-12'), asks('B', '2026-04-01')],
			[['A', 'B', 'lapsed', '2026-03-27', 5, 22]],
		],
		[
			'第30日仍疑似',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('B', '2026-04-11')],
			[['A', 'B', 'withdrawn', '2026-03-12', 30, 28]],
		],
		['第31日不再疑似', [asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('B', '2026-04-12')], []],
		['前案按时答复：不疑似', [asks('A', '2026-03-02'), replied('A', '2026-03-12'), asks('B', '2026-03-16')], []],
		[
			'前案写明理由拒绝：不疑似',
			[
				asks('A', '2026-03-02'),
				replied('A', '2026-03-12', { ...forMaterials, reason_code: '5' }),
				asks('B', '2026-03-16'),
			],
			[],
		],
		[
			'另一目录：不疑似',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('B', '2026-03-16', { catalogue: 'x' })],
			[],
		],
		[
			'另一需求部门：不疑似',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('B', '2026-03-16', { counterparty: court })],
			[],
		],
		[
			'另一提供部门：不疑似',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('B', '2026-03-16', { department: court })],
			[],
		],
		[
			'新编号在撤回之前已收到：不疑似',
			[asks('A', '2026-03-02'), asks('B', '2026-03-10'), withdrawn('A', '2026-03-12')],
			[],
		],
		[
			'同一编号再次收到：不是换号',
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12'), asks('A', '2026-03-16')],
			[],
		],
		[
			'国家编号相同、视为同一案件的：不是换号',
			[
				asks('A', '2026-03-02', { global_case: 'G' }),
				withdrawn('A', '2026-03-12'),
				asks('B', '2026-03-16', { global_case: 'G' }),
			],
			[],
		],
		[
			'撤回的记录已撤销：不疑似',
			[
				asks('A', '2026-03-02'),
				withdrawn('A', '2026-03-12', { id: 'W' }),
				withdrawn('A', '2026-03-13', { id: 'W2', retracts: 'W' }),
				asks('B', '2026-03-16'),
			],
			[],
		],
		[
			'多次换号：每一后案列最近的前案',
			[
				asks('A', '2026-03-02'),
				withdrawn('A', '2026-03-06'),
				asks('B', '2026-03-09'),
				notice('B', '2026-03-16'),
				asks('C', '2026-03-18'),
			],
			[
				['B', 'C', 'notice', '2026-03-16', 2, 7],
				['A', 'B', 'withdrawn', '2026-03-06', 3, 5],
			],
		],
		[
			'分行的申请：只及于该行',
			[
				asks('A/1', '2026-03-02'),
				asks('A/2', '2026-03-02', { catalogue: 'y' }),
				notice('A/2', '2026-03-12'),
				asks('B', '2026-03-16'),
				asks('C', '2026-03-16', { catalogue: 'y' }),
			],
			[['A', 'C', 'notice', '2026-03-12', 4, 10]],
		],
	])('%s', async (_, events, expected) => {
		await begin(events);
		expect(await found()).toEqual(expected);
	});

	test('两个方向都查得到；期限可改；按当时所知', async () => {
		await begin(
			[asks('A', '2026-03-02'), withdrawn('A', '2026-03-12')],
			[asks('B', '2026-03-16'), asks('Z', '2026-03-16', { catalogue: 'z' })],
		);
		const pair = [['A', 'B', 'withdrawn', '2026-03-12', 4, 10]];
		expect([await found({ case_id: 'A' }), await found({ case_id: 'B' }), await found({ case_id: 'Z' })]).toEqual([
			pair,
			pair,
			[],
		]);
		expect([await found({ refiled_within: 3 }), await found({ refiled_within: 4 })]).toEqual([[], pair]);
		expect([
			await found({ known: 2 }),
			await found({ as_of: '2026-03-15' }),
			await found({ as_of: '2026-03-16' }),
		]).toEqual([[], [], pair]);
		expect([await found({ visible: [court] }), await found({ visible: [hrss] })]).toEqual([[], pair]);
	});

	test('不合并、不计分：两案各计一件', async () => {
		await begin([asks('A', '2026-03-02'), withdrawn('A', '2026-03-20'), asks('B', '2026-03-23')]);
		expect(columns(await ask(matters, { as_of, sort: 'case_id' }), 'case_id', 'status')).toEqual([
			['A', 'late'],
			['B', 'overdue'],
		]);
	});

	test('任何到达次序，结果相同', async () => {
		const events = [
			asks('A', '2026-03-02'),
			notice('A', '2026-03-12'),
			withdrawn('A', '2026-03-13'),
			asks('B', '2026-03-18'),
		];
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(events, { minLength: events.length }), async order => {
				await begin();
				for (const event of order) await more([event], 2);
				expect(await found({ known: position() })).toEqual([['A', 'B', 'withdrawn', '2026-03-13', 5, 12]]);
			}),
			{ numRuns: 6 },
		);
	});
});
