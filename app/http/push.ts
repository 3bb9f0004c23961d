import type { RequestHandler, Response } from 'express';
import express from 'express';
import type { Source, Sources } from '#analytics/ledger/sources.ts';
import { bearer } from '../auth/bearer.ts';

/** What ingest does with a pushed body; handed in by the wiring. */
export type Push = (posted: {
	body: Buffer;
	contentType: string;
	source: Source;
}) => Promise<{ status: number; body: unknown }>;

const MOST = 16 * 1024 * 1024;

/** `POST /api/v1/events`: the token decides the source before a byte of the body is read. */
export function pushDoor(sources: Sources, push: Push): RequestHandler[] {
	return [authenticate(sources), express.raw({ type: () => true, limit: MOST, inflate: true }), receive(push)];
}

function authenticate(sources: Sources): RequestHandler {
	return async (request, response, next) => {
		try {
			const token = bearer(request.headers.authorization);
			const source = token ? await sources.byToken(token) : null;
			if (!source) return refuseToken(response);
			response.locals.source = source;
			next();
		} catch (error) {
			next(error);
		}
	};
}

function refuseToken(response: Response): void {
	response.setHeader('WWW-Authenticate', 'Bearer');
	response.status(401).json({
		code: 'unknown_token',
		message: '报送令牌缺失或无效。请在请求头 Authorization: Bearer 后填写该数据来源的令牌。',
	});
}

function receive(push: Push): RequestHandler {
	return async (request, response, next) => {
		try {
			const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
			const contentType = request.headers['content-type'] ?? '';
			const answer = await push({ body, contentType, source: response.locals.source as Source });
			response.status(answer.status).json(answer.body);
		} catch (error) {
			next(error);
		}
	};
}
