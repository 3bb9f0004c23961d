import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { caseRuns } from '#analytics/measures/case.ts';
import { matters } from '#analytics/measures/matters.ts';
import { overview } from '#analytics/measures/overview.ts';
import { act, authority, civil, hrss, received, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask, position } = asking();

/** What a platform tells, by the id of its source; source 1 is the authority's own screens. */
type Told = readonly [source: number, events: ShareEvent[]];

const beat = (when: string, source = 2): Told => [
	source,
	[act('platform.heartbeat', null, when, { date: when.slice(0, 10), id: `beat ${source} ${when}` })],
];
const asks = (when: string) => act('request.received', 'OTHER', when, { sharing: 'none', counterparty: civil });
/** 3月2日收到，3月16日到期。 */
const request: Told = [2, [received('SQ1', '2026-03-02')]];
const found = { trigger_date: '2026-03-02', found_by: 'authority', department: authority, counterparty: hrss };
const refused = { outcome: 'refuse', reason_code: '2' };

async function tell(told: readonly Told[]): Promise<void> {
	await begin();
	for (const [source, events] of told) await more(events, source);
}

async function marks(as_of = '2026-03-20', known = position()): Promise<unknown[][]> {
	const rows = await ask(matters, { as_of, known, search: 'SQ' });
	return columns(rows, 'status', 'unheard', 'heard_on');
}

describe('可能逾期与已知逾期（陷阱6）', () => {
	test.each<[string, Told[], unknown[]]>([
		['收到之后平台再无消息', [request], ['overdue', true, '2026-03-02']],
		['到期日以前还有日报，此后没有', [request, beat('2026-03-13 18:00')], ['overdue', true, '2026-03-13']],
		['到期日当日还有报送，此后没有：仍可能逾期', [request, beat('2026-03-16 23:59')], ['overdue', true, '2026-03-16']],
		['到期之后只有日报：已知逾期', [request, beat('2026-03-17 00:10')], ['overdue', false, '2026-03-17']],
		['到期之后报送了别的事项：已知逾期', [request, [2, [asks('2026-03-18')]]], ['overdue', false, '2026-03-18']],
		['到期之后有消息的是别的平台', [request, beat('2026-03-18', 3)], ['overdue', true, '2026-03-02']],
		[
			'需求部门的平台有消息，责任部门的平台没有',
			[request, [3, [act('request.extension_requested', 'SQ1', '2026-03-18', { department: civil })]]],
			['overdue', true, '2026-03-02'],
		],
		[
			'两个平台都报责任部门的办理：以最近有消息的为准',
			[request, [3, [received('SQ1', '2026-03-02', { id: 'twice' })]], beat('2026-03-18', 3)],
			['overdue', false, '2026-03-18'],
		],
		[
			'没有平台报过责任部门的办理：以报过本案的平台为准',
			[[2, [act('catalogue.triggered', 'SQ1', '2026-03-02', found)]], beat('2026-03-18')],
			['overdue', false, '2026-03-18'],
		],
		['主管部门自己登记的办理没有平台', [[1, [received('SQ1', '2026-03-02')]]], ['overdue', false, null]],
		[
			'主管部门在本案的登记不算平台有消息',
			[request, [1, [act('finding.recorded', 'SQ1', '2026-03-19', { department: authority })]]],
			['overdue', true, '2026-03-02'],
		],
		[
			'恢复报送，补报的答复在期限内',
			[request, [2, [replied('SQ1', '2026-03-16', refused)]], beat('2026-03-20')],
			['met', false, null],
		],
		['恢复报送，没有答复：已知逾期', [request, beat('2026-03-20')], ['overdue', false, '2026-03-20']],
		[
			'恢复报送，答复在到期之后：逾期办结，与平台是否报送无关',
			[request, [2, [replied('SQ1', '2026-03-18', refused)]]],
			['late', false, null],
		],
		['尚未到期的不作此区分', [[2, [received('SQ1', '2026-03-16')]]], ['running', false, null]],
	])('%s', async (_, told, expected) => {
		await tell(told);
		expect(await marks()).toEqual([expected]);
	});

	test('按当时所知：恢复报送以前可能逾期，恢复以后对同一日即为已知', async () => {
		await tell([request, beat('2026-03-10')]);
		const before = position();
		await more(beat('2026-03-24')[1], 2);
		expect(await marks('2026-03-20', before)).toEqual([['overdue', true, '2026-03-10']]);
		expect(await marks('2026-03-20')).toEqual([['overdue', false, '2026-03-24']]);
	});

	test('平台的钟走快了：不晚于接收之日', async () => {
		await tell([[2, [received('SQ1', '2026-11-16')]], beat('2027-06-01')]);
		expect(await marks('2026-12-15')).toEqual([['overdue', true, '2026-11-21']]);
	});

	test('两级平台各报一次、视为同一案件的，另一平台的消息同样算数', async () => {
		const shared = { global_case: 'GJ1' };
		await tell([
			[2, [received('SQ1', '2026-03-02', shared)]],
			[3, [received('SQ1-B', '2026-03-02', shared)]],
			beat('2026-03-18', 3),
		]);
		expect(await marks()).toEqual([['overdue', false, '2026-03-18']]);
	});

	test('清单、总览、事项页出自同一定义', async () => {
		await tell([
			[2, [received('SQ1', '2026-03-02'), received('SQ2/1', '2026-03-03'), received('SQ2/2', '2026-03-03')]],
			[3, [received('SQ3', '2026-03-02', { department: civil, counterparty: hrss })]],
			beat('2026-03-18', 3),
		]);
		const asked = { as_of: '2026-03-20', from: '2026-01-01', to: '2026-12-31' };
		const [tile] = (await ask(overview, asked)).filter(row => row.clock === 'reply.conditional');
		expect([tile?.overdue, tile?.unheard]).toEqual([3, 2]);
		const list = async (unheard: boolean) => columns(await ask(matters, { ...asked, unheard }), 'case_id');
		expect([await list(true), await list(false)]).toEqual([[['SQ1'], ['SQ2']], [['SQ3']]]);
		const runs = await ask(caseRuns, { ...asked, case_id: 'SQ2' });
		expect(columns(runs, 'line', 'unheard', 'heard_on')).toEqual([
			['1', true, '2026-03-03'],
			['2', true, '2026-03-03'],
		]);
	});

	test('任何到达次序，结果相同', async () => {
		const all: Told[] = [
			request,
			[3, [received('SQ2', '2026-03-03', { department: civil })]],
			beat('2026-03-10'),
			beat('2026-03-18', 3),
			[2, [asks('2026-03-12')]],
		];
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async told => {
				await tell(told);
				expect(
					columns(await ask(matters, { as_of: '2026-03-20', search: 'SQ', sort: 'case_id' }), 'unheard', 'heard_on'),
				).toEqual([
					[true, '2026-03-12'],
					[false, '2026-03-18'],
				]);
			}),
			{ numRuns: 6 },
		);
	});
});
