import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Security headers with a fresh nonce per response, left in `response.locals.nonce`. */
export function headers(): RequestHandler[] {
	return [
		(_request, response, next) => {
			response.locals.nonce = randomBytes(16).toString('base64');
			next();
		},
		helmet({
			contentSecurityPolicy: {
				useDefaults: false,
				directives: {
					'default-src': ["'self'"],
					'script-src': [
						"'self'",
						(_request, response) => `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`,
					],
					// Ant Design's scroll lock writes style elements without a nonce; a nonce here would switch 'unsafe-inline' off.
					'style-src': ["'self'", "'unsafe-inline'"],
					'img-src': ["'self'", 'data:'],
					'connect-src': ["'self'"],
					'frame-ancestors': ["'none'"],
					'base-uri': ["'none'"],
					'form-action': ["'self'"],
					'object-src': ["'none'"],
				},
			},
			strictTransportSecurity: false,
			referrerPolicy: { policy: 'same-origin' },
		}),
	];
}

/**
 * Refuses a change that another site's page asks for with our user's cookie.
 * Requests with a bearer token carry no ambient right and pass; so do programs that send neither header.
 */
export function sameSite(): RequestHandler {
	return (request, response, next) => {
		if (request.method === 'GET' || request.method === 'HEAD' || request.headers.authorization) return next();
		const site = request.headers['sec-fetch-site'];
		const origin = request.headers.origin;
		const foreign =
			(site !== undefined && site !== 'same-origin' && site !== 'none') ||
			(origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host));
		if (!foreign) return next();
		response.status(403).json({ code: 'foreign_origin', message: '请求来自其他网站，已拒绝。请在本系统页面内操作。' });
	};
}
