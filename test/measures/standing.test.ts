import { describe, expect, test } from 'vitest';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { departments } from '#analytics/measures/departments.ts';
import { league } from '#analytics/measures/league.ts';
import { matters } from '#analytics/measures/matters.ts';
import { overview } from '#analytics/measures/overview.ts';
import { act, authority } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { body, changed, request } from './organisations.ts';

const { begin, ask } = asking();

const adopted = (effective: string, reading: object) =>
	act('policy.adopted', null, '2026-02-01', {
		id: `policy ${effective}`,
		department: authority,
		policy: { ...defaultPolicies[0], effective, document: '数发〔2026〕1号', ground: '本市实施办法', ...reading },
	});

describe('谁有权责令改正：同级主管部门（第三十九条、第四十一条、第四十三条）', () => {
	test.each([
		['市级部门', { region: '330100' }, 'here'],
		['市级部门，未写明区划', {}, 'here'],
		['派出机构，区划与本级相同', { region: '330100', kind: 'department' }, 'here'],
		['县区部门', { region: '330106' }, 'district'],
		['县区整体', { kind: 'district', region: '330106' }, 'district'],
		['县区整体，区划误写为本级', { kind: 'district', region: '330100' }, 'district'],
		['省级部门', { region: '330000' }, 'superior'],
		['国家部委', { region: '100000' }, 'superior'],
		['外市部门', { region: '330200' }, 'superior'],
		['主管部门自身', { kind: 'authority', region: '330100' }, 'superior'],
		['税务局', { kind: 'vertical', region: '330100' }, 'vertical'],
		['法院', { kind: 'other_organ', region: '330100' }, 'other_organ'],
	])('%s', async (name, attributes, expected) => {
		const home = changed(
			'establish',
			'2020-01-01',
			[],
			[['主管', '市数据局', { kind: 'authority', region: '330100' }]],
		);
		await begin([home, body(name, attributes), ...request('件', name, '2026-02-05')]);
		expect(columns(await ask(departments, { as_of: '2026-03-20', code: name }), 'jurisdiction')).toEqual([[expected]]);
		const rows = await ask(matters, { as_of: '2026-03-20', jurisdictions: [expected] });
		expect(columns(rows, 'case_id', 'jurisdiction')).toEqual([['件', expected]]);
	});

	test('县级以下没有另设的主管部门：乡镇由县级主管部门责令', async () => {
		const home = changed(
			'establish',
			'2020-01-01',
			[],
			[['主管', '县数据局', { kind: 'authority', region: '330122' }]],
		);
		await begin([home, body('镇', { region: '330122101' })]);
		expect(columns(await ask(departments, { as_of: '2026-03-20', code: '镇' }), 'jurisdiction')).toEqual([['here']]);
	});

	test('划转之后，以现承办机构为准', async () => {
		const home = changed(
			'establish',
			'2020-01-01',
			[],
			[['主管', '市数据局', { kind: 'authority', region: '330100' }]],
		);
		const moved = changed('merge', '2026-03-02', ['甲'], [['税务', '税务局', { kind: 'vertical' }]]);
		await begin([home, body('甲', { region: '330100' }), ...request('件', '甲', '2026-02-05'), moved]);
		const on = async (as_of: string) => columns(await ask(matters, { as_of }), 'jurisdiction');
		expect([await on('2026-03-01'), await on('2026-03-02')]).toEqual([[['here']], [['vertical']]]);
	});
});

describe('口径中由机构类别与计件单位决定的事（口径⑰、计件单位）', () => {
	const spring = { as_of: '2026-03-20', from: '2026-01-01', to: '2026-03-31' };
	const five = (code: string) =>
		['1', '2', '3', '4', '5'].flatMap(n => request(`${code}${n}`, code, '2026-02-05', '2026-02-26'));
	const bodies = [body('局'), body('院', { kind: 'other_organ' }), body('税', { kind: 'vertical' })];
	const total = async (more: object = {}) =>
		columns(
			(await ask(league, { ...spring, ...more })).filter(row => row.clock === 'total'),
			'department',
			'due',
			'rank',
			'unranked',
		).sort();

	test.each([
		[
			{},
			[
				['局', 5, 1, null],
				['税', 5, null, 'not_ranked'],
				['院', 5, null, 'not_ranked'],
			],
		],
		[
			{ otherOrgans: 'ranked' },
			[
				['局', 5, 1, null],
				['税', 5, null, 'not_ranked'],
				['院', 5, 1, null],
			],
		],
		[
			{ verticalBodies: 'excluded' },
			[
				['局', 5, 1, null],
				['院', 5, null, 'not_ranked'],
			],
		],
	])('%o', async (reading, expected) => {
		await begin([...bodies, ...['局', '院', '税'].flatMap(five), adopted('2026-01-01', reading)]);
		expect(await total()).toEqual(expected);
	});

	test('不计入的，总览不计，清单须指明“不计入”才列', async () => {
		await begin([...bodies, ...['局', '院'].flatMap(five), adopted('2026-01-01', { otherOrgans: 'excluded' })]);
		const tiles = await ask(overview, spring);
		expect(tiles.find(row => row.clock === 'reply.conditional')?.due).toBe(5);
		expect(await ask(matters, { as_of: '2026-03-20', ruled_on: '2026-01-01' })).toHaveLength(5);
		const out = await ask(matters, { as_of: '2026-03-20', ruled_on: '2026-01-01', statuses: ['excluded'] });
		expect(new Set(out.map(row => row.department))).toEqual(new Set(['院']));
	});

	test('以统计区间首日施行的口径为准，区间内改变的不影响', async () => {
		await begin([...bodies, ...['局', '院'].flatMap(five), adopted('2026-02-01', { otherOrgans: 'ranked' })]);
		const rank = async (from: string) => (await total({ from })).find(([code]) => code === '院')?.[2];
		expect([await rank('2026-01-01'), await rank('2026-02-01')]).toEqual([null, 1]);
	});

	test('机构登记写明是否排名的，先于口径', async () => {
		await begin([
			body('局', { rankable: false }),
			body('院', { kind: 'other_organ', rankable: true }),
			...['局', '院'].flatMap(five),
			adopted('2026-01-01', { otherOrgans: 'excluded' }),
		]);
		expect(await total()).toEqual([
			['局', 5, null, 'not_ranked'],
			['院', 5, 1, null],
		]);
	});

	test('按行计件的，每行一件', async () => {
		const lines = ['1', '2', '3'].flatMap(n =>
			request(`件/${n}`, '局', '2026-02-05', n === '1' ? '2026-02-26' : '2026-02-27'),
		);
		await begin([...bodies, ...lines]);
		expect((await total())[0]).toEqual(['局', 1, null, 'too_few']);
		await begin([...bodies, ...lines, adopted('2026-01-01', { countingUnit: 'line' })]);
		expect((await total())[0]).toEqual(['局', 3, null, 'too_few']);
		const rows = await ask(matters, { as_of: '2026-03-20', ruled_on: '2026-01-01', sort: 'case_id' });
		expect(columns(rows, 'line', 'lines', 'status')).toEqual([
			['1', 1, 'met'],
			['2', 1, 'late'],
			['3', 1, 'late'],
		]);
	});

	test('此前所知的口径，以后改变的不追改', async () => {
		await begin([...bodies, ...five('院')], [adopted('2026-01-01', { otherOrgans: 'ranked' })]);
		expect((await total()).find(([code]) => code === '院')?.[2]).toBe(1);
		expect((await total({ known: 13 })).find(([code]) => code === '院')?.[2]).toBe(null);
	});
});
