import { and, asc, eq, max, ne } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import { readingOf } from './connect.ts';
import { breakLease, endBackFill, endLease, lease, leaseBackFill } from './lease.ts';
import type { Db, Postgres } from './postgres.ts';
import { countRejects, listRejects } from './rejects.ts';
import { listRuns } from './runs.ts';
import { ledgerHead, source, sourceCursor } from './schema.ts';
import { openSeal, type Seal } from './seal.ts';
import { listActs } from './source-acts.ts';
import { readSourceConfig } from './source-config.ts';
import { readSource, readSourceWithSecret, type SourceRow, writeConfig } from './source-row.ts';
import {
	type Connect,
	type Doer,
	isPulled,
	type Source,
	type SourceConfig,
	SourceRefused,
	type Sources,
} from './sources.ts';
import { hasten, note, opened, pause, revise, rotate } from './tend.ts';
import { hashToken, mintToken } from './token.ts';

/** Code of the authority's own acts. */
const OFFICE = 'office';
/** When to come back to a source whose secret cannot be read. */
const LATER = 5 * 60_000;

/** `secret` (SESSION_SECRET) seals the platforms' secrets at rest; `now` is the clock of the house, the machine's where none is given. */
type Opening = { secret: string; now?: () => Instant };

/** The register of sources on an open PostgreSQL. */
export function openSources({ db }: Pick<Postgres, 'db'>, { secret, now = Date.now }: Opening): Sources {
	const seal = openSeal(secret);
	const system = (): Doer => ({ account: '系统', at: now() });
	return {
		add: (config, by = system()) => add(db, seal, config, by),
		list: async () => (await db.select().from(source).orderBy(asc(source.id))).map(readSource),
		byCode: code => one(db, 'code', code),
		byToken: token => one(db, 'tokenHash', hashToken(token)),
		reconnect: (code, connect) => reconnect(db, seal, code, connect),
		revise: (revision, by) => revise(db, seal, revision, by),
		opened: config => opened(db, seal, config),
		pause: (code, paused, by = system()) => pause(db, code, paused, by),
		hasten: (code, by) => hasten(db, code, by),
		rotate: (code, by) => rotate(db, code, by),
		runs: (sourceId, limit) => listRuns(db, sourceId, limit),
		acts: (code, limit) => listActs(db, code, limit),
		pulls: () => db.select().from(sourceCursor).orderBy(asc(sourceCursor.sourceId)),
		claim: (now, leaseMs, only) => claim(db, seal, now, leaseMs, only),
		freeLeases: () => breakLease(db),
		claimBackFill: (now, leaseMs) => claimBackFill(db, seal, now, leaseMs),
		endBackFill: (backFill, fence, failed) => endBackFill(db, backFill, fence, failed),
		release: (sourceId, fence, outcome) => endLease(db, sourceId, fence, outcome),
		rejects: filter => listRejects(db, filter),
		rejectCounts: () => countRejects(db),
	};
}

async function add(db: Db, seal: Seal, given: SourceConfig, by: Doer): Promise<{ source: Source; token: string }> {
	const config = readSourceConfig(given);
	const { token, hash } = mintToken('source');
	const row = await db.transaction(async tx => {
		await tx.select().from(ledgerHead).for('update');
		await refuse(tx, config);
		const [last] = await tx.select({ id: max(source.id) }).from(source);
		const added: SourceRow = {
			id: (last?.id ?? 0) + 1,
			code: config.code,
			name: config.name,
			region: config.region ?? null,
			config: writeConfig(config, seal),
			tokenHash: hash,
			sample: config.sample ?? false,
			paused: false,
			createdAt: by.at,
		};
		await tx.insert(source).values(added);
		await tx
			.insert(sourceCursor)
			.values({ sourceId: added.id, fence: 0, failures: 0, nextRunAt: firstRun(config.connect) });
		await note(tx, config.code, 'added', '', by);
		return added;
	});
	return { source: readSource(row), token };
}

/** Throws where the code is taken, or the sample city and real data would mix: a figure of both would be worth nothing. */
async function refuse(tx: Db, { code, sample = false }: SourceConfig): Promise<void> {
	if (await one(tx, 'code', code)) throw new SourceRefused(`数据来源代码“${code}”已被占用，请换一个代码。`);
	const others = and(eq(source.sample, !sample), ne(source.code, OFFICE));
	const [other] = await tx.select().from(source).where(others).limit(1);
	if (other === undefined) return;
	throw new SourceRefused(
		sample
			? `已登记真实数据来源“${other.name}”，不能再装入示例城市：请用 DATA_DIR 另指一个空目录运行示例。`
			: '当前数据目录装的是示例城市，不能登记真实数据来源：请用 DATA_DIR 另指一个空目录，并设 SHUDU_SAMPLE=off 后重新启动。',
	);
}

/** Pulled sources are due at once, whatever the clock says; the others never. */
function firstRun(connect: Connect): number | null {
	return isPulled(connect) ? 0 : null;
}

async function one(db: Db, column: 'code' | 'tokenHash', value: string): Promise<Source | null> {
	const [row] = await db.select().from(source).where(eq(source[column], value));
	return row ? readSource(row) : null;
}

async function change(db: Db, code: string, set: Partial<SourceRow>): Promise<Source> {
	const [row] = await db.update(source).set(set).where(eq(source.code, code)).returning();
	if (row === undefined) throw new SourceRefused(`没有代码为“${code}”的数据来源，请先添加。`);
	return readSource(row);
}

function reconnect(db: Db, seal: Seal, code: string, connect: Connect): Promise<Source> {
	return db.transaction(async tx => {
		const before = await one(tx, 'code', code);
		if (before === null) throw new SourceRefused(`没有代码为“${code}”的数据来源，请先添加。`);
		const { id, paused, createdAt, ...config } = before;
		const next = readSourceConfig({ ...config, connect });
		const cursor = readingOf(config.connect) === readingOf(next.connect) ? {} : { cursor: null };
		await tx
			.update(sourceCursor)
			.set({ nextRunAt: firstRun(next.connect), ...cursor })
			.where(eq(sourceCursor.sourceId, id));
		await breakLease(tx, id);
		return change(tx, code, { config: writeConfig(next, seal) });
	});
}

/** A source whose secret cannot be read says so on the sources page and does not stand in the way of the next one. */
async function claim(db: Db, seal: Seal, now: number, leaseMs: number, only?: number): ReturnType<Sources['claim']> {
	for (;;) {
		const leased = await lease(db, now, leaseMs, only);
		if (leased === null) return null;
		const { sourceId, ...claimed } = leased;
		const opened = await openedSource(db, seal, sourceId);
		if (opened === null) return null;
		if (!('sealed' in opened)) return { source: opened, ...claimed };
		await endLease(db, sourceId, claimed.fence, { at: now, count: 0, error: opened.sealed, nextRunAt: now + LATER });
		if (only !== undefined) return null;
	}
}

async function claimBackFill(db: Db, seal: Seal, now: number, leaseMs: number): ReturnType<Sources['claimBackFill']> {
	for (;;) {
		const leased = await leaseBackFill(db, now, leaseMs);
		if (leased === null) return null;
		const { sourceId, fence, backFill } = leased;
		const opened = await openedSource(db, seal, sourceId);
		if (opened === null) return null;
		if (!('sealed' in opened)) return { source: opened, fence, backFill };
		await endBackFill(db, backFill, fence, { fault: opened.sealed, nextAt: now + LATER });
	}
}

/** A source with its secrets, or why they cannot be read; null where it is gone. */
async function openedSource(db: Db, seal: Seal, sourceId: number): Promise<Source | { sealed: string } | null> {
	const [row] = await db.select().from(source).where(eq(source.id, sourceId));
	if (row === undefined) return null;
	try {
		return readSourceWithSecret(row, seal);
	} catch {
		const sealed = `数据来源“${row.name}”的接入密钥无法解密：SESSION_SECRET 已不是登记时的那一个。请恢复原来的 SESSION_SECRET，或重新登记该来源的密钥。`;
		return { sealed };
	}
}
