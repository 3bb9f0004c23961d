import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import express from 'express';
import { bearer } from './auth/bearer.ts';
import { type Outcome, WrongCall } from './commands/command.ts';
import { serve } from './http/serve.ts';

/**
 * How the command line reaches a running server, whatever its role: a door on the loopback address, named by a file in
 * the data folder that only its owner can read, with a secret that lives as long as the process.
 */
const FILE = 'server.json';

type Door = { url: string; secret: string };
export type Answer = { outcome: Outcome } | { wrong: string } | { failed: string };

/** Opens the door; resolves with the way to close it. */
export async function openControl(
	dataDir: string,
	run: (args: string[], cwd: string) => Promise<Outcome>,
): Promise<() => Promise<void>> {
	const secret = randomBytes(32).toString('base64url');
	const app = express();
	app.disable('x-powered-by');
	app.post('/', express.json({ limit: '1mb' }), async (asked, response) => {
		if (!same(bearer(asked.headers.authorization) ?? '', secret)) return void response.status(404).end();
		const { args, cwd } = asked.body as { args: string[]; cwd: string };
		response.json(await attempt(() => run(args, cwd)));
	});
	const { url, stop } = await serve(app, { port: 0, host: '127.0.0.1' });
	writeFileSync(join(dataDir, FILE), JSON.stringify({ url, secret }), { mode: 0o600 });
	return () => {
		rmSync(join(dataDir, FILE), { force: true });
		return stop();
	};
}

/** Asks the running server of this data folder to run a verb, however long it takes; null where none runs. */
export async function askServer(dataDir: string, args: string[], cwd: string): Promise<Answer | null> {
	const path = join(dataDir, FILE);
	if (!existsSync(path)) return null;
	try {
		return await knock(JSON.parse(readFileSync(path, 'utf8')) as Door, JSON.stringify({ args, cwd }));
	} catch {
		// Nobody listens there, or the file is half written: it was left by a process that was killed.
		return null;
	}
}

function knock({ url, secret }: Door, body: string): Promise<Answer | null> {
	const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
	return new Promise((resolve, reject) => {
		const asked = request(url, { method: 'POST', headers }, response => {
			if (response.statusCode === 200) json(response).then(answer => resolve(answer as Answer), reject);
			else resolve(null);
		});
		asked.once('error', reject);
		asked.end(body);
	});
}

/** Runs a verb and says how it went, so that the caller can print it. */
export async function attempt(run: () => Promise<Outcome>): Promise<Answer> {
	try {
		return { outcome: await run() };
	} catch (error) {
		return error instanceof WrongCall ? { wrong: error.message } : { failed: (error as Error).message };
	}
}

function same(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}
