import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import { isPulled, type Source } from '#analytics/ledger/sources.ts';
import { accept } from './accept.ts';
import { type Connector, connectorOf } from './connect/connector.ts';
import { PlatformFault } from './connect/fault.ts';
import type { Patience } from './connect/http.ts';
import type { Page } from './connect/page.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { translationOf } from './platforms/index.ts';
import type { Translation } from './platforms/translation.ts';
import type { Row } from './row.ts';
import { rowOf } from './storable.ts';

export type PullDeps = Patience & {
	ledger: Pick<Ledger, 'append'>;
	/** Where saved mappings are found; absent: bundled ones alone. */
	mappings?: Pick<Mappings, 'find'>;
	now(): Instant;
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
export async function pullOnce(source: Source, cursor: string | null, fence: number, deps: PullDeps): Promise<Pulled> {
	const { maxPages = 20, budgetMs = 60_000, now } = deps;
	const pulled: Pulled = { pages: 0, accepted: 0, duplicates: 0, rejected: 0, cursor, more: true, fault: null };
	const asked = new Set<string | null>();
	const end = now() + budgetMs;
	const connector = openConnector(source);
	try {
		const translation = await translationOf(source.mapping, deps.mappings);
		while (pulled.more && pulled.pages < maxPages && now() < end) {
			if (asked.has(pulled.cursor))
				throw new PlatformFault('same_page', '平台的游标回到了已读过的位置，分页陷入循环。请联系平台修正接口。');
			asked.add(pulled.cursor);
			const page = await connector.page(pulled.cursor, deps);
			await takeIn(page, { source, fence, deps, translation, pulled });
		}
	} catch (error) {
		pulled.fault = faultOf(error);
	} finally {
		await connector.close?.();
	}
	return pulled;
}

function faultOf(error: unknown): PlatformFault {
	if (error instanceof PlatformFault) return error;
	if (error instanceof WrongMapping) return new PlatformFault('wrong_mapping', error.message, { cause: error });
	throw error;
}

type Turn = { source: Source; fence: number; deps: PullDeps; translation: Translation; pulled: Pulled };

/** Appends one page and moves the cursor behind it, in one transaction. */
async function takeIn(page: Page, { source, fence, deps, translation, pulled }: Turn): Promise<void> {
	const to = page.next ?? pulled.cursor;
	const { events, rejects } = accept(rowsOf(page, translation, source), source);
	if (page.items.length > 0 || to !== pulled.cursor) {
		const { mapping } = translation;
		const batch = { sourceId: source.id, receivedAt: deps.now(), events, rejects, mapping, cursor: { to, fence } };
		const appended = await deps.ledger.append(batch);
		pulled.accepted += appended.accepted;
		pulled.duplicates += appended.duplicates;
		pulled.rejected += rejects.length + appended.conflicts.length;
	}
	pulled.pages++;
	pulled.cursor = to;
	pulled.more = page.more;
}

function rowsOf(page: Page, translation: Translation, source: Source): Row[] {
	const delivery = translation.begin(source);
	const rows = page.items.flatMap((item, at) => {
		const row = rowOf(item);
		return 'unreadable' in row ? [row] : delivery.row({ ...row, where: `本页第 ${at + 1} 条` });
	});
	return [...rows, ...delivery.end()];
}

function openConnector({ connect, code }: Source): Connector {
	if (isPulled(connect)) return connectorOf(connect);
	throw new TypeError(`来源 ${code} 不是定时拉取的来源`);
}
