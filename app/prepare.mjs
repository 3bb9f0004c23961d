/**
 * What has to be true before anything of ours can run: the right Node, the locked packages, a fresh build.
 * Plain JavaScript on Node's own modules, because on a fresh clone there is nothing else.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that a build is made of. */
const SOURCES = ['app', 'analytics', 'ingest', 'sql', 'public'];
const SETTINGS = ['package-lock.json', 'remix.config.js', 'vite.config.ts', 'vite.server.config.ts', 'tsconfig.json'];

/** Installs and builds where needed; nothing when all is fresh. `say` gets one line per step taken. */
export function prepare(say = line => process.stderr.write(`${line}\n`)) {
	checkNode();
	install(say);
	build(say);
}

/**
 * Folding events makes many small objects that are soon done with: with up to 32 MB for young ones instead of 16 they are
 * cleared away half as often. What lives longer may grow by two fifths before it is looked through: by V8's own measure a
 * server that takes in a million events would hold three times what it needs.
 */
const MEMORY = ['--max-semi-space-size=32', '--heap-growing-percent=40'];

/** Runs a built program of ours as a child with the settings Node only reads at birth; ends with its exit code. */
export function launch(program, args) {
	const child = spawn(
		process.execPath,
		[...MEMORY, '--enable-source-maps', join(root, 'build/house', program), ...args],
		{
			// The fourth channel tells the child when we are gone, however we went.
			stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
			// Two heaps of the C library for all threads: by its own measure each core would have eight, that are never given back.
			env: {
				UV_THREADPOOL_SIZE: '16',
				MALLOC_ARENA_MAX: '2',
				...process.env,
				NODE_ENV: 'production',
				SHUDU_ROOT: root,
			},
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	process.stderr.write(`数督需要 Node 20.19 或更高版本，当前为 ${process.versions.node}。请升级 Node 后重试。\n`);
	process.exit(1);
}

function install(say) {
	const stamp = join(root, 'node_modules/.shudu-installed');
	const wanted = digest([join(root, 'package-lock.json')]);
	if (read(stamp) === wanted) return;
	say('正在安装依赖（npm ci）…');
	run(
		'npm',
		['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
		'依赖安装失败。请检查网络与 npm 源后重试。',
	);
	writeFileSync(stamp, wanted);
}

function build(say) {
	const stamp = join(root, 'build/.shudu-built');
	const wanted = digest([
		...SOURCES.flatMap(folder => files(join(root, folder))),
		...SETTINGS.map(name => join(root, name)),
	]);
	if (read(stamp) === wanted) return;
	say('正在构建…');
	const failed = '构建失败，原因见上。';
	run(process.execPath, [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'], failed);
	run(
		process.execPath,
		[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.server.config.ts'],
		failed,
	);
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, wanted);
}

/** Shows the output of a step only when it failed. */
function run(command, args, failed) {
	const done = spawnSync(command, args, {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' },
	});
	if (done.status === 0) return;
	process.stderr.write(
		`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}${failed}\n`,
	);
	process.exit(1);
}

function files(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => join(entry.parentPath ?? entry.path, entry.name))
		.sort();
}

function digest(paths) {
	const hash = createHash('sha256').update(process.version);
	for (const path of paths) {
		hash.update(path.slice(root.length)).update('\0');
		if (existsSync(path)) hash.update(readFileSync(path));
	}
	return hash.digest('hex');
}

function read(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
