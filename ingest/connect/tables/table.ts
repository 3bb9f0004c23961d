import { z } from 'zod';
import type { Range } from '#analytics/ledger/back-fills.ts';
import type { TableConnect } from '#analytics/ledger/connect.ts';
import { parseJson } from '../../json.ts';
import { type Zone, zoneOf } from '../../mappings/zone.ts';
import type { Connector } from '../connector.ts';
import { PlatformFault } from '../fault.ts';
import type { Patience } from '../http.ts';
import { readCursor } from '../kept.ts';
import { WrongRange } from '../range.ts';
import { SEQUENCE, TIME, within } from './order.ts';

/** How far a round goes back where nothing is declared: seconds of a time, numbers of a sequence. */
const LOOK_BACK = { time: 300, sequence: 100 };
const PAGE_SIZE = 500;
/** Characters of one page; a page of large rows ends earlier. */
const MOST = 8 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** How a column reads: as text, a time on the clocks of the declared zone, a time in UTC, or JSON. */
export type ColumnForm = 'text' | 'wall' | 'instant' | 'json';

/** A column of the table. `type` is what the database calls it, for casts. */
export type Column = { name: string; form: ColumnForm; type: string };

/** Rows after a place, from a value of the order on (`back` seconds before it), and before another; null: no such bound. */
export type Scan = {
	columns: Column[];
	order: Column;
	key: Column | null;
	after: { at: string; key: string | null } | null;
	from: { at: string; back: number } | null;
	until: string | null;
	limit: number;
};

/** One row: the texts of the columns, and its place in the order. */
export type Scanned = { cells: (string | null)[]; at: string; key: string | null };

/** What each kind of database does in its own way. `ended` breaks off what is under way. */
export type TableReader = {
	/** Every column of the table, in its order; none where there is no such table. */
	columns(): Promise<Column[]>;
	scan(scan: Scan): AsyncIterable<Scanned>;
	/** How many rows a scan would bring without its limit. */
	count(scan: Scan): Promise<number>;
	/** What an error of the driver means. */
	fault(error: unknown): PlatformFault;
	ended(): void;
	close(): Promise<void>;
};

/** The last row that was read; `round`: the table was read to its end. */
const place = z.strictObject({ at: z.string(), key: z.string().nullable(), round: z.boolean().optional() });

/**
 * A table page by page, in order of a sequence or of (time, key): the place after a page is its last row, so rows of one time
 * are never cut apart. `range`: that part of it alone, once. A round begins the look-back earlier: what was numbered or timed first may be committed last. Times
 * come as RFC 3339 with milliseconds and the offset of the declared zone, everything else as the database's text.
 */
export function openTable(connect: TableConnect, reader: TableReader, range: Range | null = null): Connector {
	let columns: Promise<Column[]> | null = null;
	const scanFrom = async (cursor: string | null) => {
		columns ??= reader.columns();
		const scan = scanOf(connect, await columns, cursor);
		return range === null ? scan : within(scan, range, zoneNameOf(connect));
	};
	return {
		page: (cursor, patience = {}) =>
			patiently(reader, patience, async () => readPage(connect, reader, await scanFrom(cursor))),
		count: (patience = {}) => patiently(reader, patience, async () => reader.count(await scanFrom(null))),
		close: () => reader.close(),
	};
}

async function readPage(connect: TableConnect, reader: TableReader, scan: Scan) {
	const cellOf = readerOf(zoneNameOf(connect));
	const items: unknown[] = [];
	let last = scan.after;
	let size = 0;
	for await (const { cells, at, key } of reader.scan(scan)) {
		items.push(Object.fromEntries(scan.columns.map((column, n) => [column.name, cellOf(column, cells[n] ?? null)])));
		last = { at, key };
		size += sizeOf(cells);
		if (size > MOST) break;
	}
	const more = items.length >= scan.limit || size > MOST;
	return { items, next: last && JSON.stringify(more ? last : { ...last, round: true }), more };
}

function zoneNameOf({ zone }: TableConnect): string {
	return zone ?? 'Asia/Shanghai';
}

function scanOf(connect: TableConnect, all: Column[], cursor: string | null): Scan {
	const columns = connect.columns?.map(name => the(all, name, connect)) ?? all;
	const order = the(all, connect.order.column, connect);
	const key = connect.order.key === undefined ? null : the(all, connect.order.key, connect);
	if (key === null && !SEQUENCE.test(order.type)) throw cutApart(connect);
	const kept = cursor === null ? null : readCursor(cursor, place);
	const bounds = beginning(order, kept, connect);
	return { columns, order, key, ...bounds, until: null, limit: connect.pageSize ?? PAGE_SIZE };
}

/** Where a page begins: behind the last row; the first page of a round, the look-back before it. */
function beginning(
	order: Column,
	kept: z.output<typeof place> | null,
	{ lookBack }: TableConnect,
): Pick<Scan, 'after' | 'from'> {
	if (kept === null) return { after: null, from: null };
	const { round = false, ...last } = kept;
	if (!round) return { after: last, from: null };
	if (TIME.test(order.type)) return { after: null, from: { at: last.at, back: lookBack ?? LOOK_BACK.time } };
	return { after: earlier(last, last.key === null ? (lookBack ?? LOOK_BACK.sequence) : 0), from: null };
}

function cutApart({ table, order }: TableConnect): PlatformFault {
	return new PlatformFault(
		'wrong_table',
		`表“${table}”的排序列“${order.column}”不是序号，同一取值的行会在分页处漏取。请在来源配置中另填主键列（order.key）。`,
	);
}

/** The place so many numbers of a sequence before; null: the beginning. */
function earlier(after: { at: string; key: string | null }, numbers: number): typeof after | null {
	const [whole = ''] = after.at.split('.');
	if (numbers === 0 || !/^\d+$/.test(whole)) return after;
	const at = BigInt(whole) - BigInt(numbers);
	return at < 0n ? null : { ...after, at: String(at) };
}

function sizeOf(cells: (string | null)[]): number {
	return cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
}

function the(columns: Column[], name: string, { table }: TableConnect): Column {
	const found = columns.find(column => column.name === name);
	if (found) return found;
	const told = columns.length === 0 ? `没有表“${table}”，或者没有读取它的权限` : `表“${table}”没有列“${name}”`;
	throw new PlatformFault('wrong_table', `${told}。请核对来源配置的 table、columns、order 和账号权限。`);
}

function readerOf(zone: string): (column: Column, cell: string | null) => unknown {
	const clocks = zoneOf(zone);
	return ({ form }, cell) => {
		if (cell === null || form === 'text') return cell;
		return form === 'json' ? (parseJson(cell)?.value ?? cell) : zoned(cell, form, clocks);
	};
}

/** A reading that the zone's clocks never showed stays as it stands; the mapping says so. */
function zoned(cell: string, form: 'wall' | 'instant', clocks: Zone): string {
	const local = Date.parse(`${cell}Z`);
	const at = form === 'instant' ? local : clocks.instants(local)[0];
	if (at === undefined || Number.isNaN(at)) return cell;
	const ahead = clocks.offset(at);
	const minutes = Math.abs(ahead) / 60_000;
	const hm = [Math.floor(minutes / 60), minutes % 60].map(n => String(n).padStart(2, '0')).join(':');
	return `${new Date(at + ahead).toISOString().slice(0, -1)}${ahead < 0 ? '-' : '+'}${hm}`;
}

/** Breaks off what takes too long or is stopped, and says why. */
async function patiently<T>(reader: TableReader, { timeoutMs = TIMEOUT_MS, signal }: Patience, act: () => Promise<T>) {
	const timeout = AbortSignal.timeout(timeoutMs);
	const end = signal ? AbortSignal.any([timeout, signal]) : timeout;
	const broken = new Promise<never>((_, reject) => {
		end.addEventListener('abort', () => {
			reader.ended();
			reject(
				signal?.aborted
					? new PlatformFault('stopped', '采集已停止。')
					: new PlatformFault('timeout', `数据库在 ${timeoutMs / 1000} 秒内没有答复完毕，稍后自动重试。`),
			);
		});
	});
	broken.catch(() => {});
	try {
		return await Promise.race([act(), broken]);
	} catch (error) {
		throw error instanceof PlatformFault || error instanceof WrongRange ? error : reader.fault(error);
	}
}
