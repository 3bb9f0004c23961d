import { redirect } from '@remix-run/node';
import { reach } from '#analytics/measures/reach.ts';
import type { House } from '#app/context.ts';
import type { Account } from '#app/office/office.ts';
import { bearer } from './bearer.ts';
import { sessionSecret } from './cookie.ts';

/** Who is asking, and which departments' matters that person may see. */
export type Viewer = {
	account: Account;
	/** Codes of the body that the liaison is of, of what it took over and of its units; null: everything. */
	visible: string[] | null;
	/** The body that the liaison is of, under its present code; null for everybody else, and where it has ceased to exist. */
	body: string | null;
};

/**
 * The viewer behind a request: by session cookie or by `Authorization: Bearer <personal token>`.
 * Nobody: a page request is sent to the sign-in page (and back afterwards), an interface request gets 401 JSON; both are thrown.
 */
export async function requireViewer(request: Request, context: House): Promise<Viewer> {
	const account = await accountOf(request, context);
	if (account) return viewerOf(account, context);
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

/**
 * A liaison sees what the own department answers for by today's register: what a predecessor owed too, and nothing where the
 * department has ceased to exist or none is set. Everybody else sees all.
 */
export async function viewerOf(account: Account, { store, today }: Pick<House, 'store' | 'today'>): Promise<Viewer> {
	if (account.role !== 'liaison') return { account, visible: null, body: null };
	if (account.department === null) return { account, visible: [], body: null };
	const asked = { as_of: today(), known: store.position(), visible: null, code: account.department };
	const codes = await store.ask(reach, asked);
	return { account, visible: codes.map(({ code }) => code), body: codes[0]?.body ?? null };
}

function unauthenticated(): Response {
	const message = '请先登录，或在请求头 Authorization: Bearer 后填写个人令牌。';
	return Response.json(
		{ code: 'unauthenticated', message },
		{ status: 401, headers: { 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' } },
	);
}
