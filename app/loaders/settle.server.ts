import type { RejectFilter } from '#analytics/ledger/settle.ts';
import type { House } from '#app/context.ts';
import type { Account } from '#app/office/office.ts';
import { Refusal } from '#app/refusal.ts';
import { count } from '#app/words/format.ts';

/** Which rejects something is done to: one (`id`), those of a source, for a reason (`code`), or all that are open. */
export type Target = { id?: number; source?: string; code?: string };

/** What is done to rejects. */
export type Settling = Target & ({ act: 'replay' } | { act: 'dismiss'; reason: string });

/** What that came to, in numbers and in a sentence. */
export type Settled =
	| ({ act: 'replay'; message: string } & Awaited<ReturnType<House['replay']>>)
	| { act: 'dismiss'; dismissed: number; message: string };

/** Replays or dismisses open rejects. Throws Refusal 400 or 404; nothing was done then. */
export async function settle(
	{ act, ...wanted }: Settling,
	context: Pick<House, 'sources' | 'rejects' | 'replay' | 'now'>,
	{ name: by }: Pick<Account, 'name'>,
): Promise<Settled> {
	const filter = await filterOf(wanted, context);
	if (act === 'replay') {
		const replayed = await context.replay(filter, by);
		return { act, ...replayed, message: replayWords(replayed) };
	}
	const reason = 'reason' in wanted ? wanted.reason.trim() : '';
	if (reason === '' || reason.length > 500) throw new Refusal(400, 'no_reason', '请写明不予处理的理由，500字以内。');
	const dismissed = await context.rejects.settle(filter, { state: 'dismissed', at: context.now(), by, reason });
	return { act, dismissed, message: `已登记不予处理${count(dismissed)}条，原文保留。` };
}

async function filterOf({ id, source, code }: Target, { sources }: Pick<House, 'sources'>): Promise<RejectFilter> {
	if (id !== undefined) return { ids: [id] };
	const found = source === undefined ? null : await sources.byCode(source);
	if (source !== undefined && found === null) throw new Refusal(404, 'no_source', '没有这个数据来源，请刷新后重试。');
	return { ...(found ? { sourceId: found.id } : {}), ...(code === undefined ? {} : { code }) };
}

function replayWords({ tried, replayed, accepted, left }: Awaited<ReturnType<House['replay']>>): string {
	if (tried === 0) return '没有未处理的拒收，未作改动。';
	const rest = left > 0 ? `仍不能入账${count(left)}条，原因见各条“上次重放”。` : '';
	return `重放${count(tried)}条：${count(replayed)}条已入账（新增事件${count(accepted)}个）。${rest}`;
}
