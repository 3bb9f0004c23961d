import type { Instant } from '#analytics/law/day.ts';
import type { BackFills, Range } from '#analytics/ledger/back-fills.ts';
import type { Connect } from '#analytics/ledger/connect.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import type { Doer, Sources } from '#analytics/ledger/sources.ts';
import type { Trial } from '#analytics/ledger/trial.ts';
import { beginBackFill } from './back-fill.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { mappingVersions, saveMapping } from './mappings/saved.ts';
import { platformNames } from './platforms/index.ts';
import { totalsOf } from './reconcile.ts';
import { tryOut } from './try-out.ts';

type Parts = { mappings: Mappings; sources: Sources; backFills: BackFills; now(): Instant };

/** What ingest does for the pages, which never reach for it themselves. */
export function openIntake({ mappings, sources, backFills, now }: Parts) {
	return {
		tryOut: (trial: Trial) => tryOut(trial, { mappings }),
		totals: (connect: Connect, span: { from: string; to: string }) => totalsOf(connect, span),
		platforms: platformNames,
		backFills: {
			...backFills,
			begin: (code: string, range: Range, by: Doer) => beginBackFill(code, range, by, { sources, backFills }),
		},
		mappings: () => mappingVersions(mappings),
		saveMapping: async (text: string, author: string) => {
			try {
				return await saveMapping(text, { mappings, author, now: now() });
			} catch (error) {
				if (error instanceof WrongMapping) return { wrong: error.message };
				throw error;
			}
		},
	};
}
