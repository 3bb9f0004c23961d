import type { source } from './schema.ts';
import type { Seal } from './seal.ts';
import type { Connect, Source, SourceConfig } from './sources.ts';

export type SourceRow = typeof source.$inferSelect;

type Kept = Pick<SourceConfig, 'connect' | 'mapping'>;

/** The `config` column: JSON, the bearer secret sealed for its source. */
export function writeConfig({ code, connect, mapping }: SourceConfig, seal: Seal): string {
	const sealed = connect.kind === 'http' && connect.bearer !== undefined ? seal.close(connect.bearer, code) : undefined;
	return JSON.stringify({ connect: withBearer(connect, sealed), mapping } satisfies Kept);
}

/** A row as a source, its bearer secret left out. */
export function readSource(row: SourceRow): Source {
	const { connect, mapping } = JSON.parse(row.config) as Kept;
	return {
		id: row.id,
		code: row.code,
		name: row.name,
		...(row.region === null ? {} : { region: row.region }),
		connect: withBearer(connect, undefined),
		...(mapping === undefined ? {} : { mapping }),
		sample: row.sample,
		paused: row.paused,
		createdAt: row.createdAt,
	};
}

/** The same with its bearer secret opened, for the worker that pulls. Throws where SESSION_SECRET is no longer the one it was sealed under. */
export function readSourceWithSecret(row: SourceRow, seal: Seal): Source {
	const { connect } = JSON.parse(row.config) as Kept;
	const sealed = connect.kind === 'http' ? connect.bearer : undefined;
	const source = readSource(row);
	return sealed === undefined ? source : { ...source, connect: withBearer(connect, seal.open(sealed, row.code)) };
}

function withBearer(connect: Connect, bearer: string | undefined): Connect {
	if (connect.kind !== 'http') return connect;
	const { bearer: _, ...open } = connect;
	return bearer === undefined ? open : { ...open, bearer };
}
