import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformWithEsbuild } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirInUse, lockDataDir } from '#analytics/ledger/lock.ts';

const root = resolve(import.meta.dirname, '../..');
const children: ChildProcess[] = [];
let dataDir = '';

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'shudu-lock-'));
});

afterEach(async () => {
	for (const child of children.splice(0)) await kill(child);
	rmSync(dataDir, { recursive: true, force: true });
});

/** Another process that locks the folder with the same code; resolves with what became of it. */
async function lockElsewhere(): Promise<{ child: ChildProcess; said: string }> {
	const file = join(root, 'analytics/ledger/lock.ts');
	const { code } = await transformWithEsbuild(readFileSync(file, 'utf8'), file);
	const script = `${code}
		await lockDataDir(process.argv[1]).then(() => console.log('held'), reason => console.log(reason.message));
		setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	children.push(child);
	const [said] = await once(child.stdout, 'data');
	return { child, said: String(said).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill('SIGKILL');
	await gone;
}

test('another process is refused while we hold the folder, and admitted afterwards', async () => {
	const lock = await lockDataDir(dataDir);
	expect((await lockElsewhere()).said).toContain(`数据目录 ${dataDir} 正由另一个数督进程（进程号 ${process.pid}）使用`);
	await lock.release();
	expect((await lockElsewhere()).said).toBe('held');
});

test('we are refused while another process holds the folder; after kill -9 it is ours', async () => {
	const { child, said } = await lockElsewhere();
	expect(said).toBe('held');
	await expect(lockDataDir(dataDir)).rejects.toThrow(new DataDirInUse(dataDir, String(child.pid)));
	await kill(child);
	const lock = await lockDataDir(dataDir);
	await lock.release();
});

test('a second lock in this process is refused and does not loosen the first', async () => {
	const lock = await lockDataDir(dataDir);
	await expect(lockDataDir(dataDir)).rejects.toThrow(DataDirInUse);
	await expect(lockDataDir(dataDir)).rejects.toThrow(DataDirInUse);
	expect((await lockElsewhere()).said).toContain('DATA_DIR');
	await lock.release();
	await (await lockDataDir(dataDir)).release();
});

test('of two at the same moment one gets the folder', async () => {
	const tried = await Promise.allSettled([lockDataDir(dataDir), lockDataDir(dataDir)]);
	expect(tried.map(t => t.status).sort()).toEqual(['fulfilled', 'rejected']);
	for (const t of tried) if (t.status === 'fulfilled') await t.value.release();
});

test.each([
	['an empty file', ''],
	['a torn file', 'DUCK'.repeat(3000)],
])('%s left by a crash does not keep anybody out', async (_, left) => {
	writeFileSync(join(dataDir, 'lock.duckdb'), left);
	const lock = await lockDataDir(dataDir);
	expect((await lockElsewhere()).said).toContain('正由另一个数督进程');
	await lock.release();
});
