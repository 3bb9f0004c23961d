import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plusDays, startOf, toDay } from '#analytics/law/day.ts';

/** Code of the platform that a bench reads from. */
export const BENCH_SOURCE = 'bench';

const FIRST = toDay('2025-09-01');
/** Days over which requests come in. */
const DAYS = 400;
const OFFICE = 9 * 3_600_000;
/** Acts of one request, and days after its receipt. */
const ACTS = [
	['request.received', 0, { sharing: 'conditional' }],
	['request.replied', 7, { outcome: 'agree' }],
	['delivery.provided', 24, {}],
	['delivery.accepted', 27, {}],
] as const;
/** Requests between two acts of one, so that a request is told in several pages. */
const BETWEEN = 2500;

/** The nth event of a platform that has so many in all, as it comes over the wire; always the same. */
export function eventAt(n: number, total: number): Record<string, unknown> {
	const requests = Math.max(1, Math.ceil(total / ACTS.length));
	const act = n % ACTS.length;
	const back = act * Math.min(BETWEEN, Math.floor(requests / 8));
	const request = (Math.floor(n / ACTS.length) - back + requests) % requests;
	const [type, days, told] = ACTS[act] ?? ACTS[0];
	const late = type === 'request.received' ? 0 : request % 9;
	const at =
		startOf(plusDays(FIRST, Math.floor((request * DAYS) / requests) + days + late)) + OFFICE + (n % 480) * 60_000;
	const department = `1133010000${String(request % 200).padStart(8, '0')}`;
	const counterparty = `1133010000${String((request * 7) % 200).padStart(8, '0')}`;
	return {
		specversion: '1.0',
		id: `E${n}`,
		source: `/platforms/${BENCH_SOURCE}`,
		type,
		time: new Date(at).toISOString(),
		recordedtime: new Date(at + 6000).toISOString(),
		subject: `BENCH-${request}/1`,
		data: { department, counterparty, region: '330100', catalogue: `330100/${request % 1000}`, ...told },
	};
}

/** A platform on a port of its own that gives `total` events in pages, and none before `open` is called. */
export async function servePlatform(total: number): Promise<{ url: string; open(): void; close(): Promise<void> }> {
	let has = 0;
	const server = createServer((request, response) => {
		const asked = new URL(request.url ?? '/', 'http://bench').searchParams;
		const from = Number(asked.get('after') ?? 0);
		const to = Math.min(has, from + Number(asked.get('limit') ?? 500));
		const events = Array.from({ length: Math.max(0, to - from) }, (_, n) => eventAt(from + n, total));
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ events, next: has === 0 ? null : String(to), more: to < has, total: has }));
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
		open: () => {
			has = total;
		},
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
