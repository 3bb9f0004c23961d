import type { Instant } from '#analytics/law/day.ts';
import type { Source } from '#analytics/ledger/sources.ts';

/** Bytes of the largest file that is taken by upload; larger ones are imported by the command line. */
export const LARGEST_UPLOAD = 200 * 1024 * 1024;

/** A translation that a file may be read through. `table`: it reads tables by their columns, else records. */
export type Translatable = { name: string; describes: string; table: boolean };

/** A file on its way into the ledger, or there. `message`: why it ended early, in Chinese. */
export type Upload = {
	id: string;
	file: string;
	source: string;
	source_name: string;
	mapping: string;
	by: string;
	started_at: Instant;
	state: 'running' | 'done' | 'failed';
	/** Rows read so far; the others count events. */
	rows: number;
	accepted: number;
	duplicates: number;
	rejected: number;
	message: string | null;
};

/** Files uploaded by people: kept on disk while they are read, and what became of the latest ones since the start of this process. */
export type Uploads = {
	translations(): Promise<Translatable[]>;
	/** Writes a file to disk as it streams in; the key under which `start` finds it. Throws an Error for people where it is too large. */
	hold(bytes: AsyncIterable<Uint8Array>): Promise<string>;
	/** Starts reading a held file into the ledger, in the background. */
	start(
		held: string,
		what: { file: string; source: Source; mapping: string; sheet: string | null; by: string },
	): Upload;
	/** Takes a held file away unread. */
	drop(held: string): Promise<void>;
	/** The latest ones, the last first. */
	list(): Upload[];
};
