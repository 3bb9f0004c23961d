import { redirect } from '@remix-run/node';
import type { House } from '#app/context.ts';
import type { Account } from '#app/office/office.ts';
import { bearer } from './bearer.ts';
import { sessionSecret } from './cookie.ts';

/** Who is asking, and which departments' matters that person may see (null: all). */
export type Viewer = { account: Account; visible: string[] | null };

/**
 * The viewer behind a request: by session cookie or by `Authorization: Bearer <personal token>`.
 * Nobody: a page request is sent to the sign-in page (and back afterwards), an interface request gets 401 JSON; both are thrown.
 */
export async function requireViewer(request: Request, context: House): Promise<Viewer> {
	const account = await accountOf(request, context);
	if (account) return viewerOf(account);
	const url = new URL(request.url);
	if (url.pathname.startsWith('/api/')) throw unauthenticated();
	const back = request.method === 'GET' ? `${url.pathname}${url.search}` : '/';
	throw redirect(back === '/' ? '/login' : `/login?${new URLSearchParams({ to: back })}`);
}

/** The account of a request; null where cookie and token are absent, unknown or expired. A token, once given, is the only one looked at. */
export async function accountOf(request: Request, context: House): Promise<Account | null> {
	const header = request.headers.get('authorization');
	if (header !== null) {
		const token = bearer(header);
		return token ? context.office.tokenAccount(token) : null;
	}
	return accountOfCookie(request.headers.get('cookie'), context);
}

/** The account of a `Cookie` header, for pages and sockets alike; null where the session is absent, unknown or expired. */
export async function accountOfCookie(
	cookie: string | null | undefined,
	{ office, now }: Pick<House, 'office' | 'now'>,
): Promise<Account | null> {
	const secret = sessionSecret(cookie);
	return secret ? office.sessionAccount(secret, now()) : null;
}

/** A liaison sees the own department, and nothing where none is set; everybody else sees all. */
export function viewerOf(account: Account): Viewer {
	if (account.role !== 'liaison') return { account, visible: null };
	return { account, visible: account.department === null ? [] : [account.department] };
}

function unauthenticated(): Response {
	const message = '请先登录，或在请求头 Authorization: Bearer 后填写个人令牌。';
	return Response.json(
		{ code: 'unauthenticated', message },
		{ status: 401, headers: { 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' } },
	);
}
