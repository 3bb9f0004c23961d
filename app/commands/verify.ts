import type { Command } from './command.ts';

export const verify: Command = {
	usage: 'verify',
	async run(_call, { ledger, store, chainFault }) {
		const fault = await chainFault();
		const head = await ledger.head();
		const position = fault ? store.position() : await store.catchUp();
		// The head was read first and appends go on meanwhile: the read model may be ahead of it, never behind.
		const behind = !fault && position < head.seq ? `读模型停在第 ${position} 条，账本已到第 ${head.seq} 条` : null;
		const doubt = fault ?? behind;
		const lines = [
			`账本：${head.seq} 条事件，${fault ? `校验不通过：${fault}` : '哈希链完整、序号无缺'}`,
			`读模型：${behind ?? `与账本一致（第 ${position} 条）`}`,
		];
		const result = doubt ? '校验发现问题' : '校验通过';
		return { lines, result, data: { ok: !doubt, seq: head.seq, position, fault: doubt }, failed: doubt !== null };
	},
};
