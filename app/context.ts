import type { Day, Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { RejectFilter, Rejects } from '#analytics/ledger/settle.ts';
import type { Sources } from '#analytics/ledger/sources.ts';
import type { Store } from '#analytics/store/store.ts';
import type { Intake } from './intake.ts';
import type { Office } from './office/office.ts';
import type { Uploads } from './uploads.ts';

/** What app/server.ts hands to every loader and action. */
export type House = {
	store: Store;
	ledger: Ledger;
	sources: Sources;
	office: Office;
	/** What ingest does for the pages. */
	intake: Intake;
	uploads: Uploads;
	rejects: Rejects;
	/** Reads open rejects again under the present mappings; `by`: the account's name. Counts are of rejects, `accepted` of new events. */
	replay(
		filter: RejectFilter,
		by: string,
	): Promise<{ tried: number; replayed: number; accepted: number; left: number }>;
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
