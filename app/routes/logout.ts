import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { noCookie, sessionSecret } from '#app/auth/cookie.ts';

/** Ends the session here and in the browser. */
export async function action({ request, context }: ActionFunctionArgs) {
	const secret = sessionSecret(request.headers.get('cookie'));
	if (secret) await context.office.closeSession(secret);
	const https = new URL(request.url).protocol === 'https:';
	throw redirect('/login', { headers: { 'Set-Cookie': noCookie(https) } });
}

/** Somebody who types the address has nothing to end. */
export function loader() {
	throw redirect('/');
}
