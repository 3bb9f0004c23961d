import { describe, expect, test } from 'vitest';
import { caseOfSubject, type LedgerEvent } from '#analytics/cases/event.ts';
import { type CaseState, emptyCase, fold } from '#analytics/cases/fold.ts';
import { readEvent } from '#analytics/cases/read.ts';
import type { Run } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { sameCases } from '#analytics/cases/same-case.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { type Day, endOf, plusDays, startOf, toDay } from '#analytics/law/day.ts';
import { workdaysAfter } from '#analytics/law/due.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import type { Row } from '#ingest/sample/casefile.ts';
import { openSetting } from '#ingest/sample/setting.ts';
import { stories } from '#ingest/sample/stories/stories.ts';
import { history } from '#ingest/sample/story.ts';

const seed = 'shudu';
const anchor = toDay('2026-11-22');
const end = toDay('2027-01-31');
const setting = openSetting(seed, anchor);
const told = stories(setting);
const told18Months = history(seed, anchor, endOf(end));
const calendar = stateCouncil();

const states = folded(told18Months);
const matters = asOne(states);

function folded(rows: ReadonlyMap<string, Row[]>): Map<string, CaseState> {
	const cases = new Map<string, CaseState>();
	for (const [i, { event: raw, at }] of [...rows.values()].flatMap((own, i) => own.map(row => [i, row] as const))) {
		const read = readEvent(JSON.parse(JSON.stringify(raw)));
		if (!read.ok || read.event.subject === null) continue;
		const caseId = caseOfSubject(read.event.subject);
		const event: LedgerEvent = { ...read.event, seq: 0, sourceId: i + 1, receivedAt: at };
		cases.set(caseId, fold(cases.get(caseId) ?? emptyCase, event));
	}
	return cases;
}

/** Cases that are one, under each of their numbers. */
function asOne(cases: ReadonlyMap<string, CaseState>): Map<string, { root: string; state: CaseState }> {
	const told = [...cases].map(([caseId, state], caseNo) => ({ caseNo, caseId, state }));
	return new Map(
		sameCases(told, []).flatMap(({ root, members, state }) =>
			members.map(({ caseId }) => [caseId, { root: root.caseId, state }]),
		),
	);
}

function caseOf(mark: string): string {
	const found = told.flatMap(one => one.caseIds).find(id => id.endsWith(`-${mark}`));
	if (found === undefined) throw new Error(`没有故事用到编号 ${mark}`);
	return found;
}

function runsOf(mark: string): Run[] {
	return runs(matters.get(caseOf(mark))?.state ?? emptyCase, defaultPolicies, calendar).runs;
}

/** The status as sql/duckdb/090_runs_on.sql defines it, for clocks with a deadline. */
function statusOn(run: Run, on: Day): string {
	const span = run.spans.find(one => one.from <= on && (one.to === null || on < one.to));
	if (!span) return 'not started';
	if (span.phase === 'excluded') return 'excluded';
	if (span.phase === 'ended' && span.endedAt !== null && span.dueEnd !== null) {
		return span.endedAt < span.dueEnd ? 'met' : 'late';
	}
	if (span.phase === 'paused') return 'paused';
	return span.dueEnd !== null && span.dueEnd < endOf(on) ? 'overdue' : 'running';
}

const C = 'reply.conditional';
const U = 'reply.unconditional';
const D = 'delivery';

describe('每个埋设的故事都得出它所要说明的状态', () => {
	test.each([
		// 编号, 行, 计时, 第几次, 最终状态, 瑕疵
		['标杆部门：当日答复', 'TYXA', '', C, 1, 'met', []],
		['标杆部门：三日提供', 'TYXA', '', D, 1, 'met', []],
		['卡点答复：最后一日', 'TZRA', '', C, 1, 'met', []],
		['卡点提供：最后一日', 'TZRA', '', D, 1, 'met', []],
		['第二十一条第二款 反复补正', 'T09A', '', C, 1, 'late', ['second_notice']],
		['第二十一条第二款 以材料不全拒绝', 'T09B', '', C, 1, 'overdue', ['refused_for_materials']],
		['另行以新编号申请', 'T09C', '', C, 1, 'met', []],
		['第二十一条 答复及时', 'T04A', '', C, 1, 'met', []],
		['第二十二条 提供拖延', 'T04A', '', D, 1, 'late', []],
		['样本不足的部门也按时', 'T27A', '', C, 1, 'met', []],
		['一案三行：无条件', 'T08A', '1', U, 1, 'met', []],
		['一案三行：有条件', 'T08A', '2', C, 1, 'met', []],
		['一案三行：另一部门', 'T08A', '3', C, 1, 'late', []],
		['部分同意：同意的行', 'TBF', '1', C, 1, 'met', []],
		['部分同意：提供', 'TBF', '1', D, 1, 'met', []],
		['部分同意：不同意的行也已答复', 'TBF', '2', C, 1, 'met', []],
		['倒签', 'T05A', '', C, 1, 'late', ['backdated']],
		['共享属性以收到时为准', 'T10A', '', U, 1, 'late', []],
		['到期后批准延期', 'T13A', '', C, 1, 'late', ['extension_after_due']],
		['无条件申请延期', 'T13B', '', U, 1, 'met', []],
		['提供期限不得延期', 'T12A', '', D, 1, 'late', []],
		['主管部门批复迟延', 'T37A', '', C, 1, 'late', ['extension_after_due']],
		['逾期后撤回', 'T20A', '', C, 1, 'late', []],
		['转办：第一个部门到期前转出', 'T14A', '', C, 1, 'excluded', []],
		['转办：第二个部门到期前转出', 'T14A', '', C, 2, 'excluded', []],
		['转办：第三个部门按时答复', 'T14A', '', C, 3, 'met', []],
		['验收不通过后逾期提供', 'T11A', '', D, 1, 'late', []],
		['擅自增设条件', 'T11B', '', D, 1, 'met', []],
		['拒绝不说明理由', 'TWL', '', C, 1, 'met', ['refused_without_reason']],
		['两个平台：市级', 'T16A', '', C, 1, 'met', []],
		['两个平台：部门', 'T16B', '', C, 1, 'met', []],
		['疑似同一申请，尚未认定：市级', 'T16C', '', C, 1, 'met', []],
		['疑似同一申请，尚未认定：部门', 'T16D', '', C, 1, 'met', []],
		['两个平台答复时间不一致：以市级平台为准', 'T16E', '', C, 1, 'met', []],
		['同一件的另一编号', 'T16F', '', C, 1, 'met', []],
		['调休星期日到期，当日答复', 'T01A', '', U, 1, 'met', []],
		['调休星期日到期，周一答复', 'T01B', '', U, 1, 'late', []],
		['跨春节 1日期限', 'T34A', '', U, 1, 'met', []],
		['跨春节 10日期限', 'T34B', '', C, 1, 'met', []],
		['第二十二条 落入未公布的2027年', 'T02A', '', D, 1, 'late', []],
		['条例施行前收到', 'T19A', '', C, 1, 'excluded', []],
		['施行后作出的同意答复', 'T19B', '', D, 1, 'met', []],
		['机构合并后由承继部门答复', 'T15A', '', C, 1, 'met', []],
		['目录退回后重新报送', 'T37B', '', 'catalogue.update', 1, 'met', []],
		['退回', 'T37B', '', 'catalogue.review', 1, 'met', []],
		['重新报送后审核', 'T37B', '', 'catalogue.review', 2, 'met', []],
		['第十七条第三款 主管部门审核超期', 'T37C', '', 'catalogue.review', 1, 'late', []],
		['未自报的更新事由', 'T36A', '', 'catalogue.update', 1, 'late', ['not_self_reported']],
		['经核实无误', 'T23A', '', 'correction', 1, 'met', []],
		['垂直管理机构', 'T29A', '', C, 1, 'late', []],
		['其他国家机关', 'T29B', '', C, 1, 'late', []],
		['平台静默期间按时答复', 'T06A', '', C, 1, 'met', []],
		['乱序与重复', 'T39A', '', C, 1, 'met', []],
		['更正为不同意', 'T07A', '', C, 1, 'met', []],
		['撤销的补正告知不暂停计时', 'T07B', '', C, 1, 'late', []],
		['未登记的机构', 'TWS', '', C, 1, 'late', []],
		['以世界协调时报送', 'T18A', '', U, 1, 'late', []],
	] as const)('%s', (_, mark, line, clock, nth, status, defects) => {
		const run = runsOf(mark).find(one => one.line === line && one.clock === clock && one.run === nth);
		expect(run && { status: statusOn(run, end), defects: run.defects }).toEqual({ status, defects: [...defects] });
	});

	test('更正为不同意的答复不再起算提供期限', () => {
		expect(runsOf('T07A').map(run => run.clock)).toEqual([C]);
	});

	test.each([
		['T39B', 'start_missing'],
		['T39C', 'stop_before_start'],
	])('%s 数据存疑：%s', (mark, code) => {
		const { doubts } = runs(states.get(caseOf(mark)) ?? emptyCase, defaultPolicies, calendar);
		expect(doubts.map(doubt => doubt.code)).toEqual([code]);
	});

	test('部分同意只对同意的行起算提供期限', () => {
		expect(
			runsOf('TBF')
				.filter(run => run.clock === D)
				.map(run => run.line),
		).toEqual(['1']);
	});

	test('第二十九条 保存期不足三年的使用记录', () => {
		expect(runsOf('TBCA')[0]?.defects).toEqual(['record_incomplete', 'retention_short']);
		expect(runsOf('TBCB')[0]?.defects).toEqual([]);
	});

	test('跨年的到期日标注暂定', () => {
		const run = runsOf('T02A').find(one => one.clock === D);
		expect(run?.spans[0]).toMatchObject({ provisional: true });
		expect(run?.statutoryDueOn?.slice(0, 4)).toBe('2027');
	});

	test.each([
		['T01A', '2026-09-20'],
		['T34A', '2026-02-24'],
		['T34B', '2026-03-03'],
	])('%s 到期日', (mark, due) => expect(runsOf(mark)[0]?.statutoryDueOn).toBe(due));

	test('平台恢复报送之前，静默平台的案件显示为超期', () => {
		const silent = history(seed, anchor, startOf(anchor)).get(setting.silent.platform) ?? [];
		const heard = silent.filter(row => row.event.subject === caseOf('T06A')).map(row => row.event.type);
		expect(heard).toEqual(['request.submitted', 'request.received']);
	});

	test.each([
		['T16B', 'T16A'],
		['T16F', 'T16E'],
		['T16D', 'T16D'],
	])('两个平台报送：%s 计在 %s 之下', (mark, root) => {
		expect(matters.get(caseOf(mark))?.root).toBe(caseOf(root));
	});

	test('报送不一致的只有埋设的一件：答复日期', () => {
		const found = [...new Map([...matters.values()].map(({ root, state }) => [root, state]))].flatMap(([root, state]) =>
			runs(state, defaultPolicies, calendar).doubts.flatMap(({ tellings }) =>
				tellings ? [[root, tellings.differ]] : [],
			),
		);
		expect(found).toEqual([[caseOf('T16E'), ['办理日期']]]);
	});
});

test.each(['2026-11-22', '2026-12-31', '2027-03-01', '2028-02-29'])(
	'%s 首次启动时的超期存量在六十件至一百二十件之间，且有今明两日到期的',
	first => {
		const on = toDay(first);
		const before = plusDays(on, -1);
		const cases = folded(history(seed, on, startOf(on) + 9 * 3_600_000));
		const roots = new Map([...asOne(cases).values()].map(({ root, state }) => [root, state]));
		const open = [...roots].flatMap(([id, state]) =>
			runs(state, defaultPolicies, calendar)
				.runs.filter(run => clocks[run.clock].statutory && run.clock !== 'retention')
				.map(run => ({
					run,
					matter: `${id} ${run.department} ${run.clock} ${run.sharing}`,
					status: statusOn(run, before),
				})),
		);
		const overdue = new Set(open.filter(one => one.status === 'overdue').map(one => one.matter));
		const soon = [0, 1].map(n => workdaysAfter(before, n + 1, calendar));
		const due = open.filter(one => one.status === 'running' && soon.some(day => day === one.run.statutoryDueOn));
		expect(overdue.size).toBeGreaterThanOrEqual(60);
		expect(overdue.size).toBeLessThanOrEqual(120);
		expect(due.length).toBeGreaterThan(10);
	},
);
