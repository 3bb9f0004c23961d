import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { coverage, coverageBodies, coveragePlatforms, sequenceGaps } from '#analytics/measures/coverage.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { changed } from './organisations.ts';

const { begin, more, ask, position } = asking();

/** The daily reconciliation of a day, written ten minutes after it is over. */
const beat = (date: string, counts?: Record<string, number>, also: Record<string, unknown> = {}) =>
	act('platform.heartbeat', null, `${dayAfter(date)} 00:10`, {
		id: `beat ${date}`,
		date,
		...(counts ? { counts } : {}),
		...also,
	});

function dayAfter(date: string): string {
	return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** 2026年3月2日是星期一。 */
const week = { as_of: '2026-03-09', from: '2026-03-02', to: '2026-03-08' };
const asks = (subject: string, when: string, also: Record<string, unknown> = {}) => received(subject, when, also);

async function tell(...told: [source: number, events: ShareEvent[]][]): Promise<void> {
	await begin([registered(hrss, '市人力社保局'), registered(civil, '市民政局')]);
	for (const [source, events] of told) await more(events, source);
}

async function days(args: object = {}): Promise<unknown[][]> {
	const rows = await ask(coverage, { ...week, ...args });
	return columns(rows, 'source_id', 'day', 'state', 'told', 'got', 'differences').reverse();
}

/** The days of the week with these heartbeats, and nothing else told but what they count. */
const empty = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map(date => beat(date, {}));

describe('对账：日报所列与当日收到', () => {
	test.each<[string, ShareEvent[], string, unknown[]]>([
		['如数', [asks('A', '2026-03-02'), beat('2026-03-02', { 'request.received': 1 })], 'complete', [1, 1, []]],
		[
			'缺一条答复',
			[asks('A', '2026-03-02'), beat('2026-03-02', { 'request.received': 1, 'request.replied': 1 })],
			'short',
			[2, 1, ['request.replied 1 0']],
		],
		[
			'多收的列出差异，不算缺数',
			[asks('A', '2026-03-02'), beat('2026-03-02', {})],
			'complete',
			[0, 1, ['request.received 0 1']],
		],
		[
			'一类多收不抵另一类少收',
			[
				asks('A', '2026-03-02'),
				asks('B', '2026-03-02'),
				beat('2026-03-02', { 'request.received': 1, 'request.replied': 1 }),
			],
			'short',
			[2, 2, ['request.received 1 2', 'request.replied 1 0']],
		],
		['日报未列件数：无法核对', [asks('A', '2026-03-02'), beat('2026-03-02')], 'unchecked', [null, null, []]],
		[
			'以平台写入之日为准，不以办理之日为准',
			[asks('A', '2026-02-27', { recorded: '2026-03-02' }), beat('2026-03-02', { 'request.received': 1 })],
			'complete',
			[1, 1, []],
		],
		[
			'北京时间的日终前后：23时59分属当日，0时属次日',
			[asks('A', '2026-03-02 23:59'), asks('B', '2026-03-03 00:00'), beat('2026-03-02', { 'request.received': 1 })],
			'complete',
			[1, 1, []],
		],
		[
			'后来被撤销的事件也是收到过的',
			[
				asks('A', '2026-03-02', { id: 'wrong' }),
				act('request.received', 'A', '2026-03-04', { retracts: 'wrong', sharing: 'conditional' }),
				beat('2026-03-02', { 'request.received': 1 }),
			],
			'complete',
			[1, 1, []],
		],
	])('%s', async (_, events, state, figures) => {
		await tell([2, events]);
		const [first] = await days({ to: '2026-03-02' });
		expect(first).toEqual([2, '2026-03-02', state, ...figures]);
	});

	test('补报之后由缺数变为完整；按当时所知仍是缺数', async () => {
		await tell([2, [beat('2026-03-02', { 'request.received': 1 })]]);
		const before = position();
		await more([asks('A', '2026-03-02')], 2);
		const state = async (known: number) => (await days({ known, to: '2026-03-02' })).map(row => row[2]);
		expect([await state(before), await state(position())]).toEqual([['short'], ['complete']]);
	});

	test('更正的日报以更正后的为准，撤销的视为未报', async () => {
		await tell([2, [beat('2026-03-02', {}), beat('2026-03-03', { 'request.received': 5 }), beat('2026-03-04', {})]]);
		const states = async () => (await days({ to: '2026-03-04' })).map(row => row[2]);
		await more([beat('2026-03-03', {}, { id: 'again', corrects: 'beat 2026-03-03' })], 2);
		expect(await states()).toEqual(['complete', 'complete', 'complete']);
		await more([act('platform.heartbeat', null, '2026-03-05', { retracts: 'beat 2026-03-04' })], 2);
		expect(await states()).toEqual(['complete', 'complete', 'silent']);
	});
});

/** The answer of a platform to our question how many events of each type it holds of a day. */
const answered = (when: string, days: Record<string, Record<string, number>>, source_id = 2) =>
	act('platform.totals', null, when, {
		department: authority,
		source_id,
		platform: 'a',
		days: Object.entries(days).map(([date, counts]) => ({ date, counts })),
	});

describe('向平台核对：以平台的答复与收到的核对', () => {
	const states = async (args: object = {}) =>
		columns(await ask(coverage, { ...week, ...args }), 'day', 'state', 'asked', 'told', 'got', 'differences').reverse();

	test.each<[string, ShareEvent[], Record<string, number>, unknown[]]>([
		[
			'未报日报的日子，答复与收到相符',
			[asks('A', '2026-03-03')],
			{ 'request.received': 1 },
			['complete', true, 1, 1, []],
		],
		['未报日报的日子，收到的少', [], { 'request.received': 2 }, ['short', true, 2, 0, ['request.received 2 0']]],
		['只答复总数的，各类合计核对', [asks('A', '2026-03-03')], { '*': 3 }, ['short', true, 3, 1, ['* 3 1']]],
		[
			'只答复总数的，对账日报本身不计',
			[asks('A', '2026-03-03'), beat('2026-03-02', {})],
			{ '*': 1 },
			['complete', true, 1, 1, []],
		],
	])('%s', async (_, events, counts, expected) => {
		await tell([2, [beat('2026-03-01', {}), ...events]]);
		await more([answered('2026-03-09', { '2026-03-03': counts })], 1);
		const [row] = await states({ from: '2026-03-03', to: '2026-03-03' });
		expect(row).toEqual(['2026-03-03', ...expected]);
	});

	test('以最近一次所说的为准：先日报、后答复，再更正日报；按当时所知不变', async () => {
		await tell([2, [beat('2026-03-02', { 'request.received': 1 })]]);
		const day = { from: '2026-03-02', to: '2026-03-02' };
		const told = async (known = position()) => (await states({ ...day, known }))[0]?.slice(1, 4);
		const before = position();
		await more([answered('2026-03-09', { '2026-03-02': {} })], 1);
		expect(await told()).toEqual(['complete', true, 0]);
		await more([beat('2026-03-02', { 'request.received': 2 }, { id: 'again', corrects: 'beat 2026-03-02' })], 2);
		expect([await told(), await told(before)]).toEqual([
			['short', false, 2],
			['short', false, 1],
		]);
	});

	test('从未报送日报的平台，答复过的日子可以核对，其余仍无法核对，也不因此应报日报', async () => {
		await tell([2, [asks('A', '2026-03-04')]]);
		await more([answered('2026-03-09', { '2026-03-03': { '*': 1 }, '2026-03-04': { '*': 1 } })], 1);
		expect((await states()).map(row => row.slice(0, 2))).toEqual([
			['2026-03-03', 'short'],
			['2026-03-04', 'complete'],
			['2026-03-05', 'unchecked'],
			['2026-03-06', 'unchecked'],
		]);
		const [platform] = await ask(coveragePlatforms, week);
		expect([platform?.last_heartbeat_on, platform?.silent_since]).toEqual([null, null]);
	});
});

describe('缺号：平台逐条编号的，缺哪些号', () => {
	const numbered = (number: unknown, when: string, n = 0) =>
		act('request.received', `N${number}-${n}`, when, { sharing: 'conditional', counterparty: civil, sequence: number });
	const gaps = async (args: object = {}) =>
		columns(await ask(sequenceGaps, { ...week, ...args }), 'first_no', 'last_no', 'lacking', 'after_on', 'before_on');

	test('连续两号之间没有收到的逐段列出，乱序、重复、不是编号的不影响', async () => {
		await tell([
			2,
			[
				numbered(7, '2026-03-03'),
				numbered(5, '2026-03-02'),
				numbered('11', '2026-03-05'),
				numbered(5, '2026-03-04', 1),
				numbered('甲', '2026-03-05'),
				numbered(-1, '2026-03-05', 1),
				numbered(8, '2026-03-04'),
			],
		]);
		expect(await gaps()).toEqual([
			[9, 10, 2, '2026-03-04', '2026-03-05'],
			[6, 6, 1, '2026-03-02', '2026-03-03'],
		]);
		expect(await gaps({ from: '2026-03-04' })).toEqual([[9, 10, 2, '2026-03-04', '2026-03-05']]);
		const before = position();
		await more([numbered(6, '2026-03-06'), numbered(9, '2026-03-06'), numbered(10, '2026-03-06')], 2);
		expect([await gaps(), (await gaps({ known: before })).length]).toEqual([[], 2]);
	});

	test('逐个号码比对：任意收到的号码，缺的恰好是最小号与最大号之间没有收到的', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
				async numbers => {
					await tell([2, numbers.map(number => numbered(number, '2026-03-03'))]);
					const told = (await gaps()).flatMap(([first, last]) =>
						Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at),
					);
					const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
					const plainly = Array.from({ length: most - least + 1 }, (_, at) => least + at).filter(
						n => !numbers.includes(n),
					);
					expect(told.toSorted((a, b) => a - b)).toEqual(plainly);
				},
			),
			{ numRuns: 12 },
		);
	});
});

describe('应报送的日子', () => {
	test('自首次日报之日起的每个工作日；休息日不报不算缺，报了照样核对；当日尚未过完不算缺', async () => {
		await tell([2, [beat('2026-03-04', {}), beat('2026-03-07', { 'request.received': 1 })]]);
		expect((await days({ to: '2026-03-31' })).map(row => row.slice(0, 3))).toEqual([
			[2, '2026-03-04', 'complete'],
			[2, '2026-03-05', 'silent'],
			[2, '2026-03-06', 'silent'],
			[2, '2026-03-07', 'short'],
		]);
		const [platform] = await ask(coveragePlatforms, week);
		expect([platform?.expected, platform?.received]).toEqual([3, 1]);
	});

	test('从未报送日报的平台无法核对；主管部门自己的登记没有平台', async () => {
		await tell([2, [asks('A', '2026-03-05')]]);
		expect((await days()).map(row => row.slice(0, 3))).toEqual([
			[2, '2026-03-05', 'unchecked'],
			[2, '2026-03-06', 'unchecked'],
		]);
	});

	test.each([
		['当日已报', '2026-11-20', '2026-11-20', null],
		['昨日已报，今日尚未过完', '2026-11-19', '2026-11-20', null],
		['缺一个完整的工作日', '2026-11-18', '2026-11-20', '2026-11-19'],
		['周五已报，周一查看', '2026-11-20', '2026-11-23', null],
		['周五未报，周六查看', '2026-11-19', '2026-11-21', '2026-11-20'],
		['国庆前一日已报，节后首日查看', '2026-09-30', '2026-10-08', null],
		['国庆前一日已报，节后次日查看', '2026-09-30', '2026-10-09', '2026-10-08'],
		['调休上班的周日也是工作日', '2026-09-18', '2026-09-21', '2026-09-20'],
	])('平台是否中断：%s', async (_, last, as_of, since) => {
		await tell([2, [beat(last, {})]]);
		const [platform] = await ask(coveragePlatforms, { as_of, from: '2026-01-01', to: '2026-12-31' });
		expect([platform?.last_heartbeat_on, platform?.silent_since]).toEqual([last, since]);
	});
});

describe('每个机构的完整率', () => {
	const bodies = async (args: object = {}) =>
		columns(
			await ask(coverageBodies, { ...week, ...args }),
			'department',
			'sources',
			'complete',
			'silent',
			'share',
			'incomplete',
		);

	test('以报送其事项的平台为限；需求部门在对方平台上的申请不算', async () => {
		await tell(
			[
				2,
				[
					act('request.submitted', 'A', '2026-03-02', { department: civil }),
					asks('A', '2026-03-02'),
					...empty.slice(1),
				],
			],
			[3, [asks('B', '2026-03-02', { department: civil }), ...empty]],
		);
		expect(await bodies()).toEqual([
			[hrss, ['2'], 4, 0, 1, false],
			[civil, ['3'], 5, 0, 1, false],
		]);
	});

	test('低于95%的为不完整，正好95%的不算', async () => {
		const april = [
			'01',
			'02',
			'03',
			'07',
			'08',
			'09',
			'10',
			'13',
			'14',
			'15',
			'16',
			'17',
			'20',
			'21',
			'22',
			'23',
			'24',
			'27',
			'28',
		];
		const beats = april.map(on => beat(`2026-04-${on}`, {}));
		await tell([2, [asks('A', '2026-03-31'), ...beats]]);
		const asked = { as_of: '2026-05-08', from: '2026-04-01' };
		expect(await bodies({ ...asked, to: '2026-04-29' })).toEqual([[hrss, ['2'], 19, 1, 0.95, false]]);
		expect(await bodies({ ...asked, to: '2026-04-30' })).toEqual([[hrss, ['2'], 19, 2, 19 / 21, true]]);
	});

	test('无法核对的不作完整，也不作不完整', async () => {
		await tell([2, [asks('A', '2026-03-02')]]);
		expect(await bodies()).toEqual([[hrss, ['2'], 0, 0, null, null]]);
	});

	test('合并之后，前身所在的平台也在其后；前身自己的也还在', async () => {
		await tell(
			[2, [asks('A', '2026-03-02'), ...empty]],
			[3, [asks('B', '2026-03-02', { department: civil }), ...empty]],
		);
		await more([changed('merge', '2026-03-05', [hrss, civil], [['丙']])]);
		expect(await bodies({ to: '2026-03-06' })).toEqual([
			[hrss, ['2'], 5, 0, 1, false],
			[civil, ['3'], 5, 0, 1, false],
			['丙', ['2', '3'], 10, 0, 1, false],
		]);
	});

	test('正在中断的平台点名', async () => {
		await tell([2, [asks('A', '2026-03-02'), ...empty.slice(0, 2)]]);
		const rows = await ask(coverageBodies, week);
		expect(columns(rows, 'silent_sources', 'incomplete')).toEqual([[['2'], true]]);
	});

	test('联络员只看到本部门及其平台', async () => {
		await tell(
			[2, [asks('A', '2026-03-02'), ...empty]],
			[3, [replied('B', '2026-03-02', { department: civil }), ...empty]],
		);
		const visible = [civil];
		expect((await bodies({ visible })).map(row => row[0])).toEqual([civil]);
		expect(columns(await ask(coveragePlatforms, { ...week, visible }), 'source_id')).toEqual([[3]]);
		expect(new Set((await days({ visible })).map(row => row[0]))).toEqual(new Set([3]));
		expect(await bodies({ departments: [authority] })).toEqual([]);
	});
});

test('平台日的清单加总就是各平台的数', async () => {
	await tell(
		[
			2,
			[
				asks('A', '2026-03-02'),
				beat('2026-03-02', { 'request.received': 2 }),
				beat('2026-03-04', {}),
				beat('2026-03-07'),
			],
		],
		[3, [asks('B', '2026-03-03'), beat('2026-03-03', { 'request.received': 1 })]],
		[4, [asks('C', '2026-03-03')]],
	);
	for (const platform of await ask(coveragePlatforms, week)) {
		for (const state of ['complete', 'short', 'silent', 'unchecked'] as const) {
			const list = await ask(coverage, { ...week, source_id: platform.source_id, states: [state] });
			expect([platform.source_id, state, list[0]?.total ?? 0]).toEqual([platform.source_id, state, platform[state]]);
		}
	}
});
