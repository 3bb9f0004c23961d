import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { indicatorFigures } from '#analytics/measures/indicators.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { restatementCauses, restatementFigures, restatements } from '#analytics/measures/restatements.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { stories } from '#test/store/stories.ts';
import { asking } from './asking.ts';
import { changed, request } from './organisations.ts';

const { begin, more, ask, position } = asking();

type Unit = Row<typeof restatements>;
type Question = { as_of: string; known: number; known_before: number } & Record<string, unknown>;

const refused = { outcome: 'refuse', reason_code: '2' };
const year = { from: '2026-01-01', to: '2026-12-31' };
const bodies = [registered(hrss, '市人力社保局'), registered(civil, '市民政局')];
const adopted = (policy: object, when = '2026-04-01') =>
	act('policy.adopted', null, when, {
		department: authority,
		policy: { ...defaultPolicies[0], document: '数发〔2026〕9号', ...policy },
	});

/** The rows of some indicators between two places, in a line each. */
async function listed(known_before: number, known: number, indicators: string[] | null = ['T1', 'T2', 'T8a']) {
	const rows = await ask(restatements, { ...year, as_of: '2026-04-30', known, known_before, indicators });
	return rows.map(lineOf).sort();
}

function lineOf(row: Unit): string {
	const side = (on: string | null, outcome: string | null, excused: boolean | null) =>
		on === null ? '—' : `${on} ${outcome}${excused ? ' 正当理由' : ''}`;
	const before = side(row.on_day_before, row.outcome_before, row.excused_before);
	const after = side(row.on_day_after, row.outcome_after, row.excused_after);
	const body = { [hrss]: '人社', [civil]: '民政' }[row.department] ?? row.department;
	return `${row.indicator} ${body} ${row.case_id} ${row.change}：${before}→${after}`;
}

describe('更正清单逐单位列明两次数值之差', () => {
	test.each([
		[
			'补报：答复后到',
			[replied('A', '2026-03-10', refused)],
			['T2 人社 A changed：2026-03-16 overdue→2026-03-16 met', 'T8a 人社 A vanished：2026-04-30 overdue→—'],
		],
		[
			'补报：整件后到',
			[received('B', '2026-03-02', { id: 'b' }), replied('B', '2026-03-09', refused)],
			['T2 人社 B appeared：—→2026-03-16 met'],
		],
		[
			'更正：收到日有误，到期日移动',
			[received('A', '2026-03-09', { id: 'a2', corrects: 'a' })],
			['T2 人社 A changed：2026-03-16 overdue→2026-03-23 overdue'],
		],
		[
			'撤销：未曾收到',
			[act('request.received', 'A', '2026-03-03', { retracts: 'a' })],
			['T2 人社 A vanished：2026-03-16 overdue→—', 'T8a 人社 A vanished：2026-04-30 overdue→—'],
		],
		[
			'认定有正当理由：事实不变',
			[
				act('justification.decided', 'A', '2026-04-02', {
					department: authority,
					counterparty: hrss,
					accepted: true,
					reason: '平台停机',
				}),
			],
			['T2 人社 A changed：2026-03-16 overdue→2026-03-16 overdue 正当理由'],
		],
		[
			'合并：逾期记在原部门，超期未办转归承接部门',
			[changed('merge', '2026-04-01', [hrss], [[civil]])],
			['T8a 人社 A vanished：2026-04-30 overdue→—', 'T8a 民政 A appeared：—→2026-04-30 overdue'],
		],
		[
			'更正：另一部门收到',
			[received('A', '2026-03-02', { id: 'a2', corrects: 'a', department: civil, counterparty: hrss })],
			[
				'T2 人社 A vanished：2026-03-16 overdue→—',
				'T2 民政 A appeared：—→2026-03-16 overdue',
				'T8a 人社 A vanished：2026-04-30 overdue→—',
				'T8a 民政 A appeared：—→2026-04-30 overdue',
			],
		],
		['与所问无关的事件：没有差别', [received('C', '2026-05-04')], []],
	])('%s', async (_, later, expected) => {
		await begin([...bodies, received('A', '2026-03-02', { id: 'a' })]);
		const before = position();
		await more(later);
		expect(await listed(before, position())).toEqual(expected);
		expect(await listed(before, before)).toEqual([]);
	});

	test('并案：后一案不再单列，以基准平台的为准', async () => {
		await begin([...bodies, received('A', '2026-03-02')]);
		await more([received('B', '2026-03-02')], 2);
		const before = position();
		await more([
			act('case.linked', null, '2026-04-02', {
				department: authority,
				cases: ['A', 'B'],
				same: true,
				record: 1,
				reason: '同一申请',
			}),
		]);
		expect(await listed(before, position())).toEqual([
			'T2 人社 B vanished：2026-03-16 overdue→—',
			'T8a 人社 B vanished：2026-04-30 overdue→—',
		]);
		expect(await causesOf(['B'], { as_of: '2026-04-30', known: position(), known_before: before })).toEqual([
			'B case.linked',
		]);
	});

	test('口径施行使到期时刻提前：逐件列明，原因列出口径施行', async () => {
		await begin([...bodies, ...request('A', hrss, '2026-03-02', '2026-03-16 19:00')]);
		const before = position();
		await more([adopted({ effective: '2026-01-01', dueCutoff: '18:00' })]);
		expect(await listed(before, position())).toEqual(['T2 人社 A changed：2026-03-16 met→2026-03-16 late']);
		expect(await causesOf(['A'], { as_of: '2026-04-30', known: position(), known_before: before })).toEqual([
			'— policy.adopted',
		]);
	});
});

describe('起因', () => {
	test('更正、撤销一个事件的，与所更正、撤销的同属一案，即使编号不同、另行撤销', async () => {
		await begin([...bodies, received('A', '2026-03-02', { id: 'a' })]);
		const before = position();
		await more([received('B', '2026-03-03', { id: 'b', corrects: 'a' })]);
		await more([act('request.received', null, '2026-03-04', { id: 'c', retracts: 'b' })]);
		const span = { as_of: '2026-04-30', known: position(), known_before: before };
		expect(await causesOf(['A'], span)).toEqual(['A request.received', 'A request.received']);
		expect(await causesOf(['A'], { ...span, known_before: before + 1 })).toEqual(['A request.received']);
	});

	test('只看得见本部门的，看不见他人案件的起因', async () => {
		await begin([...bodies, received('A', '2026-03-02', { id: 'a' })]);
		await more([replied('A', '2026-03-10', refused)]);
		const span = { as_of: '2026-04-30', known: position(), known_before: 3 };
		expect(await causesOf(['A'], { ...span, visible: [civil] })).toEqual(['A request.replied']);
		expect(await causesOf(['A'], { ...span, visible: ['other'] })).toEqual([]);
	});
});

async function causesOf(subjects: string[], question: Question): Promise<string[]> {
	const rows = await ask(restatementCauses, { ...question, subjects });
	return rows.map(row => `${row.subject ?? '—'} ${row.type}`);
}

/** What may have become of the two bodies, and of the law. */
const organised: fc.Arbitrary<ShareEvent[]> = fc.constantFrom<ShareEvent[][]>(
	[],
	[changed('merge', '2026-03-05', [hrss], [[civil]])],
	[changed('rename', '2026-03-05', [hrss], [['新码']])],
	[changed('move', '2026-03-05', [hrss], [[hrss, '下属中心', { parent: civil }]])],
	[adopted({ effective: '2026-01-01', countingUnit: 'line' }, '2026-03-20')],
	[adopted({ effective: '2026-01-01', dueCutoff: '12:00' }, '2026-03-20')],
	[
		act('case.linked', null, '2026-03-20', {
			department: authority,
			cases: ['SQ2', 'SQ3'],
			same: true,
			reason: '同一',
		}),
	],
);

const questions = fc.record({
	as_of: fc.constantFrom('2026-03-13', '2026-03-31', '2026-04-30'),
	visible: fc.option(fc.subarray([hrss, civil], { minLength: 1 }), { freq: 3 }),
	regions: fc.option(fc.constant<string[]>(['330100']), { freq: 6 }),
	period: fc.constantFrom(year, { from: '2026-03-01', to: '2026-03-31' }),
	at: fc.tuple(fc.nat(99), fc.nat(99)),
});

test('各行之和等于两次数值之差，每一行都有起因，没有列出的数值相同', async () => {
	await fc.assert(
		fc.asyncProperty(stories, organised, questions, async (events, changes, { period, at, ...narrow }) => {
			const half = Math.ceil(events.length / 2);
			await begin(bodies);
			await more(events.slice(0, half), 2);
			await more(changes);
			await more(events.slice(half), 2);
			const [known_before = 0, known = 0] = at.map(each => each % (position() + 1)).sort((a, b) => a - b);
			const question = { ...period, ...narrow };
			const [before, after] = [
				await ask(indicatorFigures, { ...question, known: known_before }),
				await ask(indicatorFigures, { ...question, known }),
			];
			const units = await ask(restatements, { ...question, known, known_before });
			const figures = await ask(restatementFigures, { ...question, known, known_before });
			expect(units.every(row => row.total === units.length)).toBe(true);
			expect(differences(before, after)).toEqual(sums(units));
			for (const row of figures) {
				const [was, now] = [figureOf(before, row), figureOf(after, row)];
				expect(row).toMatchObject({
					...{
						num_before: was?.num ?? 0,
						num_after: now?.num ?? 0,
						den_before: was?.den ?? null,
						den_after: now?.den ?? null,
					},
					...{ value_before: was?.value ?? null, value_after: now?.value ?? null },
					...{ adjudicated_before: was?.adjudicated ?? null, adjudicated_after: now?.adjudicated ?? null },
					...{ units_before: was?.units ?? 0, units_after: now?.units ?? 0 },
				});
			}
			const moved = new Set(
				figures.filter(row => row.department !== null).map(row => `${row.indicator} ${row.department}`),
			);
			expect(moved).toEqual(new Set(units.map(row => `${row.indicator} ${row.department}`)));
			const subjects = [...new Set(units.map(row => row.case_id ?? row.event_id ?? ''))];
			const causes = await ask(restatementCauses, { ...question, visible: null, known, known_before, subjects });
			const explained = new Set(causes.map(cause => cause.subject));
			expect(subjects.filter(subject => !explained.has(subject) && !explained.has(null))).toEqual([]);
		}),
		{ numRuns: 4 },
	);
}, 600_000);

type Figure = Row<typeof indicatorFigures>;

function figureOf(rows: Figure[], { indicator, department }: { indicator: string; department: string | null }) {
	return rows.find(row => row.indicator === indicator && row.department === department);
}

/** After minus before of numerator and denominator, of the factual figure and of the adjudicated one; zeros are left out. */
function differences(before: Figure[], after: Figure[]): Record<string, number[]> {
	const sides = [...before.map(row => [row, -1] as const), ...after.map(row => [row, 1] as const)];
	return summed(
		sides.map(([row, sign]) => [
			`${row.indicator} ${row.department}`,
			[row.num, row.den ?? 0, row.adjudicated_num, row.adjudicated_den ?? 0, row.units, row.excused].map(n => n * sign),
		]),
	);
}

function sums(units: Unit[]): Record<string, number[]> {
	const each = units.flatMap(row => [
		[row.department, row, row.num_before, row.den_before, row.excused_before, -1] as const,
		[row.department, row, row.num_after, row.den_after, row.excused_after, 1] as const,
	]);
	return summed(
		each.flatMap(([department, { indicator }, num, den, excused, sign]) => {
			if (num === null) return [];
			const kept = excused ? 0 : 1;
			const counted = [num, den ?? 0, num * kept, (den ?? 0) * kept, 1, 1 - kept].map(n => n * sign);
			return [department, null].map(one => [`${indicator} ${one}`, counted] as const);
		}),
	);
}

function summed(each: (readonly [string, number[]])[]): Record<string, number[]> {
	const sum: Record<string, number[]> = {};
	for (const [key, counted] of each) sum[key] = counted.map((n, at) => n + (sum[key]?.[at] ?? 0));
	return Object.fromEntries(Object.entries(sum).filter(([, counted]) => counted.some(n => n !== 0)));
}
