/** When a pulled source is pulled while there is nothing more to fetch: by default every 30 seconds. */
type Rhythm = {
	/** Seconds between pulls. */
	every?: number;
};

/** How the list of an interface is cut into pages; what each asks and keeps stands at its reader in ingest/connect/paging. */
export type HttpPaging =
	/** The platform names the next cursor. */
	| { style: 'cursor' }
	/**
	 * Numbered pages, a number of rows to pass over, or links to the next page. `from`: where the next round begins; `last`
	 * (the default) suits lists that grow at their end, `first` reads any other list anew each round.
	 */
	| { style: 'page' | 'offset' | 'link'; from?: 'last' | 'first' }
	/** Everything since a time, in order of it. */
	| {
			style: 'since';
			/** Where a row holds its time. */
			time: string;
			/** How times are written, in rows and in the question; `local` is yyyy-MM-dd HH:mm:ss in `zone`. */
			stamp?: 'iso' | 'local' | 'epoch_ms' | 'epoch_s';
			/** IANA name; Asia/Shanghai where none is named. */
			zone?: string;
			/** Seconds that a round goes back for rows that were written late. */
			lookBack?: number;
			/** The platform leaves out the rows of the very time that is asked for. */
			exclusive?: boolean;
	  };

/** How we say who asks, where it is no bearer token. */
export type HttpAuth =
	| { kind: 'basic'; user: string; password: string }
	| { kind: 'api_key'; name: string; key: string; in?: 'header' | 'query' }
	/** A signature over a stated text (README 对方接口的签名). */
	| { kind: 'hmac-sha256' | 'hmac-sm3'; app: string; key: string };

/** An interface that answers with pages of JSON: GET url?{after}={cursor}&{limit}={pageSize}. */
export type HttpConnect = Rhythm & {
	kind: 'http';
	url: string;
	bearer?: string;
	auth?: HttpAuth;
	paging?: HttpPaging;
	/** Where it tells how many events it holds: GET url?from=2026-03-01&to=2026-03-31, on the same host (README 核对件数). */
	totals?: { url: string };
	/** Rows of one page, at most what the platform allows. */
	pageSize?: number;
	/** Names in the platform's answer and query; defaults are our own contract's. `items` of `.`: the answer is the list. */
	fields?: { items?: string; next?: string; more?: string; total?: string; after?: string; limit?: string };
};

/** A table or view of a front-end database (前置库): PostgreSQL, MySQL, and what speaks their protocols. */
export type TableConnect = Rhythm & {
	kind: 'postgres' | 'mysql';
	host: string;
	/** 5432 and 3306 where none is named. */
	port?: number;
	database: string;
	user: string;
	password?: string;
	/** `table` or `schema.table`. */
	table: string;
	/** The columns to read; all where none is named. */
	columns?: string[];
	/** What rows are read in order of: a sequence number of their own, or a time together with their key. Rows without it are not read. */
	order: { column: string; key?: string };
	/** Where every row is one event: the column of the time at which it was written, by whose days the rows are counted. */
	totals?: { column: string };
	/** How far a round goes back for rows that were written late: seconds of a time, numbers of a sequence. */
	lookBack?: number;
	/** Zone of times that are stored without one; Asia/Shanghai where none is named. */
	zone?: string;
	/** Rows of one page. */
	pageSize?: number;
};

/** A platform that we ask, in distinction to one that sends or whose files are imported. */
export type PulledConnect = HttpConnect | TableConnect;

/** How a source's rows reach us. */
export type Connect = { kind: 'push' } | { kind: 'import' } | PulledConnect;

/** Whether the schedule pulls a source that is connected so. */
export function isPulled(connect: Pick<Connect, 'kind'>): connect is PulledConnect {
	return connect.kind !== 'push' && connect.kind !== 'import';
}

/** Whether a source can be asked how many events it holds of a day. */
export function tellsTotals(connect: Connect): connect is Telling<HttpConnect> | Telling<TableConnect> {
	return isPulled(connect) && connect.totals !== undefined;
}

type Telling<C extends PulledConnect> = C & Required<Pick<C, 'totals'>>;

/** How its list is read: a place in it (a cursor) means nothing under another way of reading. */
export function readingOf(connect: Connect): string {
	if (connect.kind === 'http') return `http ${connect.paging?.style ?? 'cursor'}`;
	return 'order' in connect ? JSON.stringify([connect.table, connect.order]) : connect.kind;
}

/** What a part of a source's list is told in: times, times or numbers, page numbers, rows, a cursor to begin at, nothing. */
export type RangeForm = 'time' | 'order' | 'page' | 'offset' | 'cursor' | 'whole';

/** How a range of a pulled source is told. */
export function rangeFormOf(connect: PulledConnect): RangeForm {
	if (connect.kind !== 'http') return 'order';
	const { style } = connect.paging ?? { style: 'cursor' };
	if (style === 'since') return 'time';
	return style === 'link' ? 'whole' : style;
}
