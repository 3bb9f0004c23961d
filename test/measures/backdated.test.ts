import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { backdated, backdating, evidenceOfficers } from '#analytics/measures/backdated.ts';
import { caseRuns } from '#analytics/measures/case.ts';
import { matters } from '#analytics/measures/matters.ts';
import { act, authority, civil, hrss, received, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask, position } = asking();
const as_of = '2026-04-30';
const refused = { outcome: 'refuse', reason_code: '2' };

/** 3月2日收到、3月16日到期；答复填在3月13日，平台3月18日记录。 */
const claimed = (subject: string, department = hrss) => [
	received(subject, '2026-03-02', { department }),
	replied(subject, '2026-03-13', { ...refused, department, id: `A ${subject}`, recorded: '2026-03-18' }),
];

function decided(subject: string, accepted: boolean, when: string, more: Record<string, unknown> = {}): ShareEvent {
	const said = { event: `A ${subject}`, platform: '2', accepted, reason: '核对收文登记', officer: 'li' };
	return act('evidence.decided', subject, when, {
		department: authority,
		...said,
		...more,
		id: `E ${subject} ${when}`,
	});
}

const list = async (args: object = {}) =>
	columns(await ask(backdated, { as_of, ...args }), 'case_id', 'decided', 'officer', 'lag');
const statusOf = async (case_id: string, known = position(), on = as_of) =>
	(await ask(caseRuns, { as_of: on, known, case_id })).map(row => row.status);

describe('倒签与证据', () => {
	beforeEach(async () => {
		await begin();
		await more(
			[
				...claimed('SQ1'),
				...claimed('SQ2', civil),
				received('SQ3', '2026-03-02'),
				replied('SQ3', '2026-03-13', refused),
			],
			2,
		);
	});

	test('倒签的答复列出：未认定，滞后五日', async () => {
		expect(await list()).toEqual([
			['SQ2', 'open', null, 5 * 24 * 60],
			['SQ1', 'open', null, 5 * 24 * 60],
		]);
	});

	test('采信之后仍列出：由谁采信；事项改为按时，此前所知不变', async () => {
		const before = position();
		await more([decided('SQ1', true, '2026-04-10')], 1);
		expect(await list()).toEqual([
			['SQ2', 'open', null, 7200],
			['SQ1', 'accepted', 'li', 7200],
		]);
		expect([await statusOf('SQ1'), await statusOf('SQ1', before)]).toEqual([['met'], ['late']]);
		expect(await list({ known: before })).toEqual([
			['SQ2', 'open', null, 7200],
			['SQ1', 'open', null, 7200],
		]);
		const [matter] = await ask(matters, { as_of, search: 'SQ1' });
		expect([matter?.status, matter?.ended_on, matter?.defects]).toEqual(['met', '2026-03-13', ['evidence_accepted']]);
	});

	test.each([
		['先采信、后不采信', [decided('SQ1', true, '2026-04-10'), decided('SQ1', false, '2026-04-12')], 'refused', 'late'],
		['先不采信、后采信', [decided('SQ1', false, '2026-04-10'), decided('SQ1', true, '2026-04-12')], 'accepted', 'met'],
		[
			'认定已撤销',
			[
				decided('SQ1', true, '2026-04-10'),
				act('evidence.decided', 'SQ1', '2026-04-12', { department: authority, retracts: 'E SQ1 2026-04-10' }),
			],
			'open',
			'late',
		],
	])('%s：清单与计时一致', async (_, decisions, state, status) => {
		for (const each of decisions) await more([each], 1);
		expect((await list({ case_id: 'SQ1' })).map(row => row[1])).toEqual([state]);
		expect(await statusOf('SQ1')).toEqual([status]);
	});

	test('答复撤销之后不再计为倒签；作过的认定仍列出', async () => {
		await more([act('request.replied', 'SQ1', '2026-04-01', { retracts: 'A SQ1' })], 2);
		expect(await list()).toEqual([['SQ2', 'open', null, 7200]]);
		await more([decided('SQ1', true, '2026-04-10')], 1);
		expect(await list({ case_id: 'SQ1' })).toEqual([['SQ1', 'accepted', 'li', 7200]]);
		expect(await statusOf('SQ1')).toEqual(['overdue']);
	});

	test('纸质办件自当日24时起计滞后', async () => {
		const paper = {
			...replied('SQ4', '2026-03-13 00:00', { ...refused, recorded: '2026-03-18 09:00' }),
			dayOnly: true,
		};
		await more([received('SQ4', '2026-03-02'), paper], 2);
		expect(await list({ case_id: 'SQ4' })).toEqual([['SQ4', 'open', null, (4 * 24 + 9) * 60]]);
	});

	test('记录尚在截至日之后的不列', async () => {
		expect(await list({ as_of: '2026-03-17' })).toEqual([]);
	});

	test('数字即清单：部门与平台、认定人的件数都等于清单的条数', async () => {
		await more(claimed('SQ5'), 3);
		await more(
			[
				decided('SQ1', true, '2026-04-10'),
				decided('SQ2', false, '2026-04-10', { officer: 'wang' }),
				decided('SQ5', false, '2026-04-11', { platform: '3' }),
			],
			1,
		);
		const sums = await ask(backdating, { as_of });
		expect(sums.reduce((all, row) => all + row.acts, 0)).toBe(3);
		for (const row of sums) {
			const { department, source_id } = row;
			const count = async (state: string[] | null) =>
				(await ask(backdated, { as_of, departments: [department], source_id, decided: state })).length;
			expect([row.acts, row.open, row.accepted, row.refused]).toEqual([
				await count(null),
				await count(['open']),
				await count(['accepted']),
				await count(['refused']),
			]);
		}
		const officers = await ask(evidenceOfficers, { as_of });
		expect(columns(officers, 'officer', 'decided', 'accepted', 'share')).toEqual([
			['li', 2, 1, 0.5],
			['wang', 1, 0, 0],
		]);
		for (const { officer, decided: n } of officers) expect(await ask(backdated, { as_of, officer })).toHaveLength(n);
	});

	test('只见本部门的人只见涉及本部门的', async () => {
		expect((await list({ visible: [civil] })).map(row => row[0])).toEqual(['SQ2', 'SQ1']);
		expect(await list({ visible: [authority] })).toEqual([]);
	});

	test('任何到达次序，清单与计时相同', async () => {
		const told: [number, ShareEvent[]][] = [
			...claimed('SQ9').map((event): [number, ShareEvent[]] => [2, [event]]),
			[1, [decided('SQ9', true, '2026-04-10')]],
			[
				2,
				[act('request.material_notice', 'SQ9', '2026-03-05', { missing_items: ['使用依据'], recorded: '2026-03-20' })],
			],
		];
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(told, { minLength: told.length }), async order => {
				await begin();
				for (const [source, events] of order) await more(events, source);
				expect(await list()).toEqual([['SQ9', 'accepted', 'li', 7200]]);
				expect(await statusOf('SQ9')).toEqual(['met']);
			}),
			{ numRuns: 8 },
		);
	});
});
