import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDataDir, lastLine, type Running, shudu, startHouse } from '#test/house.ts';
import { notice2027 } from '#test/law/notices.ts';
import { addSource, type Json, push } from './user.ts';

const off = { SHUDU_SAMPLE: 'off', TODAY: '2026-12-22' };
const sooner = notice2027.replace(
	'1月1日（周五）至3日（周日）放假，共3天。',
	'1月1日（周五）至2日（周六）放假，共2天。1月3日（周日）上班。',
);
let house: Running;
let dataDir: string;
const file = (name: string, content: string | Buffer) => {
	const path = join(dataDir, name);
	writeFileSync(path, content);
	return path;
};
const calendars = async (query = '') => {
	const answer = await fetch(`${house.url}/api/v1/calendars${query}`);
	return { status: answer.status, body: (await answer.json()) as Json & { years: { year: number }[] } };
};
const year2027 = async () => (await calendars()).body.years.find(({ year }) => year === 2027);

beforeAll(async () => {
	dataDir = emptyDataDir();
	house = await startHouse(off, dataDir);
	const token = await addSource(house, 'hrss', { kind: 'push' });
	await push(house.url, token, [
		{
			specversion: '1.0',
			id: 'E1',
			source: '/platforms/hrss',
			type: 'request.received',
			time: '2026-12-21T09:00:00+08:00',
			subject: 'SQ20261221-0001',
			data: { department: '11330100002489559B', sharing: 'conditional' },
		},
	]);
});
afterAll(() => house?.remove());

describe('calendar import', () => {
	test('不加 --confirm 只列出将改变的事项，不登记', async () => {
		const printed = await house.shudu('calendar', 'import', file('2027.txt', sooner));
		expect(printed).toContain('将改变\t提前1件\t推迟0件\t转为确定0件');
		expect(printed).toContain('提前\tSQ20261221-0001');
		expect(printed).toContain('2027年1月5日→2027年1月4日');
		expect(lastLine(printed)).toBe('未登记：核对后加 --confirm 登记');
		expect(await year2027()).toMatchObject({ published: false });
	});

	test('有须核实之处的，只加 --confirm 不登记', async () => {
		const path = file('odd.txt', sooner.replace('共2天。', '共2天。1月10日（周一）上班。'));
		await expect(house.shudu('calendar', 'import', path, '--confirm')).rejects.toMatchObject({
			code: 1,
			stdout: expect.stringContaining('须核实\t元旦：未读懂'),
		});
		expect(await year2027()).toMatchObject({ published: false });
	});

	test.each([
		['空文件', '', '没有内容'],
		['不是通知', '会议通知', '内容中没有写明年份'],
		['图片', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), '文件不是文本'],
	])('%s：说明原因', async (name, content, message) => {
		await expect(house.shudu('calendar', 'import', file(`${name}.txt`, content))).rejects.toMatchObject({
			code: 1,
			stderr: expect.stringContaining(message),
		});
	});

	test('加 --confirm 即登记：接口、试算随之改变；服务器停后在数据目录上也能登记', async () => {
		const printed = await house.shudu('calendar', 'import', file('2027.txt', sooner), '--confirm');
		expect(lastLine(printed)).toMatch(/^已登记，账本第\d+条$/);
		expect(await year2027()).toMatchObject({ published: true, workdays: { total: 249 } });
		const due = await fetch(`${house.url}/api/v1/due?clock=reply.conditional&from=2026-12-21`);
		expect(await due.json()).toMatchObject({ due: '2027-01-04', provisional: false });
		await house.stop();
		const again = await shudu(
			dataDir,
			['calendar', 'import', file('2027.txt', notice2027), '--confirm', '--despite'],
			off,
		);
		expect(lastLine(again)).toMatch(/^已登记/);
		house = await startHouse(off, dataDir);
		expect(await year2027()).toMatchObject({ workdays: { total: 248 } });
	});
});

test('日历接口：地区写错为400', async () => {
	expect((await calendars('?region=杭州')).status).toBe(400);
	expect((await calendars('?region=330100')).body).toMatchObject({ region: '330100', overlays: [], regions: [] });
});
