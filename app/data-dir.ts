import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WrongSetting } from './env.ts';

/**
 * Makes the data folder, and returns the secret kept in it (made at the first start, readable by its owner only).
 * Throws WrongSetting where the folder cannot be made or written.
 */
export function prepareDataDir(dataDir: string): string {
	try {
		makeFolder(dataDir);
		accessSync(dataDir, constants.W_OK);
		const path = join(dataDir, 'secret');
		if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 });
		return readFileSync(path, 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new WrongSetting(
			`环境变量 DATA_DIR 指定的数据目录 ${dataDir} 无法创建或写入（${code}）。请检查路径、权限和磁盘空间，或另指一个目录。`,
			{ cause: error },
		);
	}
}

/** One level after another: Node's recursive mkdir never returns where /proc refuses. */
function makeFolder(path: string): void {
	if (existsSync(path)) return;
	makeFolder(dirname(path));
	mkdirSync(path);
}
