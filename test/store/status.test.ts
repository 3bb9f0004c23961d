import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import type { CaseState } from '#analytics/cases/fold.ts';
import type { Run } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { statusOn } from '#analytics/cases/status.ts';
import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { caseRuns } from '#analytics/measures/case.ts';
import type { Store } from '#analytics/store/store.ts';
import { act, civil, received, replied } from './acts.ts';
import { bench, calendar } from './opened.ts';
import { stories } from './stories.ts';

const { open, tell, wipe } = bench();
let store: Store;

beforeAll(async () => {
	store = await open();
});

/** How a run stands on a day, said without SQL; null before it started. */
function standing(run: Run, on: Day): string | null {
	const span = run.spans.findLast(each => each.from <= on);
	return span === undefined ? null : statusOn(run.clock, span, on);
}

async function toldStatuses(caseId: string, on: Day): Promise<(string | null)[]> {
	const rows = await store.ask(caseRuns, { as_of: on, known: store.position(), visible: null, case_id: caseId });
	return rows.map(row => `${row.clock} ${row.line} ${row.run} ${row.status}`).sort();
}

function naiveStatuses(state: CaseState, on: Day): string[] {
	const found = runs(state, defaultPolicies, calendar).runs;
	return found
		.flatMap(run => {
			const status = standing(run, on);
			return status === null ? [] : [`${run.clock} ${run.line} ${run.run} ${status}`];
		})
		.sort();
}

async function begin(events: ShareEvent[]): Promise<void> {
	await wipe();
	await tell(events);
	await store.catchUp();
}

describe('how a clock stands on a day', () => {
	const cases: [title: string, events: ShareEvent[], on: string, expected: string[]][] = [
		[
			'第二十一条第一款 10个工作日内未答复，到期日当天24时仍在期内',
			[received('A', '2026-03-02')],
			'2026-03-16',
			['running'],
		],
		['第二十一条第一款 次日起超期', [received('A', '2026-03-02')], '2026-03-17', ['overdue']],
		[
			'到期日23时59分答复为按时',
			[received('A', '2026-03-02'), replied('A', '2026-03-16 23:59', { outcome: 'refuse', reason_code: '2' })],
			'2026-03-16',
			['met'],
		],
		[
			'次日0时答复为逾期',
			[received('A', '2026-03-02'), replied('A', '2026-03-17 00:00', { outcome: 'refuse', reason_code: '2' })],
			'2026-03-17',
			['late'],
		],
		['答复前一日看，尚在办理', [received('A', '2026-03-02'), replied('A', '2026-03-10')], '2026-03-09', ['running']],
		[
			'同意后答复办结、提供起算',
			[received('A', '2026-03-02'), replied('A', '2026-03-10')],
			'2026-03-10',
			['running', 'met'],
		],
		[
			'一次性告知后中止计时',
			[received('A', '2026-03-02'), act('request.material_notice', 'A', '2026-03-05', { missing_items: ['依据'] })],
			'2026-03-19',
			['paused'],
		],
		[
			'告知后10个工作日未补正，补正逾期中止',
			[received('A', '2026-03-02'), act('request.material_notice', 'A', '2026-03-05', { missing_items: ['依据'] })],
			'2026-03-20',
			['excluded'],
		],
		[
			'补正后继续计时，到期日顺延',
			[
				received('A', '2026-03-02'),
				act('request.material_notice', 'A', '2026-03-05', { missing_items: ['依据'] }),
				act('request.material_resubmitted', 'A', '2026-03-12'),
			],
			'2026-03-20',
			['running'],
		],
		[
			'到期前撤回，不计入',
			[received('A', '2026-03-02'), act('request.withdrawn', 'A', '2026-03-10')],
			'2026-03-10',
			['excluded'],
		],
		[
			'到期后撤回，计为逾期',
			[received('A', '2026-03-02'), act('request.withdrawn', 'A', '2026-03-18')],
			'2026-03-18',
			['late'],
		],
		[
			'转办后原部门不计，新部门重新起算',
			[received('A', '2026-03-02'), act('request.transferred', 'A', '2026-03-04', { to_dept: civil })],
			'2026-03-04',
			['excluded', 'running'],
		],
		['投诉件明确无时限', [act('complaint.received', 'A', '2026-03-02', { due_at: null })], '2026-12-31', ['untimed']],
		[
			'投诉件承诺时点，过点即超期',
			[act('complaint.received', 'A', '2026-03-02', { due_at: '2026-03-05T10:00:00+08:00' })],
			'2026-03-05',
			['overdue'],
		],
		['第二十九条第二款 使用记录未满3年', [act('use.recorded', 'A', '2026-03-02')], '2029-03-01', ['running']],
		['第二十九条第二款 满3年', [act('use.recorded', 'A', '2026-03-02')], '2029-03-02', ['met']],
		[
			'第二十九条第二款 不足3年即销毁',
			[act('use.recorded', 'A', '2026-03-02', { retained_until: '2027-03-02' })],
			'2027-03-02',
			['late'],
		],
	];

	test.each(cases)('%s', async (_, events, on, expected) => {
		await begin(events);
		const statuses = (await toldStatuses('A', toDay(on))).map(each => each?.split(' ').at(-1));
		expect(statuses.sort()).toEqual([...expected].sort());
	});

	test('on every day of every case it is what the spans say', async () => {
		await fc.assert(
			fc.asyncProperty(stories, async events => {
				await begin(events);
				const caseId = events[0]?.subject?.split('/')[0] ?? '';
				const { state } = await store.caseFacts(caseId, store.position());
				for (let on = toDay('2026-02-09'); on < toDay('2026-05-10'); on = plusDays(on, 1)) {
					expect([on, await toldStatuses(caseId, on)]).toEqual([on, naiveStatuses(state, on)]);
				}
			}),
			{ numRuns: 8 },
		);
	});
});
