import connectTo from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableConnect } from '#analytics/ledger/connect.ts';
import { connectorOf } from '#ingest/connect/connector.ts';
import { totalsOf } from '#ingest/reconcile.ts';
import { freePort } from '#test/free-port.ts';
import { type MariaDb, mariadbInstalled, startMariaDb } from '#test/mariadb.ts';
import { freshDatabase } from '#test/postgres.ts';
import { postgresBinaries } from '#test/postgres-setup.ts';

type Front = { connect: Omit<TableConnect, 'table' | 'order'>; run(...statements: string[]): Promise<unknown> };
type Row = Record<string, unknown>;

/** What one round brings, page after page, each by a connector of its own as after a crash. */
async function round(connect: TableConnect, from: string | null): Promise<{ rows: Row[]; cursor: string | null }> {
	const rows: Row[] = [];
	let cursor = from;
	for (let pages = 0; pages < 60; pages++) {
		const connector = connectorOf(connect);
		const page = await connector.page(cursor).finally(() => connector.close?.());
		rows.push(...(page.items as Row[]));
		cursor = page.next ?? cursor;
		if (!page.more) return { rows, cursor };
	}
	throw new Error('no end');
}

const ids = (rows: Row[]) => rows.map(row => Number(row.id));
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, n) => from + n);

/** The same questions to both; `quote` is how a name with everything in it is written. */
function suite(front: () => Front, quote: (name: string) => string, types: { wall: string; instant: string }): void {
	const at = (table: string, changes: Partial<TableConnect> = {}): TableConnect => ({
		...front().connect,
		table,
		order: { column: 'at', key: 'id' },
		pageSize: 4,
		...changes,
	});
	const rows = (table: string, numbers: number[], time: (n: number) => string) =>
		`insert into ${table} (id, at) values ${numbers.map(n => `(${n}, '${time(n)}')`).join(',')}`;

	test('同一时刻的行多于一页：一行不漏一行不重，下一轮取到新增的', async () => {
		const same = (n: number) => `2026-03-03 16:40:${n < 10 ? '00.123456' : '01'}`;
		await front().run(`create table ties (id bigint primary key, at ${types.wall})`, rows('ties', upTo(14), same));
		const first = await round(at('ties'), null);
		expect(ids(first.rows)).toEqual(upTo(14));
		await front().run(rows('ties', [14], () => '2026-03-03 16:40:01'));
		expect(ids((await round(at('ties', { lookBack: 0 }), first.cursor)).rows)).toEqual(upTo(5, 10));
	});

	test('只读一段：按序号、按不带时区的时间、按带时区的时间，两端都在内；总数与所读相同', async () => {
		const hour = (n: number) => new Date(Date.UTC(2026, 2, 1, n)).toISOString().slice(0, 19).replace('T', ' ');
		await front().run(
			`create table ranged (id bigint primary key, at ${types.wall}, moment ${types.instant})`,
			`insert into ranged values ${upTo(72)
				.map(n => `(${n}, '${hour(n)}', '${hour(n)}')`)
				.join(',')}`,
		);
		const within = async (order: TableConnect['order'], begins: string | null, ends: string | null) => {
			const connector = connectorOf(at('ranged', { order, pageSize: 7 }), { begins, ends });
			const found: Row[] = [];
			let cursor: string | null = null;
			for (let more = true; more; ) {
				const page = await connector.page(cursor);
				found.push(...(page.items as Row[]));
				cursor = page.next ?? cursor;
				more = page.more;
			}
			const total = await connector.count?.();
			await connector.close?.();
			expect(total).toBe(found.length);
			return ids(found);
		};
		expect(await within({ column: 'id' }, '5', '11')).toEqual(upTo(7, 5));
		expect(await within({ column: 'id' }, '70', null)).toEqual([70, 71]);
		expect(await within({ column: 'at', key: 'id' }, '2026-03-02', '2026-03-02')).toEqual(upTo(24, 24));
		expect(await within({ column: 'at', key: 'id' }, '2026-03-03 22:00', null)).toEqual([70, 71]);
		// The table's moments are in UTC, the day is one of the clocks of Shanghai.
		expect(await within({ column: 'moment', key: 'id' }, '2026-03-02', '2026-03-02')).toEqual(upTo(24, 16));
		await expect(within({ column: 'id' }, '2026-03-02', null)).rejects.toThrow('应为数字');
		await expect(within({ column: 'at', key: 'id' }, '5', null)).rejects.toThrow('应为日期');
	});

	test('按序号：大于二的五十三次方也不错位', async () => {
		const big = (n: number) => `(9007199254740${990 + n})`;
		await front().run(
			'create table numbers (no bigint primary key)',
			`insert into numbers values ${upTo(9).map(big).join()}`,
		);
		const { rows: found, cursor } = await round(at('numbers', { order: { column: 'no' } }), null);
		expect(found.map(row => row.no)).toEqual(upTo(9).map(n => `9007199254740${990 + n}`));
		expect((await round(at('numbers', { order: { column: 'no' }, lookBack: 0 }), cursor)).rows).toEqual([]);
	});

	test('核对件数：按写入时间的列逐日数行，日以北京时间为准，库里的时间可以是别处的', async () => {
		const walls = ['01 23:59:59', '02 00:00:00', '02 23:59:59', '04 08:00:00'].map(text => `2026-03-${text}`);
		const moments = ['01 15:59:59', '01 16:00:00', '02 15:59:59', '04 00:00:00'].map(text => `2026-03-${text}`);
		await front().run(
			`create table log (id bigint primary key, at ${types.wall}, moment ${types.instant})`,
			`insert into log (id, at, moment) values ${walls.map((at, n) => `(${n}, '${at}', '${moments[n]}')`).join()}`,
		);
		const counts = async (column: string, changes: Partial<TableConnect> = {}) => {
			const log = at('log', { order: { column: 'id' }, totals: { column }, ...changes });
			const told = await totalsOf(log, { from: '2026-03-02', to: '2026-03-04' });
			return 'days' in told ? told.days.map(({ date, counts }) => [date.slice(8), counts['*']]) : told.fault;
		};
		const days = (...numbers: number[]) => numbers.map((n, at) => [`0${at + 2}`, n]);
		expect(await counts('at')).toEqual(days(2, 0, 1));
		expect(await counts('moment')).toEqual(days(2, 0, 1));
		expect(await counts('at', { zone: 'UTC' })).toEqual(days(2, 1, 1));
		expect(await counts('id')).toContain('不是时间');
		expect(await counts('none')).toContain('没有列“none”');
	});

	test('编号在前而提交在后的行在回看的序号内补取', async () => {
		const numbered = at('sequence', { order: { column: 'id' }, lookBack: 3 });
		const inserted = (numbers: number[]) => `insert into sequence values ${numbers.map(n => `(${n})`).join()}`;
		await front().run('create table sequence (id bigint primary key)', inserted([1, 3, 4, 5, 7]));
		const first = await round(numbered, null);
		await front().run(inserted([2, 6]));
		const second = await round(numbered, first.cursor);
		expect([ids(first.rows), ids(second.rows)]).toEqual([
			[1, 3, 4, 5, 7],
			[5, 6, 7],
		]);
		expect(ids((await round({ ...numbered, lookBack: 100 }, second.cursor)).rows)).toEqual(upTo(7, 1));
	});

	test('写入晚了的行在回看时段内补取', async () => {
		const minute = (n: number) => `2026-03-03 16:${10 + n}:00`;
		await front().run(`create table late (id int primary key, at ${types.instant})`, rows('late', upTo(6), minute));
		const first = await round(at('late'), null);
		await front().run(
			rows('late', [98], () => '2026-03-03 16:14:30'),
			rows('late', [99], () => '2026-03-03 16:11:30'),
		);
		expect(ids((await round(at('late', { lookBack: 90 }), first.cursor)).rows)).toEqual([4, 98, 5]);
	});

	test('按日期和主键：当日后写入而主键在前的行，下一轮补取', async () => {
		const daily = at('daily', { order: { column: 'at', key: 'id' } });
		await front().run(
			'create table daily (id int primary key, at date)',
			rows('daily', [4, 8], () => '2026-03-03'),
		);
		const first = await round(daily, null);
		await front().run(rows('daily', [6], () => '2026-03-03'));
		expect(ids((await round(daily, first.cursor)).rows)).toEqual([4, 6, 8]);
	});

	test('列名、表名里什么字都有；时间按声明的时区；空值、中文、JSON 照原样', async () => {
		const name = quote('表 "`;--');
		const column = quote('列 "`;--');
		await front().run(
			`create table ${name} (id int primary key, ${column} varchar(50), wall ${types.wall}, day date, doc json, at ${types.wall})`,
			`insert into ${name} values (1, '市人社局㐂', '2026-03-03 16:40:00.5', '2026-03-03', '{"a":[1]}', '2026-03-03 16:40:00'), (2, null, null, null, null, '2026-03-04 00:00:00'), (3, 'x', null, null, null, null)`,
		);
		const { rows: found } = await round(at('表 "`;--', { zone: 'Asia/Urumqi' }), null);
		expect(found).toHaveLength(2);
		expect(found[0]).toMatchObject({
			...{ id: '1', '列 "`;--': '市人社局㐂', wall: '2026-03-03T16:40:00.500+06:00', day: '2026-03-03' },
			at: '2026-03-03T16:40:00.000+06:00',
		});
		expect(found[0]?.doc).toEqual({ a: [1] });
		expect(found[1]).toMatchObject({ id: '2', wall: null, day: null, doc: null });
		expect(Object.keys((await round(at('表 "`;--', { columns: ['day', 'id'] }), null)).rows[0] ?? {})).toEqual([
			'day',
			'id',
		]);
	});

	test('一页过大的提前结束，下一页接着来', async () => {
		await front().run('create table fat (id int primary key, body text)');
		const type = front().connect.kind === 'mysql' ? 'alter table fat modify body longtext' : 'select 1';
		await front().run(
			type,
			`insert into fat ${upTo(6)
				.map(n => `select ${n}, repeat('x', 3000000)`)
				.join(' union all ')}`,
		);
		const connector = connectorOf(at('fat', { order: { column: 'id' }, pageSize: 500 }));
		const page = await connector.page(null);
		expect([page.items.length, page.more]).toEqual([3, true]);
		expect((await connector.page(page.next)).items).toHaveLength(3);
		await connector.close?.();
	});

	test.each<[string, Partial<TableConnect>, string, RegExp]>([
		['没有这张表', { table: 'nowhere' }, 'wrong_table', /没有表“nowhere”/],
		['没有这一列', { order: { column: 'nothing' } }, 'wrong_table', /没有列“nothing”/],
		['按日期取而没有主键列', { order: { column: 'at' } }, 'wrong_table', /另填主键列/],
		['连不上', { port: 1 }, 'unreachable', /连接不上数据库/],
	])('%s', async (_, changes, code, told) => {
		await front().run('create table if not exists there (id int primary key, at date)');
		await expect(round(at('there', changes), null)).rejects.toMatchObject({
			code,
			message: expect.stringMatching(told),
		});
	});
}

describe.skipIf(postgresBinaries() === null)('PostgreSQL 前置库', () => {
	let front: Front;
	beforeAll(async () => {
		const url = new URL(await freshDatabase());
		const sql = connectTo(url.href, { max: 1, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
		const run = async (...statements: string[]) => {
			for (const statement of statements) await sql.unsafe(statement);
		};
		const { hostname: host, port, pathname, username: user } = url;
		front = { connect: { kind: 'postgres', host, port: Number(port), database: pathname.slice(1), user }, run };
		return () => sql.end();
	});
	suite(
		() => front,
		name => `"${name.replaceAll('"', '""')}"`,
		{ wall: 'timestamp', instant: 'timestamptz' },
	);

	test('模式.视图', async () => {
		await front.run('create schema front', "create view front.v as select 1 as id, date '2026-03-03' as at");
		const connect: TableConnect = { ...front.connect, table: 'front.v', order: { column: 'at', key: 'id' } };
		expect((await round(connect, null)).rows).toEqual([{ id: '1', at: '2026-03-03' }]);
	});
});

if (!mariadbInstalled) process.stderr.write('\n!!! SKIPPED: MySQL front-end databases: no mariadbd found here\n\n');
describe.skipIf(!mariadbInstalled)('MySQL 前置库（MariaDB）', () => {
	let server: MariaDb;
	beforeAll(async () => {
		server = await startMariaDb(await freePort());
	});
	afterAll(() => server?.close());
	const connect = () => ({
		...{ kind: 'mysql' as const, host: '127.0.0.1', port: server.port, database: 'front', user: 'reader' },
		password: '口令x',
	});
	suite(
		() => ({
			connect: connect(),
			run: (...statements) => server.run('use front', "set time_zone = '+00:00'", ...statements),
		}),
		name => `\`${name.replaceAll('`', '``')}\``,
		{ wall: 'datetime(6)', instant: 'timestamp(3) null' },
	);

	test('口令不对', async () => {
		const wrong: TableConnect = { ...connect(), password: 'y', table: 't', order: { column: 'id' } };
		await expect(round(wrong, null)).rejects.toMatchObject({
			code: 'unauthorised',
			message: expect.not.stringContaining('y,'),
		});
	});
});
