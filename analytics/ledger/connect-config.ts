import { z } from 'zod';
import type { Connect } from './connect.ts';

const text = z.string().trim().min(1);

const zone = text.refine(isZone, '时区应为 IANA 名称，例如 Asia/Shanghai');

const seconds = z
	.int()
	.min(0)
	.max(31 * 86_400);

const size = z.int().min(1).max(10_000);

const path = z.strictObject({ items: text, next: text, more: text, total: text, after: text, limit: text }).partial();

const from = z.enum(['last', 'first'], { error: 'from 应为 last（从上次末页接着）或 first（每轮从头）' }).optional();

const paging = z.discriminatedUnion(
	'style',
	[
		z.strictObject({ style: z.literal('cursor') }),
		z.strictObject({ style: z.enum(['page', 'offset', 'link']), from }),
		z.strictObject({
			style: z.literal('since'),
			time: text,
			stamp: z
				.enum(['iso', 'local', 'epoch_ms', 'epoch_s'], { error: 'stamp 应为 iso、local、epoch_ms 或 epoch_s' })
				.optional(),
			zone: zone.optional(),
			lookBack: seconds.optional(),
			exclusive: z.boolean().optional(),
		}),
	],
	{ error: 'paging.style 应为 cursor、page、offset、since 或 link' },
);

const auth = z.discriminatedUnion(
	'kind',
	[
		z.strictObject({ kind: z.literal('basic'), user: text, password: text }),
		z.strictObject({
			kind: z.literal('api_key'),
			name: z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/, '密钥的名称应由字母、数字、连字符、下划线和点组成'),
			key: text.regex(/^[\x21-\x7e]+$/, '密钥应为不含空格的可打印字符'),
			in: z.enum(['header', 'query'], { error: 'in 应为 header（请求头）或 query（地址参数）' }).optional(),
		}),
		z.strictObject({
			kind: z.enum(['hmac-sha256', 'hmac-sm3']),
			app: text.regex(/^[\x21-\x7e]+$/, '应用编号应为不含空格的可打印字符'),
			key: text,
		}),
	],
	{ error: 'auth.kind 应为 basic、api_key、hmac-sha256 或 hmac-sm3（令牌请写在 bearer）' },
);

const address = (name: string) =>
	z.url({ protocol: /^https?$/, error: `${name} 应为 http:// 或 https:// 开头的完整地址` });

const http = z
	.strictObject({
		kind: z.literal('http'),
		url: address('url'),
		totals: z.strictObject({ url: address('totals.url') }).optional(),
		bearer: text.optional(),
		auth: auth.optional(),
		paging: paging.optional(),
		pageSize: size.optional(),
		every: z.number().positive().optional(),
		fields: path.optional(),
	})
	.refine(one => one.bearer === undefined || one.auth === undefined, {
		error: 'bearer 与 auth 只能写一种',
		path: ['auth'],
	})
	.refine(({ url, totals }) => !totals || new URL(totals.url).origin === new URL(url).origin, {
		error: '核对件数的地址应与接口地址在同一主机，密钥不发往别处',
		path: ['totals', 'url'],
	});

const column = text.max(128);

const table = z.strictObject({
	kind: z.enum(['postgres', 'mysql']),
	host: z.string().regex(/^[A-Za-z0-9._:-]{1,255}$/, 'host 应为主机名或者 IP 地址'),
	port: z.int().min(1).max(65_535).optional(),
	database: text,
	user: text,
	password: text.optional(),
	table: z.string().regex(/^[^.\0]+(\.[^.\0]+)?$/, 'table 应为“表名”或者“模式.表名”'),
	columns: z.array(column).min(1).optional(),
	order: z.strictObject({ column, key: column.optional() }),
	totals: z.strictObject({ column }).optional(),
	lookBack: seconds.optional(),
	zone: zone.optional(),
	pageSize: size.optional(),
	every: z.number().positive().optional(),
});

/** What a source's `connect` may say, with messages in Chinese. */
export const connect = z.discriminatedUnion(
	'kind',
	[http, table, z.strictObject({ kind: z.literal('push') }), z.strictObject({ kind: z.literal('import') })],
	{ error: 'connect.kind 应为 push、http、postgres、mysql 或 import' },
) satisfies z.ZodType<Connect>;

function isZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
	} catch {
		return false;
	}
}
