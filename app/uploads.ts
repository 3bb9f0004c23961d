import type { Source } from '#analytics/ledger/sources.ts';
import type { KeptUpload } from '#analytics/ledger/uploads.ts';

/** Bytes of the largest file that is taken by upload; larger ones are imported by the command line. */
export const LARGEST_UPLOAD = 200 * 1024 * 1024;

/** A translation that a file may be read through. `table`: it reads tables by their columns, else records. */
export type Translatable = { name: string; describes: string; table: boolean };

/** Files uploaded by people: kept on disk while they are read, and a lasting record of what became of each. */
export type Uploads = {
	translations(): Promise<Translatable[]>;
	/** Writes a file to disk as it streams in; the key under which `start` finds it. Throws an Error for people where it is too large. */
	hold(bytes: AsyncIterable<Uint8Array>): Promise<string>;
	/** Starts reading a held file into the ledger, in the background. */
	start(
		held: string,
		what: { file: string; source: Source; mapping: string; sheet: string | null; by: string },
	): Promise<void>;
	/** Takes a held file away unread. */
	drop(held: string): Promise<void>;
	/** The latest ones, the last first. */
	list(): Promise<KeptUpload[]>;
};
