import { Readable } from 'node:stream';
import { csvText } from './csv.ts';
import { xlsxBytes } from './xlsx.ts';

/** One column of a file: its Chinese head and what stands under it. */
export type Column<R> = {
	head: string;
	cell: (row: R) => string | number | null;
	/** Its texts spell numbers, `86.50` or `93.3%`: a workbook holds the number. */
	numeric?: true;
};

/** Rows on their way into a file: asked for part by part until a part is not full. */
type Read<R> = (limit: number, offset: number) => Promise<R[]>;

/** A list as a file, in whatever form is asked for. */
export class ListFile<R = unknown> {
	constructor(
		/** Without the ending. */
		readonly name: string,
		readonly columns: Column<R>[],
		readonly read: Read<R>,
		/** Rows asked for at once. */
		readonly part: number,
	) {}
}

const PART = 5000;

/** A list as a file; every form of it has these columns and these rows. `part`: rows asked for at once. */
export function listFile<R>(name: string, columns: Column<R>[], read: Read<R>, part = PART): ListFile<R> {
	return new ListFile(name, columns, read, part);
}

const forms = {
	csv: { type: 'text/csv; charset=utf-8', write: csvText },
	xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxBytes },
};
export type Form = keyof typeof forms;

/** The form that a caller names: by the ending of the address, or by `Accept`; null: neither. */
export function formAsked(request: Request): Form | null {
	const ending = /\.(csv|xlsx)$/.exec(new URL(request.url).pathname)?.[1];
	if (ending) return ending as Form;
	const accept = request.headers.get('accept') ?? '';
	return accept.includes('text/csv') ? 'csv' : accept.includes(forms.xlsx.type) ? 'xlsx' : null;
}

/**
 * The download, written while the rows are read. The first part is read before anything is sent, so that a refusal is still an
 * answer of its own.
 */
export async function download<R>({ name, columns, read, part }: ListFile<R>, form: Form): Promise<Response> {
	const { type, write } = forms[form];
	const first = await read(part, 0);
	const bytes = write(columns, parts(first, read, part), name);
	return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
		headers: {
			'Content-Type': type,
			'Content-Disposition': `attachment; filename="shudu.${form}"; filename*=UTF-8''${encodeURIComponent(`${name}.${form}`)}`,
			'Cache-Control': 'no-store',
		},
	});
}

async function* parts<R>(first: R[], read: Read<R>, size: number): AsyncGenerator<R[]> {
	let written = 0;
	for (let part = first; part.length > 0; part = await read(size, written)) {
		yield part;
		written += part.length;
		if (part.length < size) return;
	}
}
