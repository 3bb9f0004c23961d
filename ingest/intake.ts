import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import { type ImportedFile, importFile } from './import.ts';
import { WrongMapping } from './mappings/mapping.ts';
import { mappingVersions, saveMapping } from './mappings/saved.ts';
import { platformNames } from './platforms/index.ts';
import { type TryOut, tryOut } from './try-out.ts';

type Parts = { ledger: Pick<Ledger, 'append'>; mappings: Mappings; now(): Instant };

/** What ingest does for the pages, which never reach for it themselves. */
export function openIntake({ ledger, mappings, now }: Parts) {
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
		importUpload: (file: ImportedFile) => importFile(file, { ledger, mappings, now }),
	};
}
