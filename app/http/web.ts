import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { House } from '../context.ts';
import { headers, sameSite } from './guard.ts';
import { metrics } from './metrics.ts';
import { type Push, pushDoor } from './push.ts';

export type Web = {
	house: Omit<House, 'nonce'>;
	push: Push;
	/** The Remix build. */
	build: ServerBuild;
	/** Folder of the browser's files. */
	assets: string;
	/** Writes an unexpected error to the log. */
	report(error: unknown): void;
};

/** The HTTP side of the house: doors in the order in which they are tried. */
export function openWeb(web: Web): Express {
	const app = express();
	app.disable('x-powered-by');
	app.set('trust proxy', 'loopback');
	app.get('/healthz', (_request, response) => void response.json({ ok: true }));
	app.get('/readyz', ready(web.house));
	app.get('/metrics', metrics(web.house));
	app.use(...headers());
	app.use(compression());
	app.use('/assets', express.static(join(web.assets, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
	app.use(express.static(web.assets, { maxAge: '1h', index: false, redirect: false }));
	app.post('/api/v1/events', ...pushDoor(web.house.sources, web.push));
	app.use(sameSite());
	app.all(
		'*',
		createRequestHandler({
			build: web.build,
			mode: 'production',
			getLoadContext: (_request, response) => ({ ...web.house, nonce: response.locals.nonce as string }),
		}),
	);
	app.use(lastResort(web.report));
	return app;
}

/** Ready: the ledger answers and the read model has followed it. */
function ready({ ledger, store }: Web['house']): RequestHandler {
	return async (_request, response) => {
		try {
			await Promise.all([ledger.head(), store.catchUp()]);
			response.json({ ready: true });
		} catch {
			response.status(503).json({ ready: false, message: '数据库暂时不可用，请稍后再试。' });
		}
	};
}

/** Errors outside the pages: a body that is too large or broken off has its own answer; the rest is ours and is reported. */
function lastResort(report: (error: unknown) => void): ErrorRequestHandler {
	return (error: { type?: string; status?: number }, _request, response, next) => {
		if (response.headersSent) return next(error);
		if (error.type === 'entity.too.large') {
			response.status(413).json({ code: 'too_large', message: '单次报送不得超过16 MB，本次内容未接收。请分批报送。' });
		} else if (error.status === 404) {
			response.status(404).json({ code: 'not_found', message: '没有这个文件。请刷新页面后重试。' });
		} else if (error.status && error.status < 500) {
			response
				.status(error.status)
				.json({ code: 'bad_request', message: '请求内容不完整或无法读取，未作任何改动。请检查后重试。' });
		} else {
			report(error);
			response.status(500).json({ code: 'internal', message: '系统出现内部错误，已记录。请稍后重试，或联系管理员。' });
		}
	};
}
