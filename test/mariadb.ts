import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2';

/** Whether MariaDB's server is installed here. */
export const mariadbInstalled = ['/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db'].every(existsSync);

/** A MariaDB server of its own, with an empty database `front` that the user `reader` may read. */
export type MariaDb = { port: number; run(...statements: string[]): Promise<void>; close(): Promise<void> };

/** Starts it without grants of the system's own; the folder is gone at the end. */
export async function startMariaDb(port: number): Promise<MariaDb> {
	const folder = mkdtempSync(join(tmpdir(), 'shudu-mariadb-'));
	const data = join(folder, 'data');
	const user = process.getuid?.() === 0 ? ['--user=root'] : [];
	execFileSync('mariadb-install-db', [`--datadir=${data}`, '--auth-root-authentication-method=normal', ...user], {
		stdio: 'ignore',
	});
	const args = [`--datadir=${data}`, `--socket=${folder}/s`, `--port=${port}`, '--bind-address=127.0.0.1', ...user];
	const server = spawn('/usr/sbin/mariadbd', ['--no-defaults', ...args, '--innodb-flush-log-at-trx-commit=0'], {
		stdio: 'ignore',
	});
	const run = (...statements: string[]) => told(`${folder}/s`, statements);
	await started(run, server);
	await run(
		'create database front character set utf8mb4',
		"create user reader@'127.0.0.1' identified by '口令x'",
		"grant select on front.* to reader@'127.0.0.1'",
	);
	return {
		port,
		run,
		async close() {
			const gone = new Promise(resolve => server.once('exit', resolve));
			server.kill('SIGTERM');
			await gone;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function started(run: MariaDb['run'], server: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
		if (
			await run('select 1').then(
				() => true,
				() => false,
			)
		)
			return;
		await pause(150);
	}
	throw new Error('MariaDB did not start');
}

async function told(socketPath: string, statements: string[]): Promise<void> {
	const client = createConnection({ socketPath, user: 'root', charset: 'utf8mb4' });
	try {
		for (const statement of statements) {
			await new Promise<void>((resolve, reject) => {
				client.query(statement, error => (error ? reject(error) : resolve()));
			});
		}
	} finally {
		client.destroy();
	}
}
