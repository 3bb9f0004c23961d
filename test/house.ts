import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/** A built server running as a user runs it, on a data folder of its own. */
export type Running = {
	url: string;
	/** The line that `npm start` prints when it serves. */
	line: string;
	dataDir: string;
	/** Runs a verb of the command line on the same data folder; resolves with what it printed. */
	shudu(...args: string[]): Promise<string>;
	/** Ends the process (SIGTERM unless told otherwise) and keeps the data folder. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Ends the process and removes the data folder. */
	remove(): Promise<void>;
};

/** An empty data folder. */
export function emptyDataDir(): string {
	return mkdtempSync(join(tmpdir(), 'shudu-'));
}

/** Environment of the programs under test: nothing of ours but what is given. */
function environment(dataDir: string, given: Record<string, string>): NodeJS.ProcessEnv {
	return {
		PATH: process.env.PATH,
		HOME: process.env.HOME,
		UV_THREADPOOL_SIZE: '16',
		NODE_ENV: 'production',
		SHUDU_ROOT: root,
		PORT: '0',
		DATA_DIR: dataDir,
		...given,
	};
}

/** The command line on a data folder. */
export async function shudu(dataDir: string, args: string[], given: Record<string, string> = {}): Promise<string> {
	const { stdout } = await run(process.execPath, [join(root, 'build/house/shudu.js'), ...args], {
		env: environment(dataDir, given),
		cwd: root,
	});
	return stdout.trim();
}

/** The last line that a verb printed: its result. */
export function lastLine(printed: string): string {
	return printed.split('\n').at(-1) ?? '';
}

/** Starts the server and waits until it says that it serves. */
export async function startHouse(given: Record<string, string> = {}, dataDir = emptyDataDir()): Promise<Running> {
	const child = spawn(process.execPath, [join(root, 'build/house/main.js')], {
		env: environment(dataDir, given),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const line = await serving(child);
	const url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
	const stop = (signal: NodeJS.Signals = 'SIGTERM') => ended(child, signal);
	return {
		url,
		line,
		dataDir,
		shudu: (...args) => shudu(dataDir, args, given),
		stop,
		async remove() {
			await stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

function serving(child: ChildProcess): Promise<string> {
	return new Promise((resolvePromise, reject) => {
		let printed = '';
		const hear = (chunk: Buffer) => {
			printed += chunk.toString();
			const line = printed.split('\n').find(each => /^数督(采集进程)?已启动/.test(each));
			if (line) resolvePromise(line);
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('exit', code => reject(new Error(`未能启动（退出码 ${code}）：${printed}`)));
	});
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise(resolvePromise => {
		child.once('exit', () => resolvePromise());
		child.kill(signal);
	});
}

/** Headless Chromium of the system. */
export function openBrowser(): Promise<Browser> {
	const executablePath = [
		process.env.CHROMIUM,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
	].find(path => path && existsSync(path));
	if (!executablePath) throw new Error('没有找到 Chromium，请先运行 npm test 完成准备');
	return chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

/** Collects what the page's console complains about; a sound page leaves it empty. */
export function complaints(page: Page): string[] {
	const heard: string[] = [];
	page.on('console', message => {
		if (['error', 'warning'].includes(message.type())) heard.push(message.text());
	});
	page.on('pageerror', error => heard.push(String(error)));
	return heard;
}

/** Signs in through the form. */
export async function signIn(page: Page, url: string, name: string, password = 'shudu-sample'): Promise<void> {
	await page.goto(`${url}/login`);
	await page.getByLabel('账号').fill(name);
	await page.getByLabel('口令').fill(password);
	await page.getByRole('button', { name: '登录' }).click();
	await page.waitForURL(to => !to.pathname.startsWith('/login'));
}
