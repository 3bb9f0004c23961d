import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import y2026 from '#analytics/law/holidays/2026.json';
import y2027 from '#analytics/law/holidays/2027.json';
import { enact, type Lawbook, shipped } from '#analytics/law/lawbook.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { lawOf } from '#analytics/store/statutes.ts';
import type { DueAnswer } from '#app/api/due-answer.ts';
import type { Outcome } from '#app/commands/command.ts';
import { freeCommand } from '#app/commands/commands.ts';
import { action, loader } from '#app/routes/api.v1.due.ts';
import { notice2027 } from '../law/notices.ts';

const address = (query: string) => `http://127.0.0.1/api/v1/due?${query}`;
const house = (book: Lawbook) => ({ store: { position: () => 0, lawAt: () => lawOf(book) } });
const told = async (response: Response) => ({
	status: response.status,
	body: (await response.json()) as DueAnswer & { message: string },
});
const ask = (query: string, book = shipped) =>
	told(loader({ request: new Request(address(query)), context: house(book) }));
const askOn = async (calendar: BodyInit, query: string) =>
	told(
		await action({ request: new Request(address(query), { method: 'POST', body: calendar }), context: house(shipped) }),
	);

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'shudu-'));
	const files: Record<string, string | Buffer> = {
		'gulf.json': JSON.stringify({ name: '周五周六', weekend: [5, 6], off: ['2026-03-22'], years: [2026] }),
		'notice.txt': notice2027,
		'2026.json': JSON.stringify(y2026),
		'2027.json': JSON.stringify(y2027),
		'policy.json': JSON.stringify({
			...{ effective: '2026-06-01', document: '杭数发〔2026〕12号', ground: '测试' },
			...{ receiptCutoff: '17:30', dueCutoff: '17:30', materials: 'NONE', promised: { 'reply.conditional': 5 } },
		}),
		'list.json': '[]',
		'wrong.json': JSON.stringify({ dueCutoff: '25:00', promise: {}, promised: { retention: 2 } }),
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

/** A city that closes at 17:30 since July, and whose region has a typhoon in September. */
const city = [
	{
		kind: 'policy',
		policy: {
			...(defaultPolicies[0] as Policy),
			...{ effective: toDay('2026-07-01'), document: '杭数发〔2026〕5号', ground: '测试', dueCutoff: '17:30' },
		},
	} as const,
	{
		kind: 'overlay',
		overlay: {
			...{ code: 'typhoon', name: '台风停工', region: '330100', document: '杭政办函〔2026〕8号' },
			...{ off: [{ name: '台风停工', from: '2026-09-02', to: '2026-09-02' }], work: [] },
		},
	} as const,
].reduce((book: Lawbook, enactment) => enact(book, enactment), shipped);

describe('/api/v1/due：口径', () => {
	const monday = 'clock=reply.conditional&from=2026-06-01T18:00:00%2B08:00';
	test.each([
		['照缺省口径', '', '2026-06-15', null],
		['到期时刻17时30分', 'due_cutoff=17:30', '2026-06-15', '17:30'],
		['17时30分以后收到的顺延', 'receipt_cutoff=17:30', '2026-06-16', null],
		['18时01分截止的不顺延', 'receipt_cutoff=18:01', '2026-06-15', null],
		['签收为收到', 'receipt_basis=sign_off&signed=2026-06-03T09:00:00%2B08:00', '2026-06-17', null],
		['签收设上限，未签收', 'receipt_basis=sign_off_capped&sign_off_within=2', '2026-06-17', null],
		['签收设上限，先签收', 'receipt_basis=sign_off_capped&sign_off_within=3&signed=2026-06-02', '2026-06-16', null],
		['到达即收到的，签收不论', 'signed=2026-06-03T09:00:00%2B08:00', '2026-06-15', null],
		['自主管部门收到起算', 'forwarding=authority&precheck=2026-05-28T09:00:00%2B08:00', '2026-06-11', null],
		['自转送起算的，主管部门收到不论', 'precheck=2026-05-28T09:00:00%2B08:00', '2026-06-15', null],
		['几项并用', 'receipt_cutoff=17:30&due_cutoff=18:00', '2026-06-16', '18:00'],
		['延期十日', 'extended=10&due_cutoff=17:30', '2026-06-30', '17:30'],
		['指定三个工作日', 'days=3&due_cutoff=17:30&receipt_cutoff=17:30', '2026-06-05', '17:30'],
	])('%s（%s）：%s %s', async (_, query, due, hour) => {
		const { status, body } = await ask(`${monday}&${query}`);
		expect([status, body.due, body.due_hour]).toEqual([200, due, hour]);
	});

	test('休息日收到的，视为次一工作日收到；逐日说明写明是假设口径', async () => {
		const saturday = 'clock=reply.conditional&from=2026-06-06T10:00:00%2B08:00';
		expect((await ask(saturday)).body.due).toBe('2026-06-22');
		const { body } = await ask(`${saturday}&rest_day_receipt=next_workday`);
		expect(body.due).toBe('2026-06-23');
		expect(body.steps[0]?.text).toContain('按假设口径，休息日收到的顺延至其后第一个工作日，自2026年6月8日起算');
		expect(body.policy_version).toEqual({ effective: '2025-08-01', document: null, altered: ['rest_day_receipt'] });
	});

	test('承诺期限另行列示，不改变到期日', async () => {
		const { body } = await ask('clock=delivery&from=2026-09-16&promised.delivery=15');
		expect([body.due, body.promisedDueOn]).toEqual(['2026-10-20', '2026-10-13']);
		expect(body.steps.some(step => step.text.includes('承诺期限届满日'))).toBe(true);
	});

	test('没有指明版本的，适用起算日施行的版本；可以指明', async () => {
		const july = 'clock=delivery&from=2026-07-02';
		expect((await ask(july, city)).body).toMatchObject({
			due_hour: '17:30',
			policy_version: { effective: '2026-07-01', document: '杭数发〔2026〕5号', altered: [] },
		});
		expect((await ask('clock=delivery&from=2026-06-30', city)).body.due_hour).toBeNull();
		expect((await ask(`${july}&policy=2025-08-01`, city)).body.due_hour).toBeNull();
		expect((await ask(`${july}&due_cutoff=none`, city)).body.due_hour).toBeNull();
	});

	test('按小时的时限从时刻数起，夜间、休息日均计入', async () => {
		const { body } = await ask('clock=local.security.report&from=2026-10-03T22:30:00%2B08:00');
		expect([body.due, body.due_hour, body.statutory]).toEqual(['2026-10-04', '02:30', false]);
	});

	test.each([
		[
			'clock=delivery&from=2026-07-02&policy=2026-08-01',
			'没有自“2026-08-01”起施行的口径版本，已有：2025-08-01、2026-07-01',
		],
		['clock=delivery&from=2026-07-02&due_cutoff=25:00', '到期时刻“25:00”不正确'],
		['clock=reply.conditional&from=2026-07-02&receipt_basis=sign', '可用：arrival（到达即收到）'],
		['clock=reply.conditional&from=2026-07-02&receipt_basis=sign_off', '请给出签收时间'],
		['clock=reply.conditional&from=2026-07-02&signed=2026-07-03T09:00', '签收时间'],
		['clock=reply.conditional&from=2026-07-02&materials=RESTART', '不影响没有事项的试算'],
		['clock=delivery&from=2026-07-02&promised.delivery=20', '承诺期限应短于法定期限'],
		['clock=delivery&from=2026-07-02&region=杭州', '应为六位行政区划代码'],
		['clock=local.security.report&from=2026-10-03', '请给出起算的时刻'],
	])('%s：400，%s', async (query, message) => {
		const { status, body } = await ask(query, city);
		expect([status, body.message]).toEqual([400, expect.stringContaining(message)]);
	});
});

describe('/api/v1/due：日历', () => {
	test('地区的放假日只及于该地区', async () => {
		const asked = 'clock=reply.unconditional&from=2026-09-01';
		expect((await ask(asked, city)).body.due).toBe('2026-09-02');
		expect((await ask(`${asked}&region=330103`, city)).body.due).toBe('2026-09-03');
		expect((await ask(`${asked}&region=330200`, city)).body.due).toBe('2026-09-02');
	});

	test('POST：以所给的日历计算，同样适用口径', async () => {
		const gulf = JSON.stringify({ name: '周五周六', weekend: [5, 6], off: ['2026-03-22'], years: [2026] });
		const asked = 'clock=reply.conditional&from=2026-03-12';
		expect((await askOn(gulf, asked)).body).toMatchObject({ due: '2026-03-29', due_hour: null, provisional: false });
		expect((await askOn(gulf, `${asked}&due_cutoff=17:30`)).body.due_hour).toBe('17:30');
		expect((await askOn(gulf, 'clock=reply.conditional&from=2026-03-13&rest_day_receipt=next_workday')).body.due).toBe(
			'2026-03-30',
		);
		expect((await askOn(notice2027, 'clock=reply.unconditional&from=2027-02-04&year=2027')).body.due).toBe(
			'2027-02-14',
		);
	});

	test.each([
		['', '', 400, '没有给出日历'],
		['{"weekend": "x"}', '', 400, '读不懂'],
		['{', '', 400, '不是有效的 JSON'],
		[' '.repeat(300_000), '', 413, '超过256 KB'],
		[new Uint8Array([0xc8, 0xd5, 0xc6, 0xda]), '', 400, '不是 UTF-8'],
		['{"off": []}', 'year=27', 400, '年份“27”不正确'],
	])('POST 读不懂的日历（%#）：说明原因', async (calendar, query, expected, message) => {
		const { status, body } = await askOn(calendar, `clock=delivery&from=2026-07-02&${query}`);
		expect([status, body.message]).toEqual([expected, expect.stringContaining(message)]);
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

	test('--policy：用文件的口径；选项可以再改', async () => {
		const asked = ['due', 'reply.conditional', '2026-06-01T18:00:00+08:00'];
		const { lines, result, data } = await say(...asked, '--policy', 'policy.json');
		expect(result).toBe('2026-06-16 17:30');
		expect(lines[2]).toBe('口径\t杭数发〔2026〕12号');
		expect(data).toMatchObject({ due: '2026-06-16', due_hour: '17:30', promisedDueOn: '2026-06-09' });
		expect((await say(...asked, '--policy', 'policy.json', '--due-cutoff', 'none')).result).toBe('2026-06-16');
		expect((await say(...asked, '--receipt_cutoff', '17:30')).result).toBe('2026-06-16');
		const both = await say(...asked, '--policy', 'policy.json', '--calendar', 'gulf.json');
		expect(both.result).toBe('2026-06-16 17:30');
	});

	test.each([
		[['due', 'delivery', '2026-09-16', '--days', '0'], '工作日数应为'],
		[['due', 'delivery', '2026-09-16', '--policy', 'none.json'], '读不到文件'],
		[['due', 'delivery', '2026-09-16', '--policy', 'bad.txt'], '不是有效的 JSON'],
		[['due', 'delivery', '2026-09-16', '--policy', 'list.json'], '应为一个 JSON 对象'],
		[['due', 'delivery', '2026-09-16', '--policy', 'wrong.json'], '有3处不正确'],
		[['due', 'delivery', '2026-09-16', '--due-cutoff', '25:00'], '到期时刻“25:00”不正确'],
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
