import { eq } from 'drizzle-orm';
import { readingOf } from './connect.ts';
import { breakLease } from './lease.ts';
import type { Db } from './postgres.ts';
import { source, sourceCursor } from './schema.ts';
import type { Seal } from './seal.ts';
import { keepSecrets, samePlace, withoutSecrets } from './secrets.ts';
import { noteAct, type SourceActName } from './source-acts.ts';
import { readSourceConfig } from './source-config.ts';
import { readSource, readSourceWithSecret, type SourceRow, writeConfig } from './source-row.ts';
import {
	type Connect,
	type Doer,
	isPulled,
	type Revision,
	type Source,
	type SourceConfig,
	SourceRefused,
} from './sources.ts';
import { mintToken } from './token.ts';

/**
 * Changes everything about a source but its code, and fences off who still pulls the old way. Secrets that the new
 * configuration leaves out stay, unless they would go to another place. Its token stays; its cursor too, unless the way of
 * connecting is another, or `again`. Throws an Error where there is no such source, or the configuration is wrong.
 */
export function revise(db: Db, seal: Seal, { config, again }: Revision, by: Doer): Promise<Source> {
	return db.transaction(async tx => {
		const row = await rowOf(tx, config.code);
		const before = readSource(row);
		const next = readSourceConfig(withKeptSecrets(config, row, seal));
		const afresh = again || readingOf(next.connect) !== readingOf(before.connect);
		const told = [...changesBetween(before, next, config), ...(afresh ? ['从头重新采集'] : [])];
		await note(tx, config.code, 'changed', told.join('、') || '内容未变', by);
		await tx
			.update(sourceCursor)
			.set({ nextRunAt: isPulled(next.connect) ? 0 : null, failures: 0, ...(afresh ? { cursor: null } : {}) })
			.where(eq(sourceCursor.sourceId, row.id));
		await breakLease(tx, row.id);
		const kept = { name: next.name, region: next.region ?? null, config: writeConfig(next, seal) };
		return changed(tx, config.code, kept);
	});
}

/** The configuration with the secrets that it leaves out, from the kept source of its code; as it is where there is none. */
export async function opened(db: Db, seal: Seal, config: SourceConfig): Promise<SourceConfig> {
	const [row] = await db.select().from(source).where(eq(source.code, config.code));
	return row ? withKeptSecrets(config, row, seal) : config;
}

/** Stops a source's pulls, or lets them go on. */
export function pause(db: Db, code: string, paused: boolean, by: Doer): Promise<Source> {
	return db.transaction(async tx => {
		await note(tx, code, paused ? 'paused' : 'resumed', '', by);
		return changed(tx, code, { paused });
	});
}

/** Makes a pulled source due at once. Throws where it is not pulled, or paused. */
export function hasten(db: Db, code: string, by: Doer): Promise<void> {
	return db.transaction(async tx => {
		const { id, name, connect, paused } = readSource(await rowOf(tx, code));
		if (!isPulled(connect)) throw new SourceRefused(`来源“${name}”不是定时拉取的，无需采集。`);
		if (paused) throw new SourceRefused(`来源“${name}”已暂停，请先恢复再采集。`);
		await note(tx, code, 'pulled', '', by);
		await tx.update(sourceCursor).set({ nextRunAt: 0 }).where(eq(sourceCursor.sourceId, id));
	});
}

/** Gives a source another push token, which is shown once; the old one is worth nothing from then on. */
export function rotate(db: Db, code: string, by: Doer): Promise<string> {
	return db.transaction(async tx => {
		const { token, hash } = mintToken('source');
		await note(tx, code, 'rotated', '旧令牌即时失效', by);
		await changed(tx, code, { tokenHash: hash });
		return token;
	});
}

/** Notes an act on a source in the transaction that does it, before anything else in it: an append locks the head first too. */
export function note(tx: Db, target: string, act: SourceActName, detail: string, by: Doer): Promise<void> {
	return noteAct(tx, { ...by, act, target, detail });
}

async function rowOf(tx: Db, code: string): Promise<SourceRow> {
	const [row] = await tx.select().from(source).where(eq(source.code, code));
	if (row === undefined) throw new SourceRefused(`没有代码为“${code}”的数据来源，请先添加。`);
	return row;
}

async function changed(tx: Db, code: string, set: Partial<SourceRow>): Promise<Source> {
	const [row] = await tx.update(source).set(set).where(eq(source.code, code)).returning();
	if (row === undefined) throw new SourceRefused(`没有代码为“${code}”的数据来源，请先添加。`);
	return readSource(row);
}

function withKeptSecrets(config: SourceConfig, row: SourceRow, seal: Seal): SourceConfig {
	if (!samePlace(readSource(row).connect, config.connect)) return config;
	const { connect: kept } = readSourceWithSecret(row, seal);
	return { ...config, connect: keepSecrets(kept, config.connect) };
}

/** What is another than before, in words; of secrets only that one was given. */
function changesBetween(before: Source, next: SourceConfig, given: SourceConfig): string[] {
	const open = (connect: Connect) => JSON.stringify(withoutSecrets(connect));
	return [
		before.name === next.name ? null : `名称改为“${next.name}”`,
		before.region === next.region ? null : `行政区划改为${next.region ?? '未填'}`,
		before.mapping === next.mapping ? null : `转换规则改为${next.mapping ?? '本系统约定'}`,
		open(before.connect) === open(next.connect) ? null : '接入方式或者参数',
		JSON.stringify(given.connect) !== open(given.connect) ? '更换密钥' : null,
	].filter(told => told !== null);
}
