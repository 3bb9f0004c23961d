import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { departments } from '#analytics/measures/departments.ts';
import { league } from '#analytics/measures/league.ts';
import { matters } from '#analytics/measures/matters.ts';
import { overview } from '#analytics/measures/overview.ts';
import { timeliness } from '#analytics/measures/timeliness.ts';
import { trend } from '#analytics/measures/trend.ts';
import { act, authority, civil, hrss, registered } from '#test/store/acts.ts';
import { stories } from '#test/store/stories.ts';
import { asking } from './asking.ts';
import { body, changed } from './organisations.ts';

const { begin, more, ask, position } = asking();

/** A question: the day, a past or present position, the viewer, and the period. */
const questions = fc.record({
	as_of: fc.constantFrom('2026-02-20', '2026-03-13', '2026-03-31', '2026-04-30'),
	behind: fc.nat(5),
	visible: fc.option(fc.subarray([hrss, civil], { minLength: 1 })),
	period: fc.constantFrom(
		{ from: '2026-01-01', to: '2026-12-31' },
		{ from: '2026-03-01', to: '2026-03-31' },
		{ from: '2026-02-25', to: '2026-03-12' },
	),
});

/** What may have become of the two bodies. */
const changes = fc.constantFrom(
	[],
	[changed('merge', '2026-03-05', [hrss], [[civil]])],
	[changed('merge', '2026-03-05', [hrss, civil], [['新局']])],
	[changed('split', '2026-03-05', [hrss], [['甲'], ['乙']])],
	[
		changed('rename', '2026-03-05', [hrss], [['新码']]),
		changed('abolish', '2026-03-20', [civil], [], { successor: '新码' }),
	],
	[changed('move', '2026-03-05', [hrss], [[hrss, '下属中心', { parent: civil }]])],
	[body('其他机关', { kind: 'other_organ' }), changed('recognise', '2026-03-05', [hrss], [['其他机关']])],
);

/** Readings that leave bodies out, or count lines. */
const policies = fc.constantFrom({}, { otherOrgans: 'excluded' }, { countingUnit: 'line' });

type Common = { as_of: string; known: number; visible: string[] | null; ruled_on: string };
const settled = ['met', 'late', 'overdue'];
const earlier = (a: string, b: string) => (a < b ? a : b);

/** Asks the list behind a figure; its length, and that the total says so on every row. */
async function listed(common: Common, filter: object): Promise<number> {
	const rows = await ask(matters, { ...common, ...filter });
	expect(rows.every(row => row.total === rows.length)).toBe(true);
	return rows.length;
}

describe('the tile is the list: every figure is the length of the list it opens', () => {
	const property = (check: (common: Common, period: { from: string; to: string }) => Promise<void>) =>
		fc.assert(
			fc.asyncProperty(stories, changes, policies, questions, async (events, organised, read, question) => {
				const { as_of, behind, visible, period } = question;
				const policy = { ...defaultPolicies[0], document: '数发〔2026〕1号', ...read };
				const adopted = act('policy.adopted', null, '2026-01-05', { department: authority, policy });
				await begin([registered(hrss, '市人力社保局'), registered(civil, '市民政局'), adopted, ...organised]);
				await more(events, 2);
				const known = Math.max(3, position() - behind);
				await check({ as_of, known, visible, ruled_on: period.from }, period);
			}),
			{ numRuns: 10 },
		);

	test('overview', () =>
		property(async (common, { from, to }) => {
			const due = { due_from: from, due_to: earlier(to, common.as_of) };
			for (const tile of await ask(overview, { ...common, from, to })) {
				const list = (filter: object) => listed(common, { clocks: [tile.clock], ...filter });
				expect({
					due: tile.due,
					on_time: tile.on_time,
					overdue: tile.overdue,
					unheard: tile.unheard,
					running: tile.running,
					paused: tile.paused,
					due_today: tile.due_today,
				}).toEqual({
					due: await list({ statuses: settled, ...due }),
					on_time: await list({ statuses: ['met'], ...due }),
					overdue: await list({ statuses: ['overdue'] }),
					unheard: await list({ unheard: true }),
					running: await list({ statuses: ['running'] }),
					paused: await list({ statuses: ['paused'] }),
					due_today: await list({ statuses: ['running'], due_from: common.as_of, due_to: common.as_of }),
				});
				expect(tile.rate).toBe(tile.due === 0 ? null : tile.on_time / tile.due);
				const overdue = await ask(matters, { ...common, clocks: [tile.clock], statuses: ['overdue'] });
				expect(tile.departments_overdue).toBe(new Set(overdue.map(row => row.held_by)).size);
			}
		}));

	test('league, and its total row is the sum of its clocks', () =>
		property(async (common, { from, to }) => {
			const due = { due_from: from, due_to: earlier(to, common.as_of) };
			const rows = await ask(league, { ...common, from, to });
			for (const row of rows) {
				const clocks = row.clock === 'total' ? owed : [row.clock];
				const list = (filter: object) => listed(common, { clocks, departments: [row.department], ...filter });
				expect([row.due, row.on_time, row.overdue]).toEqual([
					await list({ statuses: settled, ...due }),
					await list({ statuses: ['met'], ...due }),
					await list({ statuses: ['overdue'] }),
				]);
			}
			expect(new Set(rows.map(row => `${row.department} ${row.clock}`)).size).toBe(rows.length);
			const codes = (await ask(departments, common)).map(row => row.code);
			expect(codes).toEqual(expect.arrayContaining([...new Set(rows.map(row => row.department))]));
		}));

	test('timeliness, and no 件 is lost or counted twice', () =>
		property(async common => {
			const rows = await ask(timeliness, common);
			for (const row of rows) {
				const list = (statuses: string[]) =>
					listed(common, { clocks: [row.clock], departments: [row.department], statuses });
				expect(row).toMatchObject({
					total: await list([...statuses]),
					...Object.fromEntries(await Promise.all(statuses.map(async status => [status, await list([status])]))),
				});
				expect(statuses.reduce((sum, status) => sum + row[status], 0)).toBe(row.total);
			}
		}));

	test('trend: the months add up to the period', () =>
		property(async (common, { from, to }) => {
			const months = await ask(trend, { ...common, from, to });
			for (const tile of await ask(overview, { ...common, from, to })) {
				const own = months.filter(row => row.clock === tile.clock);
				expect([own.reduce((sum, row) => sum + row.due, 0), own.reduce((sum, row) => sum + row.on_time, 0)]).toEqual([
					tile.due,
					tile.on_time,
				]);
			}
		}));
});

const owed = ['reply.unconditional', 'reply.conditional', 'delivery', 'correction', 'catalogue.update'];
const statuses = ['met', 'late', 'overdue', 'running', 'paused', 'untimed', 'excluded'] as const;
