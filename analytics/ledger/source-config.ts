import { z } from 'zod';
import { connect } from './connect-config.ts';
import type { SourceConfig } from './sources.ts';

const text = z.string().trim().min(1);

const config = z.strictObject({
	code: z
		.string()
		.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'code 应由字母、数字、连字符、下划线和点组成，例如 330100-hrss'),
	name: text,
	region: text.optional(),
	// A source that says nothing else sends its events itself.
	connect: connect.default({ kind: 'push' }),
	mapping: text.optional(),
	sample: z.boolean().optional(),
}) satisfies z.ZodType<SourceConfig>;

/** A configuration that cannot be used; `problems` name each place, `connect.url`, and what belongs there, in Chinese. */
export class WrongSource extends Error {
	constructor(readonly problems: { name: string; message: string }[]) {
		super(`数据来源配置有误。${problems.map(({ name, message }) => `${name || '整个文件'}：${message}`).join('；')}`);
	}
}

/** Reads what `source add FILE.json` holds. Throws WrongSource, which names every wrong field. */
export function readSourceConfig(json: unknown): SourceConfig {
	const read = config.safeParse(json, { error: z.locales.zhCN().localeError });
	if (read.success) return read.data;
	throw new WrongSource(read.error.issues.map(({ path, message }) => ({ name: path.join('.'), message })));
}
