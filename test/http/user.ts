import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect } from '#analytics/ledger/sources.ts';
import { lastLine, type Running } from '#test/house.ts';

/** The body of an answer, whatever it holds. */
export type Json = Record<string, unknown>;

/** What push answers. */
export type Pushed = {
	accepted: number;
	duplicates: number;
	rejected: { index: number; id: string | null; code: string; message: string }[];
	seq: number;
};

/** Registers a source through the command line as a user does; its push token. */
export async function addSource(
	{ dataDir, shudu }: Pick<Running, 'dataDir' | 'shudu'>,
	code: string,
	connect: Connect,
): Promise<string> {
	const file = join(dataDir, `${code}.json`);
	writeFileSync(file, JSON.stringify({ code, name: `${code}平台`, region: '330100', connect }));
	return lastLine(await shudu('source', 'add', file));
}

/** A personal token of a new account with all a supervisor may see. */
export async function addSupervisor({ shudu }: Pick<Running, 'shudu'>): Promise<string> {
	await shudu('user', 'add', 'wang', '--role', 'supervisor');
	return lastLine(await shudu('token', 'create', '--user', 'wang'));
}

/** Posts a body under a push token. */
export async function post(
	url: string,
	token: string,
	body: BodyInit,
	headers: Record<string, string> = {},
): Promise<{ status: number; body: Json }> {
	const response = await fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json', ...headers },
		body,
	});
	return { status: response.status, body: (await response.json()) as Json };
}

/** Posts events and gives back what was answered. */
export async function push(url: string, token: string, events: unknown[]): Promise<Pushed> {
	return (await post(url, token, JSON.stringify(events))).body as Pushed;
}

/** Reads a page (as text without markup) or an interface (as text) under a personal token. */
export async function look(url: string, token: string, path: string): Promise<{ status: number; text: string }> {
	const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
	const text = await response.text();
	return { status: response.status, text: text.startsWith('<') ? plain(text) : text };
}

/** Reads an interface as JSON. */
export async function ask<T = Json>(url: string, token: string, path: string): Promise<T> {
	return JSON.parse((await look(url, token, path)).text) as T;
}

function plain(html: string): string {
	return html
		.replace(/<(script|style).*?<\/\1>/gs, '')
		.replace(/<!--.*?-->/gs, '')
		.replace(/<[^>]+>/g, ' ')
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ');
}

/** Waits until a look is as wanted; the last look when the time is over. */
export async function until<T>(read: () => Promise<T>, wanted: (found: T) => boolean, ms: number): Promise<T> {
	const end = Date.now() + ms;
	let found = await read();
	while (!wanted(found) && Date.now() < end) {
		await new Promise(resolve => setTimeout(resolve, 200));
		found = await read();
	}
	return found;
}

/** A conditional request received by the HRSS bureau, as a source tells it; the case is named after the event. */
export const event = (source: string, id: string): Json => ({
	specversion: '1.0',
	id,
	source: `/platforms/${source}`,
	type: 'request.received',
	time: '2026-03-02T09:00:00+08:00',
	subject: `SQ-${id}`,
	data: { department: '11330100002489559B', department_name: '市人力社保局', sharing: 'conditional' },
});
