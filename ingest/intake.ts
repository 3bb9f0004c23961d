import type { Instant } from '#analytics/law/day.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { mappingVersions, saveMapping } from './mappings/saved.ts';
import { platformNames } from './platforms/index.ts';
import { type TryOut, tryOut } from './try-out.ts';

type Parts = { mappings: Mappings; now(): Instant };

/** What ingest does for the pages, which never reach for it themselves. */
export function openIntake({ mappings, now }: Parts) {
	return {
		tryOut: (trial: TryOut) => tryOut(trial, { mappings }),
		platforms: platformNames,
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
