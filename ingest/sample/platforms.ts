import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import type { SourceConfig } from '#analytics/ledger/sources.ts';
import type { Platform } from './city.ts';
import { crowdOf } from './crowd.ts';
import { liveRows } from './live.ts';
import { pageOf } from './page.ts';
import { type Chronicle, chronicle } from './story.ts';

export type SamplePlatforms = {
	/** One per platform, to be pulled every five seconds. Codes and tokens stay the same at every start, the address does not. */
	sources: SourceConfig[];
	/** Closes every server and every open connection. */
	stop(): Promise<void>;
};

type Ways = {
	seed: string;
	/** The day of the first start; kept by the caller, so that the story goes on after a restart. */
	anchor: Day;
	now: () => Instant;
	/** Milliseconds between two live acts, at least 1000; default twenty seconds. */
	tickMs?: number;
};

/** Starts the city's platforms as HTTP servers on 127.0.0.1, each on a free port: GET /events?after=&limit= with its bearer token. */
export async function startPlatforms({ seed, anchor, now, tickMs = 20_000 }: Ways): Promise<SamplePlatforms> {
	const told = chronicle(seed, anchor);
	const catchUp = followTime(told, now, tickMs);
	catchUp();
	const servers: Server[] = [];
	const sources: SourceConfig[] = [];
	for (const platform of told.setting.city.platforms) {
		const token = tokenOf(seed, platform.code);
		const server = createServer((request, response) => {
			const turn: Turn = (after, limit) => {
				const at = catchUp();
				return pageOf(told.rows.get(platform.code) ?? [], after, limit, at);
			};
			send(response, answer(request, token, turn));
		});
		const port = await listen(server);
		servers.push(server);
		sources.push(sourceOf(platform, `http://127.0.0.1:${port}/events`, token));
	}
	return {
		sources,
		stop: async () => {
			await Promise.all(servers.map(close));
		},
	};
}

/** Lets live acts happen and the next day be told, up to the instant it returns: asked before every page, so that no row appears behind a cursor. */
function followTime(told: Chronicle, now: () => Instant, tick: number): () => Instant {
	const since = now();
	const crowd = crowdOf(told.setting);
	let lived = since;
	return () => {
		const at = now();
		if (at > lived) told.add(liveRows(told.setting, crowd, since, lived, at, tick));
		lived = Math.max(lived, at);
		told.tellUntil(dayOf(at));
		return at;
	};
}

type Turn = (after: string, limit: number) => unknown;
type Answer = { status: number; body: unknown };

function answer(request: IncomingMessage, token: string, turn: Turn): Answer {
	const url = new URL(request.url ?? '/', 'http://127.0.0.1');
	if (url.pathname !== '/events') return refused(404, '本平台只提供 /events');
	if (request.method !== 'GET') return refused(405, '请使用 GET 读取 /events');
	if (request.headers.authorization !== `Bearer ${token}`) {
		return refused(401, '令牌缺失或不正确，请在 Authorization 中携带本平台的令牌');
	}
	const limit = Number(url.searchParams.get('limit') ?? 1000);
	if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) return refused(400, 'limit 应为 1 至 10000 的整数');
	try {
		return { status: 200, body: turn(url.searchParams.get('after') ?? '', limit) };
	} catch (error) {
		if (error instanceof RangeError) return refused(400, error.message);
		throw error;
	}
}

function refused(status: number, message: string): Answer {
	return { status, body: { message } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
	response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(body));
}

function sourceOf(platform: Platform, url: string, bearer: string): SourceConfig {
	const connect = { kind: 'http', url, bearer, pageSize: 1000, every: 5 } as const;
	return { code: platform.code, name: platform.name, region: platform.region, sample: true, connect };
}

/** The sample has no secrets: the token only shows that the connector sends one. */
function tokenOf(seed: string, code: string): string {
	return createHash('sha256').update(`${seed} ${code}`).digest('hex').slice(0, 32);
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			if (address === null || typeof address === 'string') reject(new Error('示例平台未能取得本机端口，请重试'));
			else resolve(address.port);
		});
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve, reject) => {
		server.close(error => (error ? reject(error) : resolve()));
		server.closeAllConnections();
	});
}
