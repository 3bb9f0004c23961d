import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Behaviour = (response: ServerResponse, after: string | null, request: IncomingMessage) => void;

/** A platform on a real port whose paths misbehave each in its own way; `asked` counts the questions to each. */
export type Platforms = { url(name: string): string; asked: Map<string, number>; close(): Promise<void> };

/** Opens it with the given behaviours by name. */
export async function misbehave(behaviours: Record<string, Behaviour>): Promise<Platforms> {
	const asked = new Map<string, number>();
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://platform');
		const name = url.pathname.slice(1);
		asked.set(name, (asked.get(name) ?? 0) + 1);
		behaviours[name]?.(response, url.searchParams.get('after'), request);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: name => `http://127.0.0.1:${port}/${name}`,
		asked,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** Answers with a text or bytes under a status and a type. */
export function say(response: ServerResponse, body: string | Buffer, status = 200, type = 'application/json'): void {
	response.writeHead(status, { 'content-type': type });
	response.end(body);
}
