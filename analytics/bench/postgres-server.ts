import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import connect from 'postgres';

/** Folder with initdb and postgres; null where PostgreSQL is not installed. */
export function postgresBinaries(): string | null {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [...versions.map(v => join(debian, v, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
	return folders.find(f => existsSync(join(f, 'initdb')) && existsSync(join(f, 'postgres'))) ?? null;
}

/** A server without fsync on 127.0.0.1. PostgreSQL refuses to run as root, so root lends it the uid of `postgres` or `nobody`. */
export async function startPostgres(folder: string, port: number): Promise<{ url: string; stop(): Promise<void> }> {
	const binaries = postgresBinaries();
	if (binaries === null) throw new Error('PostgreSQL is not installed');
	mkdirSync(folder);
	const as = process.getuid?.() === 0 ? lendUid(folder) : {};
	const data = join(folder, 'data');
	const options = { ...as, cwd: folder, stdio: 'ignore' as const };
	execFileSync(
		join(binaries, 'initdb'),
		['-D', data, '-U', 'shudu', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
		options,
	);
	const settings = [
		'listen_addresses=127.0.0.1',
		`port=${port}`,
		'unix_socket_directories=',
		'fsync=off',
		'full_page_writes=off',
		'synchronous_commit=off',
		'max_connections=200',
	];
	const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap(s => ['-c', s])], options);
	const url = `postgres://shudu@127.0.0.1:${port}`;
	await answers(`${url}/postgres`, server);
	return { url, stop: () => stop(server) };
}

function lendUid(folder: string): { uid: number; gid: number } {
	const idOf = (flag: string) =>
		['postgres', 'nobody'].flatMap(name => {
			try {
				return [Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))];
			} catch {
				return [];
			}
		})[0];
	const uid = idOf('-u');
	const gid = idOf('-g');
	if (uid === undefined || gid === undefined) throw new Error('neither postgres nor nobody is a user here');
	chownSync(folder, uid, gid);
	chmodSync(join(folder, '..'), 0o711);
	return { uid, gid };
}

/** A server that listens may still be starting up: it is there when it answers a question. */
async function answers(url: string, server: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
		const sql = connect(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
		const open = await sql`select 1`.then(
			() => true,
			() => false,
		);
		await sql.end({ timeout: 1 });
		if (open) return;
		await new Promise(resolve => setTimeout(resolve, 100));
	}
	throw new Error('PostgreSQL did not start');
}

/** SIGINT is PostgreSQL's fast shutdown. */
async function stop(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null) return;
	const gone = new Promise(resolve => server.once('exit', resolve));
	server.kill('SIGINT');
	await gone;
}
