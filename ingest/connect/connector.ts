import type { PulledConnect } from '#analytics/ledger/sources.ts';
import type { Patience } from './http.ts';
import type { Page } from './page.ts';
import { fetchPage } from './paging/paging.ts';
import { openMysqlTable } from './tables/mysql.ts';
import { openPostgresTable } from './tables/postgres.ts';
import { openTable } from './tables/table.ts';

/**
 * One way of reading a platform, page by page. `page` fetches what follows `cursor` (null: from the beginning) and writes
 * nothing anywhere; asked again with the same cursor it brings the same rows again, or newer ones besides. Throws
 * PlatformFault. `close`, where there is one, gives back what the connector holds open.
 */
export type Connector = { page(cursor: string | null, patience?: Patience): Promise<Page>; close?(): Promise<void> };

/** The connector of a pulled source, opened; whoever opens it closes it. */
export function connectorOf(connect: PulledConnect): Connector {
	return connect.kind === 'http'
		? { page: (cursor, patience) => fetchPage(connect, cursor, patience) }
		: openTable(connect, { postgres: openPostgresTable, mysql: openMysqlTable }[connect.kind](connect));
}
