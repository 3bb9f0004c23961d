import type { Day, Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Sources } from '#analytics/ledger/sources.ts';
import type { Store } from '#analytics/store/store.ts';
import type { Intake } from './intake.ts';
import type { Office } from './office/office.ts';

/** What app/server.ts hands to every loader and action. */
export type House = {
	store: Store;
	ledger: Ledger;
	sources: Sources;
	office: Office;
	/** What ingest does for the pages. */
	intake: Intake;
	/** The legal date now; frozen by TODAY. */
	today(): Day;
	now(): Instant;
	/** True while the sample city is shown: every page says 示例数据. */
	sample: boolean;
	/** Nonce of the Content-Security-Policy of this response. */
	nonce: string;
};

declare module '@remix-run/server-runtime' {
	interface AppLoadContext extends House {}
}
