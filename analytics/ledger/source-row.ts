import type { source } from './schema.ts';
import type { Seal } from './seal.ts';
import { changeSecrets, withoutSecrets } from './secrets.ts';
import type { Source, SourceConfig } from './sources.ts';

export type SourceRow = typeof source.$inferSelect;

type Kept = Pick<SourceConfig, 'connect' | 'mapping'>;

/** The `config` column: JSON, its secrets sealed for their source. */
export function writeConfig({ code, connect, mapping }: SourceConfig, seal: Seal): string {
	return JSON.stringify({
		connect: changeSecrets(
			connect,
			each(text => seal.close(text, code)),
		),
		mapping,
	} satisfies Kept);
}

/** A row as a source, its secrets left out. */
export function readSource(row: SourceRow): Source {
	const { connect, mapping } = JSON.parse(row.config) as Kept;
	return {
		id: row.id,
		code: row.code,
		name: row.name,
		...(row.region === null ? {} : { region: row.region }),
		connect: withoutSecrets(connect),
		...(mapping === undefined ? {} : { mapping }),
		sample: row.sample,
		paused: row.paused,
		createdAt: row.createdAt,
	};
}

/** The same with its secrets opened, for the worker that pulls. Throws where SESSION_SECRET is no longer the one they were sealed under. */
export function readSourceWithSecret(row: SourceRow, seal: Seal): Source {
	const { connect } = JSON.parse(row.config) as Kept;
	return {
		...readSource(row),
		connect: changeSecrets(
			connect,
			each(text => seal.open(text, row.code)),
		),
	};
}

function each(change: (secret: string) => string): (secret: string | undefined) => string | undefined {
	return secret => (secret === undefined ? undefined : change(secret));
}
