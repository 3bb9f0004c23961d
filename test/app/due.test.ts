import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import y2026 from '#analytics/law/holidays/2026.json';
import y2027 from '#analytics/law/holidays/2027.json';
import { shipped } from '#analytics/law/lawbook.ts';
import { lawOf } from '#analytics/store/statutes.ts';
import type { DueAnswer } from '#app/api/due-answer.ts';
import type { Outcome } from '#app/commands/command.ts';
import { freeCommand } from '#app/commands/commands.ts';
import { loader } from '#app/routes/api.v1.due.ts';
import { notice2027 } from '../law/notices.ts';

const ask = async (query: string) => {
	const response = loader({
		request: new Request(`http://127.0.0.1/api/v1/due?${query}`),
		context: { store: { position: () => 0, lawAt: () => lawOf(shipped) } },
	});
	return { status: response.status, body: (await response.json()) as DueAnswer & { message: string } };
};

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'shudu-'));
	const files: Record<string, string | Buffer> = {
		'gulf.json': JSON.stringify({ name: '周五周六', weekend: [5, 6], off: ['2026-03-22'], years: [2026] }),
		'notice.txt': notice2027,
		'2026.json': JSON.stringify(y2026),
		'2027.json': JSON.stringify(y2027),
		'bad.txt': '一、元旦：1月4日（周六）放假。',
		'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]),
	};
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a verb as the command line does where there is no data folder. */
async function say(...args: string[]): Promise<Outcome> {
	const verb = freeCommand(args, folder);
	if (verb === null) throw new Error('这个命令要用数据目录');
	return verb();
}

describe('/api/v1/due', () => {
	test('法定工作日数：原有各项之外，答复日历版本和每日依据的通知', async () => {
		const { status, body } = await ask('clock=reply.conditional&from=2026-02-11');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			due: '2026-03-03',
			dueOn: '2026-03-03',
			statutoryDueOn: '2026-03-03',
			article: '第二十一条第一款',
			statutory: true,
			provisional: false,
			calendar_version: stateCouncil().version,
		});
		expect(body.steps.every(step => step.notice?.title === y2026.title && step.notice.address === y2026.address)).toBe(
			true,
		);
	});

	test('指定工作日数：不引条文，不作法定到期日', async () => {
		const { body } = await ask('clock=delivery&from=2026-09-16&days=3');
		expect(body).toMatchObject({
			due: '2026-09-20',
			article: '非法定时限',
			says: '按指定的3个工作日试算，非法定时限',
			statutory: false,
			statutoryDueOn: null,
		});
		expect(JSON.stringify(body)).not.toContain('第二十二条');
	});

	test.each([
		['reply.conditional', 10, 10, '2026-09-01', '2026-09-29'],
		['delivery', 20, 0, '2026-09-16', '2026-10-20'],
		['catalogue.update', 10, 5, '2026-05-06', '2026-05-26'],
		['retention', 1, 0, '2026-09-18', '2026-09-20'],
	])('%s，%d个工作日，延长%d个：与按条文计算的相同', async (clock, days, extended, from, due) => {
		const { body } = await ask(`clock=${clock}&from=${from}&days=${days}&extended=${extended}`);
		expect(body.due).toBe(due);
		expect(body.steps.filter(step => step.kind === 'count')).toHaveLength(days + extended);
	});

	test('跨入未公布的年份：暂定，当日没有通知', async () => {
		const { body } = await ask('clock=delivery&from=2026-12-04');
		expect([body.due, body.provisional, body.steps.at(-1)?.notice]).toEqual(['2027-01-04', true, null]);
	});

	test.each([
		['clock=fly&from=2026-01-01', '没有名为“fly”的时限'],
		['clock=delivery&from=2026-01-01&days=0', '工作日数应为不小于1的整数'],
		['clock=delivery&from=2026-01-01&days=1.5', '工作日数应为不小于1的整数'],
		['clock=delivery&from=2026-01-01&days=-1', '工作日数应为不小于1的整数'],
		['clock=delivery&from=2026-01-01&extended=5', '本条例没有规定这一时限可以延长'],
		['clock=reply.conditional&from=2026-01-01&extended=11', '延长工作日应为 0–10 的整数'],
		['clock=delivery&from=2026-01-01&days=5&extended=x', '延长工作日应为不小于0的整数'],
		['clock=delivery&from=2026-01-01&days=99999', '超出工作日历范围'],
	])('%s：400，%s', async (query, message) => {
		const { status, body } = await ask(query);
		expect([status, body.message]).toEqual([400, expect.stringContaining(message)]);
	});
});

describe('due', () => {
	test('末行是到期日；写明条文和日历', async () => {
		const { lines, result } = await say('due', 'reply.conditional', '2026-02-11');
		expect(result).toBe('2026-03-03');
		expect(lines[0]).toContain('第二十一条第一款');
		expect(lines[1]).toContain(stateCouncil().version);
	});

	test('--days：写明非法定时限，不引条文', async () => {
		const { lines, result, data } = await say('due', 'delivery', '2026-09-16', '--days', '3');
		expect(result).toBe('2026-09-20');
		expect(lines[0]).toBe('共享数据提供\t按指定的3个工作日试算，非法定时限');
		expect(data).toMatchObject({ due: '2026-09-20', statutory: false });
	});

	test('--calendar：用文件的日历', async () => {
		const asked = ['due', 'reply.conditional', '2026-03-12', '--calendar', 'gulf.json'];
		const { lines, result } = await say(...asked);
		expect(result).toBe('2026-03-29');
		expect(lines).toContain('2026-03-13\t周五，不计入');
		expect((await say(...asked, '--days', '1')).result).toBe('2026-03-15');
		expect((await say('due', 'reply.unconditional', '2027-02-04', '--calendar', 'notice.txt')).result).toBe(
			'2027-02-14',
		);
	});

	test('所给日历未列的年份：暂定，不说成我国的法定节日', async () => {
		const { lines, data } = await say('due', 'delivery', '2026-12-20', '--calendar', 'gulf.json');
		expect(data).toMatchObject({ provisional: true });
		expect(lines.join('\n')).toContain('所用日历未列该年，暂按周末推算');
		expect(lines.join('\n')).not.toContain('法定节日');
	});

	test.each([
		[['due', 'delivery', '2026-09-16', '--days', '0'], '工作日数应为'],
		[['due', 'delivery', '2026-09-16', '--calendar', 'none.json'], '读不到文件'],
		[['due', 'delivery', '2026-09-16', '--calendar', 'picture.png'], '文件不是文本'],
		[['due', 'delivery', '2026-09-16', '--calendar', 'bad.txt'], '没有写明年份'],
	])('%j → %s', async (args, message) => {
		await expect(say(...args)).rejects.toThrow(message);
	});

	test('要用数据目录的命令不在其列', () => {
		expect([freeCommand(['verify'], folder), freeCommand(['constructor'], folder), freeCommand([], folder)]).toEqual([
			null,
			null,
			null,
		]);
	});
});

describe('calendar', () => {
	test('check：逐项列出读到的年份、每月工作日', async () => {
		const { lines, result, failed, data } = await say('calendar', 'check', '2026.json');
		expect([result, failed]).toEqual(['未发现问题', false]);
		expect(lines).toContain('放假\t2026-01-01 至 2026-01-03\t元旦');
		expect(lines).toContain('上班\t2026-01-04\t元旦');
		expect(lines).toContain(
			'工作日\t1月21 2月16 3月22 4月21 5月19 6月21 7月23 8月21 9月22 10月18 11月21 12月23\t全年248',
		);
		expect(data).toMatchObject({ years: [{ year: 2026, workdays: { total: 248 }, problems: [] }], problems: [] });
		expect((await say('calendar', 'check', 'notice.txt')).failed).toBe(false);
		expect((await say('calendar', 'check', 'gulf.json')).failed).toBe(false);
	});

	test('check：有问题则失败，逐条说明', async () => {
		const { lines, result, failed } = await say('calendar', 'check', 'bad.txt', '--year', '2026');
		expect(failed).toBe(true);
		expect(lines.join('\n')).toContain('写的是周六，2026年1月4日（周日）');
		expect(result).toMatch(/^有\d+个问题$/);
	});

	test('compare：逐日说明不同', async () => {
		expect(await say('calendar', 'compare', '2026.json', '2026.json')).toMatchObject({
			result: '没有不同',
			failed: false,
		});
		const { lines, result } = await say('calendar', 'compare', '2027.json', 'notice.txt');
		expect(lines).toContain('2027年2月9日（周二）：前者未列，后者春节放假');
		expect(result).toBe(`有${lines.length}处不同`);
		expect((await say('calendar', 'compare', '2026.json', 'gulf.json')).lines[0]).toBe(
			'每周休息日：前者周日、周六，后者周五、周六',
		);
	});

	test.each([
		[['calendar', 'check'], '缺少 日历文件'],
		[['calendar', 'check', 'notice.txt', '--year', '27'], '--year 应为年份'],
	])('%j → %s', async (args, message) => {
		await expect(say(...args)).rejects.toThrow(message);
	});
});
