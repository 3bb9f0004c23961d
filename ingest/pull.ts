import type { Instant } from '#analytics/law/day.ts';
import type { BackFill, Range } from '#analytics/ledger/back-fills.ts';
import type { Batch, Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import { isPulled, type Source } from '#analytics/ledger/sources.ts';
import { accept } from './accept.ts';
import { type Connector, connectorOf } from './connect/connector.ts';
import { PlatformFault } from './connect/fault.ts';
import type { Patience } from './connect/http.ts';
import type { Page } from './connect/page.ts';
import { WrongRange } from './connect/range.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { translationOf } from './platforms/index.ts';
import type { Translation } from './platforms/translation.ts';
import { type Behind, room } from './room.ts';
import type { Row } from './row.ts';
import { rowOf } from './storable.ts';

export type PullDeps = Patience & {
	ledger: Pick<Ledger, 'append'>;
	/** Where saved mappings are found; absent: bundled ones alone. */
	mappings?: Pick<Mappings, 'find'>;
	now(): Instant;
	/** How far the read model is behind; absent: it is not waited for. */
	behind?: Behind;
	/** Pages of one turn at most. */
	maxPages?: number;
	/** A turn asks for no further page after so many milliseconds. */
	budgetMs?: number;
};

/** What one turn brought. `more`: the platform has more; `fault`: why the turn ended early, null when it went well. */
export type Pulled = {
	pages: number;
	accepted: number;
	duplicates: number;
	rejected: number;
	cursor: string | null;
	more: boolean;
	fault: PlatformFault | null;
};

/**
 * One turn at a platform: page after page is fetched outside any transaction, and each is appended together with the
 * source's new cursor in one, under the fence of the claim. Killed at any moment, the next turn asks again from the last
 * committed cursor, and what comes twice is dropped by its id: every event is taken exactly once. What the platform does
 * wrong is `fault`, with everything before it kept; throws FencedOff and what the ledger throws.
 */
export function pullOnce(source: Source, cursor: string | null, fence: number, deps: PullDeps): Promise<Pulled> {
	return readOn({
		...{ source, cursor, deps, open: () => openConnector(source) },
		move: ({ items }, to, before) => (items.length > 0 || to !== before ? { cursor: { to, fence } } : null),
	});
}

/** One turn of a back-fill: the same with the range's pages, and its own position in place of the source's cursor. */
export function fillOnce(source: Source, backFill: BackFill, fence: number, deps: PullDeps): Promise<Pulled> {
	const { no, begins, ends, position } = backFill;
	return readOn({
		...{ source, cursor: position, deps, open: () => openConnector(source, { begins, ends }) },
		move: ({ items, more, total = null, reached = null }, to) => ({
			backFill: { no, fence, position: to, rows: items.length, done: !more, total, reached },
		}),
	});
}

type Course = {
	source: Source;
	cursor: string | null;
	deps: PullDeps;
	open(): Connector;
	/** What a page moves in the transaction that appends it; null: there is nothing to write. */
	move(page: Page, to: string | null, before: string | null): Pick<Batch, 'cursor' | 'backFill'> | null;
};

async function readOn(course: Course): Promise<Pulled> {
	const { source, cursor, deps } = course;
	const { maxPages = 40, budgetMs = 15_000, now } = deps;
	const pulled: Pulled = { pages: 0, accepted: 0, duplicates: 0, rejected: 0, cursor, more: true, fault: null };
	const asked = new Set<string | null>();
	const end = now() + budgetMs;
	let connector: Connector | null = null;
	try {
		connector = course.open();
		const translation = await translationOf(source.mapping, deps.mappings);
		while (pulled.more && pulled.pages < maxPages && now() < end) {
			if (asked.has(pulled.cursor))
				throw new PlatformFault('same_page', '平台的游标回到了已读过的位置，分页陷入循环。请联系平台修正接口。');
			asked.add(pulled.cursor);
			await room(deps.behind, deps.signal);
			const page = await connector.page(pulled.cursor, deps);
			await takeIn(page, course, translation, pulled);
		}
	} catch (error) {
		pulled.fault = faultOf(error);
	} finally {
		await connector?.close?.();
	}
	return pulled;
}

function faultOf(error: unknown): PlatformFault {
	if (error instanceof PlatformFault) return error;
	if (error instanceof WrongRange) return new PlatformFault('wrong_range', error.message, { cause: error });
	if (error instanceof WrongMapping) return new PlatformFault('wrong_mapping', error.message, { cause: error });
	throw error;
}

/** Appends one page and moves behind it, in one transaction. */
async function takeIn(page: Page, course: Course, translation: Translation, pulled: Pulled): Promise<void> {
	const { source, deps, move } = course;
	const to = page.next ?? pulled.cursor;
	const { events, rejects } = accept(rowsOf(page, translation, source), source);
	const moved = move(page, to, pulled.cursor);
	let going = true;
	if (moved) {
		const { mapping } = translation;
		const batch = { sourceId: source.id, receivedAt: deps.now(), events, rejects, mapping, ...moved };
		const appended = await deps.ledger.append(batch);
		pulled.accepted += appended.accepted;
		pulled.duplicates += appended.duplicates;
		pulled.rejected += rejects.length + appended.conflicts.length;
		going = appended.going ?? true;
	}
	pulled.pages++;
	pulled.cursor = to;
	pulled.more = page.more && going;
}

function rowsOf(page: Page, translation: Translation, source: Source): Row[] {
	const delivery = translation.begin(source);
	const rows = page.items.flatMap((item, at) => {
		const row = rowOf(item);
		return 'unreadable' in row ? [row] : delivery.row({ ...row, where: `本页第 ${at + 1} 条` });
	});
	return [...rows, ...delivery.end()];
}

function openConnector({ connect, code }: Source, range: Range | null = null): Connector {
	if (isPulled(connect)) return connectorOf(connect, range);
	throw new TypeError(`来源 ${code} 不是定时拉取的来源`);
}
