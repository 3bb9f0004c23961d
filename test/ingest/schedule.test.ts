import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Source } from '#analytics/ledger/sources.ts';
import { type Schedule, type ScheduleDeps, startSchedule } from '#ingest/schedule.ts';
import { type House, openHouse, wire } from './house.ts';
import { json, pages, platform } from './platform.ts';

let house: House;
let told: string[];
beforeAll(async () => {
	house = await openHouse();
});
beforeEach(() => {
	told = [];
});
afterAll(() => house.close());

function start(changes: Partial<ScheduleDeps> = {}): Schedule {
	const log = {
		warn: (_: object, message: string) => told.push(message),
		error: (_: object, message: string) => told.push(message),
	};
	const { ledger, sources } = house;
	const schedule = startSchedule({ ledger, sources, now: Date.now, log, tickMs: 20, timeoutMs: 400, ...changes });
	onTestFinished(() => schedule.stop());
	return schedule;
}

const stateOf = async (source: Source) => {
	const state = (await house.sources.pulls()).find(each => each.sourceId === source.id);
	if (!state) throw new Error('no state');
	return state;
};

async function until(what: () => Promise<boolean>): Promise<void> {
	for (let waited = 0; waited < 10_000; waited += 20) {
		if (await what()) return;
		await sleep(20);
	}
	throw new Error('waited in vain');
}

async function serving(count: number, pageSize = 5, every = 3600): Promise<Source> {
	const rows: unknown[] = [];
	const { url } = await platform(pages(rows));
	const source = await house.source({ kind: 'http', url, pageSize, every });
	rows.push(...Array.from({ length: count }, (_, n) => wire(source, `e${n}`)));
	return source;
}

test('两个不答复的平台、一个说谎的平台，不耽误别的平台', async () => {
	const hang = await platform(() => {});
	const lie = await platform((_, response) => json(response, { events: 'all of them' }));
	const hanging = [
		await house.source({ kind: 'http', url: hang.url }),
		await house.source({ kind: 'http', url: hang.url }),
	];
	const lying = await house.source({ kind: 'http', url: lie.url });
	const good = await serving(12);
	start();
	await until(async () => (await house.eventsOf(good)).length === 12 && (await stateOf(lying)).lastError !== null);
	await until(async () => (await stateOf(hanging[1] as Source)).failures === 1);
	expect((await stateOf(hanging[0] as Source)).lastError).toContain('没有答复');
	expect((await stateOf(lying)).lastError).toContain('events');
	expect(await stateOf(good)).toMatchObject({ lastError: null, failures: 0, leaseUntil: null, cursor: '12' });
});

test('同时至多采八个来源', async () => {
	let open = 0;
	let most = 0;
	const { url, asked } = await platform((_, response) => {
		most = Math.max(most, ++open);
		setTimeout(() => {
			open--;
			json(response, { events: [] });
		}, 100);
	});
	for (let n = 0; n < 20; n++) await house.source({ kind: 'http', url, every: 3600 });
	// A turn that gives up leaves its question open at the platform, which would count it still.
	start({ timeoutMs: 20_000 });
	await until(async () => asked.length === 20);
	expect(most).toBe(8);
});

test('失败后隔 30 秒、1、2、5、10 分钟再来；成功后按来源自己的间隔', async () => {
	let broken = true;
	const { url } = await platform((_, response) => json(response, { events: [] }, broken ? 500 : 200));
	const source = await house.source({ kind: 'http', url, every: 45 });
	const schedule = start();
	const waits: number[] = [];
	for (let tries = 0; tries < 6; tries++) {
		await schedule.pullNow(source.code);
		const { nextRunAt, lastRunAt } = await stateOf(source);
		waits.push(((nextRunAt ?? 0) - (lastRunAt ?? 0)) / 1000);
	}
	for (const [n, seconds] of [30, 60, 120, 300, 600, 600].entries()) {
		expect(waits[n]).toBeGreaterThan(seconds * 0.89);
		expect(waits[n]).toBeLessThan(seconds * 1.11 + 2);
	}
	broken = false;
	expect(await schedule.pullNow(source.code)).toMatchObject({ pages: 1, fault: null });
	const { failures, lastError, nextRunAt, lastOkAt } = await stateOf(source);
	expect([failures, lastError, (nextRunAt ?? 0) - (lastOkAt ?? 0)]).toEqual([0, null, 45_000]);
});

test('剩余页多时立即接着采，一轮不超过规定页数', async () => {
	const source = await serving(60, 2);
	start({ maxPages: 3 });
	await until(async () => (await house.eventsOf(source)).length === 60);
	expect(await stateOf(source)).toMatchObject({ cursor: '60', lastCount: 6 });
});

test('有游标而永无新事件的平台不会被连续追问', async () => {
	let count = 0;
	const { url, asked } = await platform((_, response) =>
		json(response, { events: [], next: String(++count), more: true }),
	);
	await house.source({ kind: 'http', url, every: 3600 });
	start({ maxPages: 4 });
	await sleep(500);
	expect(asked.length).toBe(4);
});

test('立即采集：不等到期，一直取到没有更多；问题在答复中', async () => {
	const source = await serving(7, 2, 3600);
	const schedule = start({ maxPages: 1 });
	expect(await schedule.pullNow(source.code)).toMatchObject({ more: false, fault: null });
	expect((await house.eventsOf(source)).length).toBe(7);
	const pushed = await house.source({ kind: 'push' });
	await expect(schedule.pullNow(pushed.code)).rejects.toThrow('不是定时拉取');
	await expect(schedule.pullNow('nobody')).rejects.toThrow('没有代码为“nobody”的数据来源');
	await house.sources.pause(source.code, true);
	await expect(schedule.pullNow(source.code)).rejects.toThrow('已暂停');
});

test('停止：不等挂起的平台，租约交还，没有记错，也没有新的一轮', async () => {
	const hang = await platform(() => {});
	const source = await house.source({ kind: 'http', url: hang.url });
	const schedule = start({ timeoutMs: 60_000 });
	await until(async () => hang.asked.length > 0);
	const began = Date.now();
	await schedule.stop();
	expect(Date.now() - began).toBeLessThan(2000);
	expect(await stateOf(source)).toMatchObject({ leaseUntil: null, lastError: null, failures: 0 });
	await expect(schedule.pullNow(source.code)).rejects.toThrow('采集已停止');
	expect(hang.asked.length).toBe(1);
	await house.sources.pause(source.code, true);
});

test('账本一时不可用：记为内部错误，稍后重来，不丢不重', async () => {
	const source = await serving(3);
	let down = true;
	const append: typeof house.ledger.append = batch =>
		down ? Promise.reject(new Error('connection lost')) : house.ledger.append(batch);
	const schedule = start({ ledger: { append } });
	expect((await schedule.pullNow(source.code)).fault).toMatchObject({ code: 'internal' });
	expect(await stateOf(source)).toMatchObject({ cursor: null, lastError: expect.stringContaining('内部错误') });
	expect(told).toContain('采集时发生内部错误');
	down = false;
	expect(await schedule.pullNow(source.code)).toMatchObject({ accepted: 3, fault: null });
});
