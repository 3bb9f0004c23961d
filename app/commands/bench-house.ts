import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BENCH_SOURCE } from '#analytics/bench/platform.ts';
import { askServer } from '../control.ts';
import type { BackFillLine } from '../sources/back-fill.ts';
import { progressWords } from '../words/back-fills.ts';

const FILLS = `/api/v1/sources/${BENCH_SOURCE}/backfills`;
const LOOK_MS = 2000;
/** A bench ends by itself. */
const PATIENCE_MS = 60 * 60_000;

/** A fresh house, started as a user starts it; what it is asked goes through its own interfaces. Closed, it leaves nothing. */
export async function startBenchHouse() {
	const dataDir = mkdtempSync(join(tmpdir(), 'shudu-bench-'));
	// The databases are made by a process of its own: what is measured is one that runs for the second time.
	await stopped((await started(dataDir)).child);
	const { child, url } = await started(dataDir);
	const door = async (...args: string[]) => {
		const answer = await askServer(dataDir, args, dataDir);
		if (answer && 'outcome' in answer) return answer.outcome;
		throw new Error(`命令 ${args.join(' ')} 未完成：${JSON.stringify(answer)}`);
	};
	await door('user', 'add', 'bench', '--role', 'admin');
	const headers = { authorization: `Bearer ${(await door('token', 'create', '--user', 'bench')).result}` };
	const ask = async (path: string, body?: object) => {
		const posted = body ? { method: 'POST', body: JSON.stringify(body) } : {};
		const answer = await fetch(url + path, { headers, ...posted });
		if (!answer.ok) throw new Error(`${path}：${await answer.text()}`);
		return answer.json();
	};
	return {
		/** Registers the platform, and waits until its first pull has found nothing: what it has then is for the back-fill alone. */
		async add(connect: object) {
			const path = join(dataDir, 'bench.json');
			writeFileSync(path, JSON.stringify({ code: BENCH_SOURCE, name: '测速', connect }));
			await door('source', 'add', path);
			while ((await ask(`/api/v1/sources/${BENCH_SOURCE}`)).pull.last_ok_at === null) await pause(200);
		},
		begin: () => ask(FILLS, { begins: null, ends: null }),
		/** Waits until the back-fill is done and the read model has followed; tells how far it is meanwhile. Throws after an hour. */
		async filled(): Promise<BackFillLine> {
			for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
				const [line] = (await ask(FILLS)) as BackFillLine[];
				process.stderr.write(`${line ? progressWords(line) : ''}　内存 ${memory(child, 'VmRSS')} MB\n`);
				if (line?.state === 'done' && (await fetch(`${url}/readyz`)).ok) return line;
				await pause(LOOK_MS);
			}
			throw new Error('一小时内没有补采完，停止测速。');
		},
		peak: () => memory(child, 'VmHWM'),
		verify: () => door('verify'),
		async close() {
			await stopped(child);
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

async function started(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
	const root = process.env.SHUDU_ROOT ?? process.cwd();
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', SHUDU_SAMPLE: 'off', TODAY: '' };
	const program = [...process.execArgv, join(root, 'build/house/main.js')];
	const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
	return { child, url: await serving(child) };
}

async function stopped(child: ChildProcess): Promise<void> {
	const gone = new Promise(resolve => child.once('exit', resolve));
	if (child.exitCode === null && child.kill('SIGTERM')) await gone;
}

function serving(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let printed = '';
		child.stdout?.on('data', (chunk: Buffer) => {
			printed += chunk.toString();
			const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
			if (url) resolve(url);
		});
		child.once('exit', code => reject(new Error(`服务器未能启动（退出码 ${code}）`)));
	});
}

/** A figure of the process as Linux tells it, in MB; NaN elsewhere. */
function memory({ pid }: ChildProcess, name: 'VmRSS' | 'VmHWM'): number {
	try {
		const told = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return Math.round(Number(told) / 1024);
	} catch {
		return Number.NaN;
	}
}
