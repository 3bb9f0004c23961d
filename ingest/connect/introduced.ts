import { createHmac, randomUUID } from 'node:crypto';
import type { HttpAuth, HttpConnect } from '#analytics/ledger/connect.ts';

/** A question with who asks. */
type Introduced = { url: URL; headers: Record<string, string> };

/**
 * Says who asks: a bearer token, user and password, an API key (header or query), or a signature (README 对方接口的签名).
 * `at` is the instant of the signature, `nonce` a text that is used once.
 */
export function introduced(
	{ bearer, auth }: HttpConnect,
	asked: URL,
	at: number = Date.now(),
	nonce: string = randomUUID(),
): Introduced {
	if (!auth) return { url: asked, headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } };
	switch (auth.kind) {
		case 'basic': {
			const told = Buffer.from(`${auth.user}:${auth.password}`).toString('base64');
			return { url: asked, headers: { authorization: `Basic ${told}` } };
		}
		case 'api_key':
			return withKey(asked, auth);
		default:
			return { url: asked, headers: signature(asked, auth, String(at), nonce) };
	}
}

function withKey(asked: URL, { name, key, in: where = 'header' }: Extract<HttpAuth, { kind: 'api_key' }>): Introduced {
	if (where === 'header') return { url: asked, headers: { [name]: key } };
	const url = new URL(asked);
	url.searchParams.set(name, key);
	return { url, headers: {} };
}

type Signing = Extract<HttpAuth, { kind: `hmac-${string}` }>;

function signature(url: URL, { kind, app, key }: Signing, timestamp: string, nonce: string): Record<string, string> {
	const algorithm = kind.slice('hmac-'.length);
	const signed = createHmac(algorithm, key)
		.update(signedText(url, timestamp, nonce))
		.digest('hex');
	return { 'x-app-id': app, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signed };
}

/** Five lines: GET, the path as sent, the parameters sorted by name and encoded by RFC 3986, epoch milliseconds, nonce. */
function signedText(url: URL, timestamp: string, nonce: string): string {
	const query = [...url.searchParams]
		.map(pair => pair.map(encoded).join('='))
		.sort()
		.join('&');
	return ['GET', url.pathname, query, timestamp, nonce].join('\n');
}

function encoded(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}
