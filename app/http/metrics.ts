import type { RequestHandler } from 'express';
import { Gauge, Registry } from 'prom-client';
import { bearer } from '../auth/bearer.ts';
import { may } from '../auth/rights.ts';
import type { House } from '../context.ts';

/** `GET /metrics` for Prometheus, with a personal token: how far ledger, read model and sources are. */
export function metrics(house: Omit<House, 'nonce'>): RequestHandler {
	const registry = new Registry();
	const gauge = (name: string, help: string, labelNames: string[] = []) =>
		new Gauge({ name, help, labelNames, registers: [registry] });
	const head = gauge('shudu_ledger_seq', '账本最新序号');
	const position = gauge('shudu_store_position', '读模型已应用的序号');
	const failures = gauge('shudu_source_failures', '数据来源连续拉取失败次数', ['source']);
	const lastOk = gauge('shudu_source_last_ok_seconds', '数据来源最近一次成功拉取的时间', ['source']);
	const rejects = gauge('shudu_rejects', '拒收数据条数', ['source', 'code']);
	const collect = async () => {
		const names = new Map((await house.sources.list()).map(source => [source.id, source.code]));
		const named = (id: number) => names.get(id) ?? String(id);
		head.set((await house.ledger.head()).seq);
		position.set(house.store.position());
		for (const pull of await house.sources.pulls()) {
			failures.set({ source: named(pull.sourceId) }, pull.failures);
			if (pull.lastOkAt !== null) lastOk.set({ source: named(pull.sourceId) }, pull.lastOkAt / 1000);
		}
		for (const { sourceId, code, count } of await house.sources.rejectCounts()) {
			rejects.set({ source: named(sourceId), code }, count);
		}
		return registry.metrics();
	};
	return async (request, response, next) => {
		try {
			const token = bearer(request.headers.authorization);
			const account = token ? await house.office.tokenAccount(token) : null;
			if (account && may(account.role, 'sources')) response.type(registry.contentType).send(await collect());
			else if (account) response.status(403).json({ code: 'forbidden', message: '您的账号没有查看运行指标的权限。' });
			else response.status(401).json({ code: 'unauthenticated', message: '需要个人令牌。' });
		} catch (error) {
			next(error);
		}
	};
}
