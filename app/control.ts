import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { type Outcome, WrongCall } from './commands/command.ts';
import { bearer } from './http/guard.ts';

/**
 * How the command line reaches a running server: a file in the data folder, readable by its owner only,
 * names the address and a secret that lives as long as the process.
 */
const FILE = 'server.json';

type Door = { url: string; secret: string };
export type Answer = { outcome: Outcome } | { wrong: string } | { failed: string };

/** The server's side: handler of POST /control, and the file that lets the command line find it. */
export function openControl(dataDir: string, run: (args: string[], cwd: string) => Promise<Outcome>) {
	const secret = randomBytes(32).toString('base64url');
	const handler: RequestHandler = async (request, response) => {
		if (!same(bearer(request.headers.authorization) ?? '', secret)) return void response.status(404).end();
		const { args, cwd } = request.body as { args: string[]; cwd: string };
		response.json(await attempt(() => run(args, cwd)));
	};
	return {
		handler,
		announce: (url: string) => writeFileSync(join(dataDir, FILE), JSON.stringify({ url, secret }), { mode: 0o600 }),
		withdraw: () => rmSync(join(dataDir, FILE), { force: true }),
	};
}

/** Asks the running server of this data folder to run a verb; null where none runs. */
export async function askServer(dataDir: string, args: string[], cwd: string): Promise<Answer | null> {
	const path = join(dataDir, FILE);
	if (!existsSync(path)) return null;
	try {
		const door = JSON.parse(readFileSync(path, 'utf8')) as Door;
		const response = await fetch(`${door.url}/control`, {
			method: 'POST',
			headers: { authorization: `Bearer ${door.secret}`, 'content-type': 'application/json' },
			body: JSON.stringify({ args, cwd }),
		});
		return response.ok ? ((await response.json()) as Answer) : null;
	} catch {
		// Nobody listens there, or the file is half written: it was left by a process that was killed.
		return null;
	}
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
