import { describe, expect, test } from 'vitest';
import { judged, received, replied, runOf, statusOn, under } from './casebook.ts';

const conditional = 'reply.conditional' as const;
const asked = received('2026-06-01');
const bare = replied('2026-06-02', { data: { outcome: 'refuse' } });
const forMaterials = replied('2026-06-02', { data: { outcome: 'refuse', reason_code: '6' } });

describe('哪些不同意是答复（第二十一条第二款）', () => {
	const voided = under({ refusalWithoutReason: 'void' });
	const stops = under({ refusalForMaterials: 'stops' });

	test.each([
		['不说明理由，视为答复', bare, under({}), 'met', 'refused_without_reason'],
		['不说明理由，不是答复', bare, voided, 'overdue', 'refused_without_reason'],
		['以材料不全为由，不是答复', forMaterials, under({}), 'overdue', 'refused_for_materials'],
		['以材料不全为由，视为答复', forMaterials, stops, 'met', 'refused_for_materials'],
		['以材料不全为由已是理由，不因“无理由不是答复”而重复', forMaterials, voided, 'overdue', 'refused_for_materials'],
	])('%s', (_, reply, policies, status, defect) => {
		const run = runOf(conditional, [asked, reply], policies);
		expect([statusOn(run, '2026-06-16'), run.defects]).toEqual([status, [defect]]);
	});

	test('不是答复的不同意之后，说明理由的不同意才停止计时', () => {
		const reasoned = replied('2026-06-10', { data: { outcome: 'refuse', reason: '法律规定不得提供' } });
		const run = runOf(conditional, [asked, bare, reasoned], voided);
		expect([statusOn(run, '2026-06-10'), run.endedBy]).toEqual(['met', 'request.replied 2026-06-10']);
	});

	test('部分同意而不说明理由，总是答复', () => {
		const partial = replied('2026-06-02', { data: { outcome: 'partial' } });
		const run = runOf(conditional, [asked, partial], voided);
		expect([statusOn(run, '2026-06-02'), run.defects]).toEqual(['met', ['refused_without_reason']]);
	});

	test('视为答复的材料不全拒绝，没有提供计时', () => {
		expect(judged([asked, forMaterials], stops).runs.map(run => run.clock)).toEqual([conditional]);
	});

	test('早于收到的：不是答复的只记问题，视为答复的为时间矛盾', () => {
		const early = replied('2026-05-29', { data: { outcome: 'refuse' } });
		expect(judged([asked, early], voided).doubts).toEqual([]);
		expect(judged([asked, early]).doubts.map(({ code }) => code)).toEqual(['stop_before_start']);
	});
});

describe('整件部分同意（口径⑥）', () => {
	const named = under({ partialReply: 'named_lines' });
	const lines = [received('2026-06-01', { line: '1' }), received('2026-06-01', { line: '2', id: 'R2' })];
	const partial = (data: Record<string, unknown> = {}) =>
		replied('2026-06-05', { id: 'P', data: { outcome: 'partial', reason: '…', ...data } });
	const onlySecond = partial({ agreed_lines: ['2'] });
	const found = (events: Parameters<typeof judged>[0], policies = named) =>
		judged([...lines, ...events], policies).runs.map(run => [run.clock, run.line, statusOn(run, '2026-06-16')]);

	test('答复全部行：未列的行也已答复', () => {
		expect(found([onlySecond], under({}))).toEqual([
			[conditional, '1', 'met'],
			[conditional, '2', 'met'],
			['delivery', '2', 'running'],
		]);
	});

	test('只答复所列的行：未列的行继续计时，也不记未说明理由', () => {
		expect(found([partial({ agreed_lines: ['2'], reason: undefined })])).toEqual([
			[conditional, '1', 'overdue'],
			[conditional, '2', 'met'],
			['delivery', '2', 'running'],
		]);
		const { runs } = judged([...lines, partial({ agreed_lines: ['2'], reason: undefined })], named);
		expect(runs.map(run => run.defects)).toEqual([[], [], []]);
	});

	test('没有列明各行的，答复全部行', () => {
		expect(found([partial()]).map(([, , status]) => status)).toEqual(['met', 'running', 'met', 'running']);
	});

	test('未列的行另行不同意：停止计时，没有提供', () => {
		const refused = replied('2026-06-09', { line: '1', data: { outcome: 'refuse', reason: '…' } });
		expect(found([onlySecond, refused])).toEqual([
			[conditional, '1', 'met'],
			[conditional, '2', 'met'],
			['delivery', '2', 'running'],
		]);
	});

	test('未列的行另行同意：自该同意起提供', () => {
		const agreed = replied('2026-06-09', { line: '1' });
		const { runs } = judged([...lines, onlySecond, agreed], named);
		expect(runs.filter(run => run.clock === 'delivery').map(run => [run.line, run.startedOn])).toEqual([
			['1', '2026-06-09'],
			['2', '2026-06-05'],
		]);
	});

	test('对一行作出的部分同意，就是对该行的答复', () => {
		const one = replied('2026-06-05', { line: '1', data: { outcome: 'partial', reason: '…', agreed_lines: ['2'] } });
		expect(found([one])[0]).toEqual([conditional, '1', 'met']);
	});
});
