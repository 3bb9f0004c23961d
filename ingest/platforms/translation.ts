import type { TableForm } from '../connect/files/table.ts';
import type { Placed, ReadRow, Row } from '../row.ts';

/** One row of a platform, parsed but not understood. */
export type ForeignRow = Placed<ReadRow>;

/** How one platform's rows become share events. */
export type Translation = {
	/** Name and version, kept with every batch; null: the rows are share events already. */
	mapping: string | null;
	/** How a table of this platform is written; null: its files hold records (JSON, NDJSON, Parquet). */
	table: TableForm | null;
	/** Its rows count only together: one of them alone, read again, would tell something else. */
	together?: true;
	/** Starts one delivery (a page, a file) of the source. */
	begin(source: { code: string }): Delivery;
};

/** One delivery being translated: what each row says at once, and what only all of them together say. */
export type Delivery = { row(row: ForeignRow): Row[]; end(): Row[] };
