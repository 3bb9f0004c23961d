/**
 * Where to go after signing in: the wanted address when it is a page of this very site, else the overview.
 * Foreign hosts, `//host`, back-slashes, control characters and the sign-in page itself lead to the overview.
 */
export function safeDestination(wanted: string | null): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters, which would turn "/\t/host" into "//host".
	if (!wanted?.startsWith('/') || /[\\\u0000-\u001f]/.test(wanted)) return '/';
	const here = 'http://here.invalid';
	const url = URL.canParse(wanted, here) ? new URL(wanted, here) : null;
	if (url?.origin !== here || url.pathname.startsWith('//')) return '/';
	if (url.pathname === '/login' || url.pathname === '/logout') return '/';
	return `${url.pathname}${url.search}`;
}
