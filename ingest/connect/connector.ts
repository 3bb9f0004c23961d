import type { Range } from '#analytics/ledger/back-fills.ts';
import type { PulledConnect } from '#analytics/ledger/sources.ts';
import type { Patience } from './http.ts';
import type { Page } from './page.ts';
import { fetchPage } from './paging/paging.ts';
import { rangedHttp } from './paging/ranged.ts';
import { openMysqlTable } from './tables/mysql.ts';
import { openPostgresTable } from './tables/postgres.ts';
import { openTable } from './tables/table.ts';

/**
 * One way of reading a platform, page by page. `page` fetches what follows `cursor` (null: from the beginning) and writes
 * nothing anywhere; asked again with the same cursor it brings the same rows again, or newer ones besides. Throws
 * PlatformFault. `count`, where there is one, tells how many rows that is. `close` gives back what the connector holds open.
 */
export type Connector = {
	page(cursor: string | null, patience?: Patience): Promise<Page>;
	count?(patience?: Patience): Promise<number>;
	close?(): Promise<void>;
};

/** The connector of a pulled source, opened; whoever opens it closes it. `range`: of that part alone. Throws WrongRange. */
export function connectorOf(connect: PulledConnect, range: Range | null = null): Connector {
	if (connect.kind === 'http')
		return range ? rangedHttp(connect, range) : { page: (cursor, patience) => fetchPage(connect, cursor, patience) };
	return openTable(connect, { postgres: openPostgresTable, mysql: openMysqlTable }[connect.kind](connect), range);
}
