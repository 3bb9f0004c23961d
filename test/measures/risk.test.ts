import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import { matters } from '#analytics/measures/matters.ts';
import { asked, defineMeasure, ruled } from '#analytics/measures/measure.ts';
import { foretold, risk } from '#analytics/measures/risk.ts';
import { type Dice, diceOf } from '#test/cases/oracle/dice.ts';
import { act, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { changed, request } from './organisations.ts';

const { begin, more, ask, position } = asking();
const calendar = stateCouncil();

/** The day asked about, a Friday, and working days counted back from it. */
const as_of = '2026-06-26';
const TODAY = calendar.no(toDay(as_of));
const back = (workdays: number) => calendar.dayOf(TODAY - workdays);

const all = { as_of, bases: null, by: null };

/** A request that took `lasted` working days, refused at its end; still open at the day asked about where `censored`. */
function lasting(caseId: string, lasted: number, censored = false, department = '甲'): ShareEvent[] {
	return censored
		? request(caseId, department, back(lasted))
		: request(caseId, department, back(60), calendar.dayOf(TODAY - 60 + lasted));
}

/** Freireich and others 1963: weeks in remission under 6-MP, 21 children. */
const stopped = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
/** Three times over: the curve is the same, and there are 27 finished. */
const remission = ['一', '二', '三'].flatMap(copy => [
	...stopped.flatMap((weeks, at) => lasting(`${copy}止${at}`, weeks)),
	...censored.flatMap((weeks, at) => lasting(`${copy}在${at}`, weeks, true)),
]);

const lifetimes = defineMeasure({
	name: 'lifetimes',
	definition: '',
	params: { ...asked, ...ruled },
	columns: { body: 'text?', lasted: 'int', stopped: 'int', at_risk: 'int' },
	sql: `select body, lasted::int as lasted, stopped::int as stopped, at_risk::int as at_risk
		from lifetimes_on($as_of::date, $known::int, ruled_on := $ruled_on::date)
		where $visible::varchar[] is null order by lasted`,
});

describe('教科书的例子：6-巯基嘌呤组缓解周数（Freireich 1963），以工作日代周', () => {
	test('生存曲线逐点相符', async () => {
		await begin(remission);
		const rows = (await ask(lifetimes, { as_of })).filter(row => row.body === '甲' && row.stopped > 0);
		let survival = 1;
		const curve = rows.map(row => {
			survival *= 1 - row.stopped / row.at_risk;
			return [row.lasted, row.stopped / 3, row.at_risk / 3, survival.toFixed(4)];
		});
		expect(curve).toEqual([
			[6, 3, 21, '0.8571'],
			[7, 1, 17, '0.8067'],
			[10, 1, 15, '0.7529'],
			[13, 1, 12, '0.6902'],
			[16, 1, 11, '0.6275'],
			[22, 1, 7, '0.5378'],
			[23, 1, 6, '0.4482'],
		]);
	});

	test.each([
		['刚收到，十个工作日：S(10)', 0, 0, 0.7529],
		['已七日：S(10)÷S(7)', 7, 0, 0.7529 / 0.8067],
		['刚收到，延期十日：S(20)', 0, 10, 0.6275],
		['已十日，延期十日：S(20)÷S(10)', 10, 10, 0.6275 / 0.7529],
	])('%s', async (_, elapsed, extended, expected) => {
		const prolonged = act('request.extension_decided', '问', back(elapsed), {
			department: '甲',
			granted: true,
			granted_wd: extended,
		});
		// The asked-about one is itself censored at its own age, where nobody else stops.
		await begin([...remission, ...request('问', '甲', back(elapsed)), ...(extended > 0 ? [prolonged] : [])]);
		const [row] = await ask(risk, { ...all, case_id: '问' });
		expect(row).toMatchObject({ basis: 'own', history: 27, elapsed, allowed: 10 + extended });
		expect(row?.probability).toBeCloseTo(expected, 3);
	});
});

describe('依据哪一段历史', () => {
	const finished = (n: number, department: string, lasted = 12) =>
		Array.from({ length: n }, (_, at) => lasting(`${department}${at}`, lasted, false, department)).flat();
	const open = (department: string, elapsed = 3) => lasting(`问${department}`, elapsed, true, department);

	test.each([
		['本部门已办结二十件，用本部门的', [...finished(20, '甲'), ...finished(40, '乙', 5)], 'own', 20, 20, 1],
		['不足二十件，用各部门的', [...finished(19, '甲'), ...finished(41, '乙', 5)], 'all', 60, 60, 19 / 60],
		['各部门合计仍不足，不作估计', [...finished(10, '甲'), ...finished(9, '乙')], 'none', null, null, null],
		[
			'用时比本件更长的不足五件，用各部门的',
			[...finished(26, '甲', 2), ...finished(4, '甲乙'), ...finished(9, '乙')],
			'all',
			39,
			13,
			1,
		],
		['从来没有过', [], 'none', null, null, null],
	] as const)('%s', async (_, history, basis, n, at_risk, probability) => {
		await begin([...history, ...open('甲')]);
		const [row] = await ask(risk, { ...all, case_id: '问甲' });
		expect(row).toMatchObject({ basis, history: n, at_risk });
		if (probability === null) expect(row?.probability).toBeNull();
		else expect(row?.probability).toBeCloseTo(probability, 12);
	});

	test('另一时限的历史不算', async () => {
		const corrections = Array.from({ length: 30 }, (_, at) => [
			act('correction.received', `校${at}`, back(40), { department: '甲' }),
			act('correction.fed_back', `校${at}`, back(30), { department: '甲', result: 'upheld' }),
		]).flat();
		await begin([...corrections, ...open('甲')]);
		expect(columns(await ask(risk, { ...all, case_id: '问甲' }), 'basis')).toEqual([['none']]);
	});

	test('合并之后由承接部门办：用承接部门的历史，按承接部门列示', async () => {
		const merged = changed('merge', back(2), ['甲'], [['乙']]);
		await begin([...finished(30, '甲'), ...finished(20, '乙', 5), ...open('甲'), merged]);
		expect(
			columns(await ask(risk, { ...all, case_id: '问甲' }), 'department', 'basis', 'history', 'probability'),
		).toEqual([['乙', 'own', 20, 0]]);
	});

	test('二十四个月以前起算的不算', async () => {
		const old = Array.from({ length: 20 }, (_, at) => request(`旧${at}`, '甲', '2025-08-04', '2025-08-11')).flat();
		await begin([...old, ...request('问', '甲', '2027-08-03')]);
		expect(columns(await ask(risk, { ...all, as_of: '2027-08-03' }), 'history')).toEqual([[20]]);
		await begin([...old, ...request('问', '甲', '2027-08-04')]);
		expect(columns(await ask(risk, { ...all, as_of: '2027-08-04' }), 'basis')).toEqual([['none']]);
	});
});

describe('用时的算法', () => {
	const twenty = Array.from({ length: 20 }, (_, at) => lasting(`史${at}`, 12)).flat();

	test('中止的工作日扣除；中止期间没有估计', async () => {
		const notice = act('request.material_notice', '问', back(9), { department: '甲', missing_items: ['依据'] });
		const again = act('request.material_resubmitted', '问', back(4), { department: '甲' });
		await begin([...twenty, ...request('问', '甲', back(12)), notice, again]);
		const [row] = await ask(risk, { ...all, case_id: '问' });
		expect([row?.elapsed, row?.allowed, row?.days_left]).toEqual([7, 10, 3]);
		expect(await ask(risk, { ...all, as_of: back(6), case_id: '问' })).toEqual([]);
	});

	test('到期日24时后才办的用时长于期限，哪怕在周末；到期前在周末办的不长于期限', async () => {
		// Friday the 5th plus ten working days: due on Monday the 22nd (Dragon Boat on the 19th).
		const on = (n: number, day: string) =>
			Array.from({ length: n }, (_, at) => request(`${day}-${at}`, '甲', '2026-06-05', day)).flat();
		await begin([...on(12, '2026-06-21'), ...on(8, '2026-06-23'), ...request('问', '甲', back(0))]);
		expect((await ask(risk, { ...all, case_id: '问' }))[0]?.probability).toBeCloseTo(8 / 20, 12);
		const friday = (n: number, day: string) =>
			Array.from({ length: n }, (_, at) => request(`五-${day}-${at}`, '甲', '2026-05-29', day)).flat();
		await begin([...friday(12, '2026-06-12'), ...friday(8, '2026-06-13'), ...request('问', '甲', back(0))]);
		expect((await ask(risk, { ...all, case_id: '问' }))[0]?.probability).toBeCloseTo(8 / 20, 12);
	});

	test('当日未过完的，只按上一工作日终了计算：当日到期的还可能当日办结', async () => {
		const days = Array.from({ length: 20 }, (_, at) => lasting(`史${at}`, at < 15 ? 10 : 12)).flat();
		// Everything is received on 2026-11-21 (Saturday) in these tests: the Friday before is over, the Saturday is not.
		const late = calendar.dayOf(calendar.no(toDay('2026-11-20')) - 10);
		await begin([...days, ...request('问', '甲', late), ...request('今', '甲', '2026-11-23')]);
		const on = async (day: string, case_id: string) =>
			columns(await ask(risk, { ...all, as_of: day, case_id }), 'elapsed', 'probability')[0];
		expect(await on('2026-11-20', '问')).toEqual([10, 1]);
		const monday = calendar.dayOf(calendar.no(toDay('2026-11-23')) - 10);
		await begin([...days, ...request('问', '甲', monday)]);
		expect(await on('2026-11-23', '问')).toEqual([9, 0.25]);
	});
});

describe('不偷看以后', () => {
	test('此后的事件不改变此前所知的估计，也不改变此前某日的估计', async () => {
		await begin([...remission, ...request('问', '甲', back(3))]);
		const before = position();
		const then = await ask(risk, { ...all, known: before, limit: 100 });
		const earlier = await ask(risk, { ...all, as_of: back(1), limit: 100 });
		await more([
			...censored.map((_, at) =>
				replied(`一在${at}`, '2026-06-29', { department: '甲', outcome: 'refuse', reason_code: '2' }),
			),
			...Array.from({ length: 30 }, (_, at) => request(`后${at}`, '甲', '2026-06-29', '2026-07-01')).flat(),
		]);
		expect(await ask(risk, { ...all, known: before, limit: 100 })).toEqual(then);
		expect(await ask(risk, { ...all, as_of: back(1), limit: 100 })).toEqual(earlier);
		expect((await ask(risk, { ...all, as_of: '2026-07-02', limit: 100 })).map(row => row.history)).not.toContain(27);
	});
});

describe('与另一种算法逐件对照（随机生成，部分尚未办结）', () => {
	type Drawn = { id: string; department: string; from: number; to: number | null; paused: number };

	const draw = (dice: Dice): Drawn[] =>
		Array.from({ length: 260 }, (_, at) => {
			const from = TODAY - 1 - dice.below(45);
			const lasts = dice.below(3) === 0 ? 7 + dice.below(16) : 1 + dice.below(11);
			const paused = from + 8 < TODAY && lasts > 4 && dice.percent(15) ? 1 + dice.below(4) : 0;
			const to = from + lasts + paused;
			return {
				id: `件${at}`,
				department: dice.pick(['甲', '甲', '甲', '乙', '丙']),
				from,
				to: to > TODAY ? null : to,
				paused,
			};
		});

	const told = ({ id, department, from, to, paused }: Drawn): ShareEvent[] => {
		const pause = [
			act('request.material_notice', id, `${calendar.dayOf(from + 2)} 10:00`, { department, missing_items: ['依据'] }),
			act('request.material_resubmitted', id, `${calendar.dayOf(from + 2 + paused)} 10:00`, { department }),
		];
		const [first, ...rest] = request(
			id,
			department,
			calendar.dayOf(from),
			to === null ? undefined : calendar.dayOf(to),
		);
		return [first as ShareEvent, ...(paused > 0 ? pause : []), ...rest];
	};

	/** Share of those who outlive `allowed` among those who outlived `elapsed`: day after day, by counting heads. */
	const naive = (those: Drawn[], elapsed: number, allowed: number) => {
		const ends = those.map(({ from, to, paused }) => ({ t: (to ?? TODAY) - from - paused, done: to !== null }));
		const outlived = ends.filter(end => end.t > elapsed).length;
		if (ends.filter(end => end.done).length < 20 || outlived < 5) return null;
		let share = 1;
		for (let t = elapsed + 1; t <= allowed; t++) {
			const there = ends.filter(end => end.t >= t).length;
			if (there === 0) return share === 0 ? 0 : null;
			share *= (there - ends.filter(end => end.t === t && end.done).length) / there;
		}
		return share;
	};

	test.each([1, 2, 3])('第%d组', async seed => {
		const drawn = draw(diceOf(seed));
		await begin(drawn.flatMap(told));
		const rows = await ask(risk, { ...all, limit: 1000 });
		const expected = drawn
			.filter(({ to, from, paused }) => to === null && TODAY - from - paused <= 10)
			.map(one => {
				const elapsed = TODAY - one.from - one.paused;
				const own = naive(
					drawn.filter(other => other.department === one.department),
					elapsed,
					10,
				);
				return [one.id, (own ?? naive(drawn, elapsed, 10))?.toFixed(9) ?? null, own === null ? 'not own' : 'own'];
			});
		const found = rows.map(row => [
			row.case_id,
			row.probability?.toFixed(9) ?? null,
			row.basis === 'own' ? 'own' : 'not own',
		]);
		expect(found.length).toBeGreaterThan(20);
		expect(found.toSorted()).toEqual(expected.toSorted());
		expect(rows[0]?.total).toBe((await ask(matters, { as_of, statuses: ['running'] })).length);
		const probabilities = rows.map(row => row.probability ?? -1);
		expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
		expect(rows[0]?.expected).toBeCloseTo(
			rows.reduce((sum, row) => sum + (row.probability ?? 0), 0),
			9,
		);
	});
});

describe('回测', () => {
	test('当日的估计与此后的结果并列；尚未到期的、撤回的不列', async () => {
		const history = Array.from({ length: 20 }, (_, at) => lasting(`史${at}`, at < 15 ? 8 : 12)).flat();
		const asks = (id: string, on: number, answered: number | null) =>
			request(id, '甲', back(on), answered === null ? undefined : calendar.dayOf(TODAY - answered));
		await begin([
			...history,
			...asks('按时', 15, 7),
			...asks('逾期', 15, 3),
			...asks('超期未办', 15, null),
			...asks('未到期', 9, null),
			...asks('撤回', 15, null),
			act('request.withdrawn', '撤回', back(10), { department: '甲' }),
		]);
		const rows = await ask(foretold, { as_of, told_on: back(12) });
		expect(columns(rows, 'case_id', 'overdue')).toEqual([
			['按时', false],
			['超期未办', true],
			['逾期', true],
		]);
		const then = await ask(risk, { ...all, as_of: back(12) });
		for (const row of rows) expect(row.probability).toBe(then.find(one => one.case_id === row.case_id)?.probability);
		expect(await ask(foretold, { as_of, told_on: as_of })).toEqual([]);
	});
});
