import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readSourceConfig } from '#analytics/ledger/source-config.ts';
import { type Command, option, WrongCall, word } from './command.ts';

export const sourceAdd: Command = {
	usage: 'source add 配置文件.json',
	async run(call, { sources }) {
		const path = resolve(call.cwd, word(call, 0, '配置文件.json'));
		const config = readSourceConfig(await readJson(path));
		const { source, token } = await sources.add(config);
		const lines = [`已添加数据来源 ${source.code}（${source.name}），其报送令牌（仅显示一次）：`];
		return { lines, result: token, data: { code: source.code, token } };
	},
};

export const sourceList: Command = {
	usage: 'source list',
	async run(_call, { sources }) {
		const found = await sources.list();
		const lines = found.map(source =>
			[source.code, source.name, source.connect.kind, source.paused ? '已暂停' : ''].join('\t'),
		);
		return { lines, result: `共 ${found.length} 个数据来源`, data: found };
	},
};

export const importRows: Command = {
	usage: 'import 文件 --source 来源代码 --mapping 映射名称或映射文件',
	async run(call, { sources, importFile }) {
		const path = resolve(call.cwd, word(call, 0, '文件'));
		const code = option(call, 'source');
		const source = await sources.byCode(code);
		if (!source) throw new WrongCall(`没有代码为“${code}”的数据来源，请先用 source add 添加`);
		const named = option(call, 'mapping');
		const mapping = named.endsWith('.json') ? resolve(call.cwd, named) : named;
		const done = await importFile({ path, mapping, source });
		const result = `${done.rows} 行：接收事件 ${done.accepted} 条，重复 ${done.duplicates} 条，拒收 ${done.rejected} 条`;
		const lines = done.rejected > 0 ? ['拒收的原始数据和原因见“拒收数据”页面。'] : [];
		return { lines, result, data: done };
	},
};

async function readJson(path: string): Promise<unknown> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch {
		throw new WrongCall(`打不开文件 ${path}`);
	}
	try {
		return JSON.parse(text);
	} catch {
		throw new WrongCall(`${path} 不是有效的 JSON，请检查括号、引号和逗号`);
	}
}
