import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { league } from '#analytics/measures/league.ts';
import { act, authority, civil, court, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask } = asking();

const refused = { outcome: 'refuse', reason_code: '2' };
const spring = { as_of: '2026-03-31', from: '2026-03-01', to: '2026-03-31' };

/** `due` requests of a department that fall due on 2026-03-16, `onTime` of them answered in time. */
function record(department: string, due: number, onTime: number): ShareEvent[] {
	return Array.from({ length: due }, (_, i) => [
		received(`${department}-${i}`, '2026-03-02', { department }),
		replied(`${department}-${i}`, i < onTime ? '2026-03-16' : '2026-03-17', { department, ...refused }),
	]).flat();
}

const total = async (args: object = {}) =>
	(await ask(league, { ...spring, ...args })).filter(row => row.clock === 'total');

describe('the league table', () => {
	test('ties share a rank (1, 2, 2, 4); fewer than 5 due are shown and not ranked', async () => {
		const departments = ['甲', '乙', '丙', '丁', '戊', '己'];
		await begin([
			...departments.map(name => registered(name, name)),
			...record('甲', 5, 5),
			...record('乙', 10, 8),
			...record('丙', 5, 4),
			...record('丁', 5, 3),
			...record('戊', 4, 4),
		]);
		expect(columns(await total(), 'department', 'due', 'on_time', 'rank', 'unranked')).toEqual([
			['甲', 5, 5, 1, null],
			['乙', 10, 8, 2, null],
			['丙', 5, 4, 2, null],
			['丁', 5, 3, 4, null],
			['戊', 4, 4, null, 'too_few'],
			['己', 0, 0, null, 'no_obligations'],
		]);
	});

	test('within a tie: more due first, then fewer overdue working days', async () => {
		const open = (department: string, n: number, day: string) =>
			Array.from({ length: n }, (_, i) => received(`${department}-open-${i}`, day, { department }));
		await begin([
			registered('甲', '甲'),
			registered('乙', '乙'),
			...record('甲', 8, 8),
			...open('甲', 2, '2026-03-02'),
			...record('乙', 8, 8),
			...open('乙', 2, '2026-03-10'),
		]);
		expect(columns(await total(), 'department', 'due', 'rank', 'overdue')).toEqual([
			['乙', 10, 1, 2],
			['甲', 10, 1, 2],
		]);
	});

	test('rank is on the unrounded rate', async () => {
		await begin([registered('甲', '甲'), registered('乙', '乙'), ...record('甲', 9, 8), ...record('乙', 17, 15)]);
		expect(columns(await total(), 'department', 'rank')).toEqual([
			['甲', 1],
			['乙', 2],
		]);
	});

	test('zero obligations give no rate, neither 0 nor 100%', async () => {
		await begin([registered(civil, '市民政局')]);
		const rows = await ask(league, spring);
		expect(rows.map(row => row.clock)).toEqual([
			'reply.unconditional',
			'reply.conditional',
			'delivery',
			'correction',
			'catalogue.update',
			'total',
		]);
		expect(rows.every(row => row.due === 0 && row.rate === null && row.unranked === 'no_obligations')).toBe(true);
	});

	test('other organs and vertical agencies are listed and never ranked (第四十三条)', async () => {
		await begin([
			registered(court, '市中级人民法院', '2020-01-01', { kind: 'other_organ' }),
			registered('税务', '市税务局', '2020-01-01', { kind: 'vertical' }),
			...record(court, 5, 5),
			...record('税务', 5, 5),
		]);
		expect(columns(await total(), 'rate', 'rankable', 'unranked')).toEqual([
			[1, false, 'not_ranked'],
			[1, false, 'not_ranked'],
		]);
	});

	test('a code that nobody registered is shown as such', async () => {
		await begin([registered(civil, '市民政局'), ...record('未登记', 5, 5)]);
		const rows = await total();
		expect(columns(rows, 'department', 'identified', 'rank')).toEqual([
			['未登记', false, 1],
			[civil, true, null],
		]);
	});

	test('the authority’s own review is not in it', async () => {
		await begin([
			registered(authority, '市数据局', '2020-01-01', { kind: 'authority' }),
			registered(civil, '市民政局'),
			act('catalogue.triggered', 'ML1', '2026-03-02', { department: civil }),
			act('catalogue.submitted', 'ML1', '2026-03-03', { department: civil, authority }),
		]);
		expect(
			columns(await ask(league, spring), 'department', 'clock').filter(([, clock]) => clock === 'catalogue.review'),
		).toEqual([]);
		expect((await total()).map(row => row.department)).toEqual([civil]);
	});

	test('the period is that of the due day, and ends at the day asked', async () => {
		await begin([
			registered(civil, '市民政局'),
			received('A', '2026-03-02', { department: civil }),
			replied('A', '2026-03-03', { department: civil, ...refused }),
		]);
		const due = async (args: object) => columns(await total(args), 'due')[0]?.[0];
		expect(await due({})).toBe(1);
		expect(await due({ as_of: '2026-03-15' })).toBe(0);
		expect(await due({ as_of: '2026-03-16' })).toBe(1);
		expect(await due({ from: '2026-03-17' })).toBe(0);
		expect(await due({ to: '2026-03-15' })).toBe(0);
	});

	test('what is not finished is not on time; paused, withdrawn and running ones are not due', async () => {
		await begin([
			registered(civil, '市民政局'),
			received('overdue', '2026-03-02', { department: civil }),
			received('withdrawn', '2026-03-02', { department: civil }),
			act('request.withdrawn', 'withdrawn', '2026-03-03', { department: civil }),
			received('paused', '2026-03-10', { department: civil }),
			act('request.material_notice', 'paused', '2026-03-23', { department: civil, missing_items: ['依据'] }),
			received('running', '2026-03-25', { department: civil }),
		]);
		expect(columns(await total(), 'due', 'on_time', 'rate', 'overdue')).toEqual([[1, 0, 0, 1]]);
	});

	test('a liaison sees the own department’s row alone, with its place among all', async () => {
		await begin([registered('甲', '甲'), registered('乙', '乙'), ...record('甲', 5, 5), ...record('乙', 5, 4)]);
		expect(columns(await total({ visible: ['乙'] }), 'department', 'rank')).toEqual([['乙', 2]]);
	});

	test('a department that ended before the period leaves the table; one that ended in it stays', async () => {
		const merged = act('organisation.changed', null, '2026-02-01', {
			department: authority,
			kind: 'merge',
			from: ['甲', '丙'],
			to: [{ code: '乙', name: '乙' }],
			effective: '2026-02-01',
		});
		await begin([registered('甲', '甲'), registered('丙', '丙'), merged]);
		expect((await total()).map(row => row.department)).toEqual(['乙']);
		const whole = { from: '2026-01-01', to: '2026-03-31' };
		expect((await total(whole)).map(row => row.department)).toEqual(['丙', '乙', '甲']);
	});
});
