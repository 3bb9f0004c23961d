import { backFillLine } from '../sources/back-fill.ts';
import { backFillStates, progressWords, rangeWords } from '../words/back-fills.ts';
import { type Call, type Command, type Desk, WrongCall, word } from './command.ts';

export const backFillStart: Command = {
	usage: 'backfill start 来源代码 [--from 起] [--to 止]',
	async run(call, desk) {
		const range = { begins: call.options.from ?? null, ends: call.options.to ?? null };
		const begun = await desk.backFills.begin(word(call, 0, '来源代码'), range, by(desk));
		const lines = ['服务器运行时即开始读取；进度见“backfill list”或来源的页面。'];
		return {
			lines,
			result: `已开始补采第 ${begun.no} 段：${rangeWords(begun)}`,
			data: backFillLine(begun, desk.now()),
		};
	},
};

export const backFillStop: Command = {
	usage: 'backfill stop 来源代码',
	async run(call, desk) {
		await desk.backFills.stop(word(call, 0, '来源代码'), by(desk));
		return { lines: [], result: '已停止补采，可用 backfill resume 继续', data: null };
	},
};

export const backFillResume: Command = {
	usage: 'backfill resume 来源代码',
	async run(call, desk) {
		await desk.backFills.resume(word(call, 0, '来源代码'), by(desk));
		return { lines: [], result: '已继续补采', data: null };
	},
};

export const backFillList: Command = {
	usage: 'backfill list 来源代码',
	async run(call, desk) {
		const found = await listed(call, desk);
		const lines = found.map(
			line => `${line.no}\t${backFillStates[line.state].name}\t${rangeWords(line)}\t${progressWords(line)}`,
		);
		return { lines, result: `共 ${found.length} 段补采`, data: found };
	},
};

async function listed(call: Call, { sources, backFills, now }: Desk) {
	const code = word(call, 0, '来源代码');
	const source = await sources.byCode(code);
	if (!source) throw new WrongCall(`没有代码为“${code}”的数据来源`);
	return (await backFills.list(source.id, 20)).map(each => backFillLine(each, now()));
}

/** Who acts where nobody is signed in. */
function by({ now }: Desk) {
	return { account: '系统', at: now() };
}
