import { type Connect, isPulled } from './connect.ts';

/** Where the secrets of each kind of connection stand: what is sealed at rest and never shown. */
const paths: Record<Connect['kind'], string[]> = {
	postgres: ['password'],
	mysql: ['password'],
	push: [],
	import: [],
	http: ['bearer', 'auth.password', 'auth.key'],
};

/** The connection with each of its secrets changed; undefined leaves it out. */
export function changeSecrets(
	connect: Connect,
	change: (secret: string | undefined, path: string) => string | undefined,
): Connect {
	const whole = structuredClone(connect);
	for (const path of paths[connect.kind]) {
		const names = path.split('.');
		const last = names.pop() ?? '';
		const holder = names.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)?.[name], whole);
		if (holder === undefined) continue;
		const fields = holder as Record<string, string | undefined>;
		const changed = change(fields[last], path);
		if (changed === undefined) delete fields[last];
		else fields[last] = changed;
	}
	return whole;
}

/** The connection as anybody may see it. */
export function withoutSecrets(connect: Connect): Connect {
	return changeSecrets(connect, () => undefined);
}

/** An edited connection with the secrets of the one before that it does not name itself. */
export function keepSecrets(before: Connect, edited: Connect): Connect {
	const old = new Map<string, string | undefined>();
	changeSecrets(before, (secret, path) => {
		old.set(path, secret);
		return secret;
	});
	return changeSecrets(edited, (secret, path) => secret ?? old.get(path));
}

/** A secret goes only where it went before, and in the same way: whoever changes the host has to know it. */
export function samePlace(before: Connect, edited: Connect): boolean {
	return placeOf(before) === placeOf(edited);
}

function placeOf(connect: Connect): string {
	if (!isPulled(connect)) return connect.kind;
	if (connect.kind !== 'http') return JSON.stringify([connect.kind, connect.host, connect.port, connect.user]);
	if (!URL.canParse(connect.url)) return connect.url;
	return `${new URL(connect.url).origin} ${connect.auth?.kind ?? ''}`;
}
