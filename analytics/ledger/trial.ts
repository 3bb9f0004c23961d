import type { ShareEvent } from '#analytics/cases/event.ts';
import type { Connect } from './connect.ts';

/** What to try: whose rows they are, how they are translated, and where they come from. Nothing of it is written. */
export type Trial = {
	code: string;
	/** A mapping by name (undefined: our own contract), or the JSON of one that is being written. */
	mapping: { name: string | undefined } | { draft: string };
	/** The first page of a platform, or text that somebody pasted: a table with a header line, JSON, or NDJSON. */
	rows: { connect: Connect } | { text: string };
};

/** One row as it came, and what it would become. */
export type TriedRow = {
	where: string;
	raw: string;
	events: ShareEvent[];
	rejects: { code: string; message: string }[];
};

/** What a trial came to. */
export type Tried = {
	/** The first two hundred rows. */
	rows: TriedRow[];
	/** Rows, events and rejects of the whole page or text. */
	count: number;
	events: number;
	rejects: number;
	/** Names of the columns, in the order in which they first appear. */
	columns: string[];
	/** Where the next page would begin; null where there is none. */
	cursor: string | null;
	/** Why nothing, or not everything, could be tried; Chinese. */
	fault: string | null;
};
