import { createHash } from 'node:crypto';
import type { Lawbook } from '#analytics/law/lawbook.ts';

/** The schema of the read model: name of each file in sql/duckdb and its text, in order. */
export const schema: readonly (readonly [file: string, sql: string])[] = Object.entries(
	import.meta.glob<string>('../../sql/duckdb/*.sql', { query: '?raw', import: 'default', eager: true }),
).sort(([a], [b]) => (a < b ? -1 : 1));

/** The code that turns events into rows: when it changes, stored rows are no longer what it would make. */
const folding = import.meta.glob<string>(
	[
		'../law/**/*.ts',
		'../cases/*.ts',
		'./{days,events,law,links,pointers,policies,project,register,registers,rows,statutes,together,versions}.ts',
	],
	{ query: '?raw', import: 'default', eager: true },
);

/**
 * Fingerprint of everything that the rows depend on besides the ledger: schema, folding code and the lawbook as shipped. A
 * read model made with another one is thrown away and made again.
 */
export function fingerprint(lawbook: Lawbook): string {
	const hash = createHash('sha256');
	hash.update(JSON.stringify([schema, Object.entries(folding).sort(), lawbook]));
	return hash.digest('hex');
}
