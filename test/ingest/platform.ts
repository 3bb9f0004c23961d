import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Answer = (url: URL, response: ServerResponse, request: IncomingMessage) => void;

/** A platform on a real port; `asked` are the paths in the order they came. Closed when the test ends. */
export async function platform(answer: Answer): Promise<{ url: string; asked: string[] }> {
	const { close, ...opened } = await openPlatform(answer);
	onTestFinished(close);
	return opened;
}

/** The same for several tests; whoever opens it closes it. */
export async function openPlatform(
	answer: Answer,
): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://platform');
		asked.push(`${url.pathname}${url.search}`);
		answer(url, response, request);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const close = () =>
		new Promise<void>(resolve => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`, asked, close };
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

/** Serves a list in pages; the cursor is the position in it. */
export function pages(rows: unknown[]): (url: URL, response: ServerResponse) => void {
	return (url, response) => {
		const from = Number(url.searchParams.get('after') ?? 0);
		const to = Math.min(from + Number(url.searchParams.get('limit')), rows.length);
		json(response, { events: rows.slice(from, to), next: String(to), more: to < rows.length });
	};
}
