import { data } from '@remix-run/node';
import type { RejectFilter } from '#analytics/ledger/settle.ts';
import { demand } from '#app/auth/rights.ts';
import { Refusal } from '#app/refusal.ts';
import { count } from '#app/words/format.ts';
import type { Deed } from './deed.server.ts';
import { setFlagFrom } from './flagged.server.ts';

/** What was done about rejects, in one sentence, or why nothing was. */
export type Settled = { done: boolean; message: string };

/** Replays or dismisses what the form names: one reject (`id`), a group (`source`, `code`), or all; or sets when a source is flagged. */
export async function settleRejects(deed: Deed) {
	try {
		return data<Settled>({ done: true, message: await settled(deed) });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return data<Settled>({ done: false, message: error.message }, { status: error.status });
	}
}

async function settled({ form, context, viewer }: Deed): Promise<string> {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const by = viewer.account.name;
	if (text('intent') === 'flag') {
		demand(viewer.account.role, 'import');
		await setFlagFrom(context, text('percent'));
		return '提示线已更新。';
	}
	const filter = await filterOf(text, context);
	if (text('intent') === 'replay') return replayWords(await context.replay(filter, by));
	if (text('intent') !== 'dismiss') throw new Refusal(400, 'bad_form', '提交的内容不完整，请返回页面重新提交。');
	const reason = text('reason');
	if (reason === '' || reason.length > 500) throw new Refusal(400, 'no_reason', '请写明不予处理的理由，500字以内。');
	const outcome = { state: 'dismissed' as const, at: context.now(), by, reason };
	return `已登记不予处理${count(await context.rejects.settle(filter, outcome))}条，原文保留。`;
}

async function filterOf(text: (name: string) => string, { sources }: Deed['context']): Promise<RejectFilter> {
	if (text('id') !== '') {
		if (!/^\d{1,15}$/.test(text('id'))) throw new Refusal(400, 'bad_form', '提交的内容不完整，请返回页面重新提交。');
		return { ids: [Number(text('id'))] };
	}
	const source = text('source') === '' ? null : await sources.byCode(text('source'));
	if (text('source') !== '' && source === null) throw new Refusal(404, 'no_source', '没有这个数据来源，请刷新后重试。');
	return { ...(source ? { sourceId: source.id } : {}), ...(text('code') ? { code: text('code') } : {}) };
}

function replayWords({ tried, replayed, accepted, left }: Awaited<ReturnType<Deed['context']['replay']>>): string {
	if (tried === 0) return '没有未处理的拒收，未作改动。';
	const rest = left > 0 ? `仍不能入账${count(left)}条，原因见各条“上次重放”。` : '';
	return `重放${count(tried)}条：${count(replayed)}条已入账（新增事件${count(accepted)}个）。${rest}`;
}
