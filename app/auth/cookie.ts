const NAME = 'shudu';
/** Seconds; as long as a session lasts. */
const LASTS = 12 * 3600;

/** The session secret in a `Cookie` header; null where there is none or it cannot be read. */
export function sessionSecret(header: string | null | undefined): string | null {
	for (const part of (header ?? '').split(';')) {
		const [name, value] = part.split('=', 2);
		if (name?.trim() === NAME && value !== undefined) return decoded(value.trim()) || null;
	}
	return null;
}

/** `Set-Cookie` that carries a new session; readable by the server alone, and only sent over https where the page came by https. */
export function sessionCookie(secret: string, https: boolean): string {
	return cookie(encodeURIComponent(secret), LASTS, https);
}

/** `Set-Cookie` that ends the session in the browser. */
export function noCookie(https: boolean): string {
	return cookie('', 0, https);
}

function cookie(value: string, maxAge: number, https: boolean): string {
	const parts = [`${NAME}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`];
	return [...parts, ...(https ? ['Secure'] : [])].join('; ');
}

function decoded(value: string): string | null {
	try {
		return decodeURIComponent(value);
	} catch (error) {
		if (!(error instanceof URIError)) throw error;
		return null;
	}
}
