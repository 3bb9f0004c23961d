import { z } from 'zod';
import type { SourceConfig } from './sources.ts';

const http = z.object({
	kind: z.literal('http'),
	url: z.url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的地址' }),
	bearer: z.string().optional(),
	pageSize: z.int('应为整数').min(1).max(10_000).optional(),
	every: z.number('应为秒数').min(1).optional(),
	fields: z
		.object({
			items: z.string(),
			next: z.string(),
			more: z.string(),
			after: z.string(),
			limit: z.string(),
		})
		.partial()
		.optional(),
});

const config = z.object({
	code: z
		.string('应填写来源代码')
		.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, '只能用字母、数字、“.”“_”“-”，最长 64 个字符'),
	name: z.string('应填写来源名称').min(1, '应填写来源名称'),
	region: z.string().optional(),
	connect: z
		.discriminatedUnion(
			'kind',
			[z.object({ kind: z.literal('push') }), http, z.object({ kind: z.literal('import') })],
			{
				error: 'kind 应为 push（平台推送）、http（定时拉取）或 import（文件导入）',
			},
		)
		.default({ kind: 'push' }),
	mapping: z.string().optional(),
});

/** A source's description that cannot be used; the message names the field and what belongs there. */
export class WrongSourceConfig extends Error {}

/** Reads what `source add FILE.json` holds. Throws WrongSourceConfig. */
export function readSourceConfig(raw: unknown): SourceConfig {
	const read = config.safeParse(raw);
	if (read.success) return read.data as SourceConfig;
	const wrong = read.error.issues[0];
	throw new WrongSourceConfig(`来源配置的 ${wrong?.path.join('.') || '内容'} 不正确：${wrong?.message ?? ''}`);
}
