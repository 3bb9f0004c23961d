import { beforeAll, describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { defaultScheme } from '#analytics/law/scheme.ts';
import { coverageBodies } from '#analytics/measures/coverage.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { scores } from '#analytics/measures/scores.ts';
import { doubtOf } from '#app/words/coverage.ts';
import { act, received, registered, replied } from '#test/store/acts.ts';
import { asking } from './asking.ts';

const { begin, more, ask } = asking();

/** 2026年3月16日是星期一；3月2日收到的有条件共享申请3月16日到期。 */
const week = { as_of: '2026-03-23', from: '2026-03-16', to: '2026-03-20' };
const days = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20'];

/** The daily reports of a platform for these days: nothing is counted, so nothing lacks. */
const beats = (on: string[]): ShareEvent[] =>
	on.map(date => act('platform.heartbeat', null, `${date} 23:59`, { id: `beat ${date}`, date, counts: {} }));

/** Six requests of a department, all answered in time. */
const answered = (department: string): ShareEvent[] =>
	Array.from({ length: 6 }, (_, i) => [
		received(`${department}${i}`, '2026-03-02', { department, counterparty: '需求部门' }),
		replied(`${department}${i}`, '2026-03-16', { department, outcome: 'refuse', reason_code: '2' }),
	]).flat();

/** 甲由停报三日的平台报送，乙由完整的平台报送，丙由两个平台报送，丁没有平台。 */
beforeAll(async () => {
	await begin(['甲', '乙', '丙', '丁'].map(code => registered(code, code)));
	await more([...beats(days.slice(0, 2)), ...answered('甲'), ...answered('丙')], 2);
	await more([...beats(days), ...answered('乙'), act('use.status', null, '2026-03-10', { department: '丙' })], 3);
}, 60_000);

/** What is said beside a body's figures. */
const told = (rows: readonly (Parameters<typeof doubtOf>[0] & { department: string | null })[]) =>
	Object.fromEntries(rows.map(row => [row.department ?? '全部', doubtOf(row)]));

const stamps = {
	甲: '数据不完整：完整率40.0%',
	乙: null,
	丙: '数据不完整：完整率70.0%',
	丁: '没有平台报送其事项',
};

describe('沉默的平台：每个数值都注明其后平台的报送情况', () => {
	test('指标：逐部门、逐指标；全部的一行每个平台只计一次', async () => {
		const rows = await ask(indicatorFigures, { ...week, indicators: ['T2', 'T3'] });
		expect(told(rows)).toEqual({ 全部: '数据不完整：完整率70.0%', ...stamps });
		const [silent] = rows.filter(row => row.department === '甲' && row.indicator === 'T2');
		expect([silent?.value, silent?.incomplete, silent?.quiet]).toEqual([1, true, true]);
	});

	test('指标清单、部门评价与完整率同出一个定义', async () => {
		const bodies = await ask(coverageBodies, week);
		const units = await ask(indicatorUnits, { ...week, indicators: ['T2'] });
		const scheme = JSON.stringify({ ...defaultScheme, leastWeight: 0 });
		const boards = await ask(scores, { ...week, scheme });
		expect(told(boards)).toEqual(stamps);
		expect(told(units)).toEqual({ 甲: stamps.甲, 乙: null, 丙: stamps.丙 });
		for (const { department, sources, complete, short, silent, unchecked, incomplete } of bodies) {
			const said = { platforms: sources.length, complete, short, silent, unchecked, incomplete };
			const rows = [...units, ...boards].filter(row => row.department === department);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) expect(row).toMatchObject(said);
		}
	});

	test('只看一个部门时，全部的一行也只说这个部门的平台', async () => {
		expect(told(await ask(indicatorFigures, { ...week, visible: ['乙'] }))).toEqual({ 全部: null, 乙: null });
	});
});
