import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the data folder, and returns the secret kept in it (made at the first start, readable by its owner only). */
export function prepareDataDir(dataDir: string): string {
	mkdirSync(dataDir, { recursive: true });
	const path = join(dataDir, 'secret');
	if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 });
	return readFileSync(path, 'utf8');
}
