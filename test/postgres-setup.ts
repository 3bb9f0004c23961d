import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#analytics/bench/postgres-server.ts';
import { freePort } from './free-port.ts';

export { postgresBinaries } from '#analytics/bench/postgres-server.ts';

/*
 * One PostgreSQL server and one prepared embedded folder for a whole test run, each made when a test first asks for it
 * (over HTTP, because tests run in other processes), both gone at the end.
 */

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the desk that hands out PostgreSQL. */
		postgresDesk: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'shudu-postgres-'));
	const made = new Map<string, Promise<string>>();
	let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
	const make: Record<string, () => Promise<string>> = {
		'/embedded': () => makeEmbedded(join(folder, 'embedded')),
		'/server': async () => {
			server = await startPostgres(join(folder, 'server'), await freePort());
			return server.url;
		},
	};
	const desk = createServer((request, answer) => {
		answer.setHeader('connection', 'close');
		const what = request.url ?? '';
		if (!made.has(what)) made.set(what, make[what]?.() ?? Promise.reject(new Error(`nothing at ${what}`)));
		made.get(what)?.then(
			text => answer.end(text),
			reason => answer.writeHead(500).end(String(reason)),
		);
	});
	await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve));
	project.provide('postgresDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
	return async () => {
		desk.close();
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}

async function makeEmbedded(folder: string): Promise<string> {
	const client = await PGlite.create({ dataDir: folder });
	await client.close();
	return folder;
}
