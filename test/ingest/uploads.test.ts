import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMappings } from '#analytics/ledger/mappings.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { openUploadLog } from '#analytics/ledger/uploads.ts';
import { openUploads } from '#ingest/uploads.ts';
import { freshPostgres } from '#test/postgres.ts';

let opened: Awaited<ReturnType<typeof freshPostgres>>;
let ledger: ReturnType<typeof openLedger>;
let source: Source;
let at = Date.parse('2026-03-02T10:00:00+08:00');

beforeAll(async () => {
	opened = await freshPostgres();
	ledger = openLedger(opened.postgres);
	const sources = openSources(opened.postgres, { secret: 'shudu-shudu-shudu-shudu-shudu-32' });
	source = (await sources.add({ code: 'hrss', name: '市人社局', connect: { kind: 'import' } })).source;
}, 60_000);
afterAll(async () => {
	await ledger.close();
	await opened.close();
});

/** As a process has them that has just started. */
function process() {
	const { postgres } = opened;
	const log = { error: () => {} };
	return openUploads({
		...{ ledger, mappings: openMappings(postgres), uploads: openUploadLog(postgres) },
		...{ now: () => at, most: 1e6, log },
	});
}

const event = (id: string) =>
	JSON.stringify({
		...{ specversion: '1.0', id, source: '/platforms/hrss', type: 'request.received', subject: id },
		...{ time: '2026-03-02T09:00:00+08:00', data: { department: '11330100002489559B', sharing: 'conditional' } },
	});

async function upload(uploads: ReturnType<typeof process>, file: string, text: string): Promise<void> {
	async function* bytes() {
		yield Buffer.from(text.slice(0, 10));
		yield Buffer.from(text.slice(10));
	}
	await uploads.start(await uploads.hold(bytes()), { file, source, mapping: 'contract', sheet: null, by: 'wang' });
}

const ended = (uploads: ReturnType<typeof process>) =>
	expect.poll(async () => (await uploads.list())[0]?.state, { timeout: 10_000 }).not.toBe('running');

test('何人何时上传了什么、结果如何，重新启动之后还在', async () => {
	const before = process();
	const text = [event('A'), event('B'), event('A'), '{'].join('\n');
	await upload(before, '事件.ndjson', text);
	await ended(before);
	at += 60_000;
	await upload(before, '坏.xlsx', '不是工作簿');
	await ended(before);
	const [bad, good] = await process().list();
	expect(good).toMatchObject({
		...{ file: '事件.ndjson', account: 'wang', mapping: 'contract', sourceId: source.id, state: 'done' },
		...{ rows: 4, accepted: 2, duplicates: 1, rejected: 1, message: null, startedAt: at - 60_000 },
		...{ size: Buffer.byteLength(text), digest: createHash('sha256').update(text).digest('hex') },
	});
	expect(bad).toMatchObject({ file: '坏.xlsx', state: 'failed', rows: 0 });
	expect(bad?.message).toContain('不读取表格');
});

test('导入途中程序退出的，重新启动后写明未完成和怎样补救', async () => {
	const kept = openUploadLog(opened.postgres);
	const [last] = await kept.list(1);
	if (!last) throw new Error('no upload');
	at += 60_000;
	await kept.begin({
		...last,
		id: 'broken',
		file: '断.csv',
		state: 'running',
		startedAt: at,
		movedAt: at,
		message: null,
	});
	expect((await process().list())[0]).toMatchObject({ file: '断.csv', state: 'running' });
	at += 121_000;
	const [broken] = await process().list();
	expect([broken?.state, broken?.message]).toEqual(['failed', expect.stringContaining('可重新上传同一文件')]);
});
