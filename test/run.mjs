/** `npm test`: sets up what the suite needs, then checks and runs all of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../app/prepare.mjs';
import { check, checks } from './check.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium and a Chinese font from the system's packages; says what to do and ends where it may not install them. */
function ensureBrowser() {
	const missing = [];
	if (!process.env.CHROMIUM && !CHROMIUM.some(existsSync)) missing.push('chromium');
	if (!chineseFont()) missing.push('fonts-noto-cjk');
	if (missing.length === 0) return;
	const command = `apt-get update && apt-get install -y --no-install-recommends fontconfig ${missing.join(' ')}`;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		process.stdout.write(`正在安装浏览器测试所需的系统软件包：${missing.join('、')}…\n`);
		const done = spawnSync('sh', ['-c', command], {
			encoding: 'utf8',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		if (done.status === 0) return;
		process.stderr.write(`${done.stdout}${done.stderr}`);
	}
	process.stderr.write(`浏览器测试需要 ${missing.join('、')}，当前无法自动安装。请以管理员身份执行：${command}\n`);
	process.exit(1);
}

/** A MySQL-compatible server where it can be had; without it the tests of MySQL front-end databases say that they are skipped. */
function wishForMariaDb() {
	if (existsSync('/usr/sbin/mariadbd') || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	process.stdout.write('正在安装前置库测试所需的系统软件包：mariadb-server…\n');
	const command = 'apt-get update && apt-get install -y --no-install-recommends mariadb-server';
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status } = spawnSync('sh', ['-c', command], { stdio: 'ignore', env, timeout: 180_000 });
	if (status !== 0) process.stdout.write('未能安装 mariadb-server，MySQL 前置库的测试将略过。\n');
}

function chineseFont() {
	const found = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
	return found.status === 0 && found.stdout.trim() !== '';
}

/** Runs Vitest over everything; returns what it counted. */
function suite() {
	const report = join(root, 'build/test-report.json');
	rmSync(report, { force: true });
	const args = [
		join(root, 'node_modules/vitest/vitest.mjs'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
	];
	const done = spawnSync(process.execPath, [...args, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
	const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
	const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = counted;
	return { passed, failed, skipped, sound: done.status === 0 };
}

prepare();
ensureBrowser();
wishForMariaDb();
const tidy = check(checks.slice(0, 3));
const { passed, failed, skipped, sound } = suite();
if (!tidy) process.stdout.write('检查未通过，原因见上。\n');
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(tidy && sound && passed > 0 ? 0 : 1);
