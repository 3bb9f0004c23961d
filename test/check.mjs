/** `npm run check`: style, types, unused code. The layer test and the SQL test run with it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from '../app/prepare.mjs';

const bin = name => join(root, 'node_modules', name);

export const checks = [
	['格式与规范', bin('@biomejs/biome/bin/biome'), ['ci', '--error-on-warnings', '.']],
	['类型', bin('typescript/bin/tsc'), ['--noEmit', '-p', '.']],
	['无用代码', bin('knip/bin/knip.js'), []],
	['分层与查询', bin('vitest/vitest.mjs'), ['run', 'test/layers.test.ts', 'test/sql.test.ts']],
];

/** Runs the named checks; true when all pass. */
export function check(list = checks) {
	let sound = true;
	for (const [name, program, args] of list) {
		process.stdout.write(`检查：${name}\n`);
		const done = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
		sound &&= done.status === 0;
	}
	return sound;
}

if (process.argv[1] === join(root, 'test/check.mjs')) {
	prepare();
	process.exit(check() ? 0 : 1);
}
