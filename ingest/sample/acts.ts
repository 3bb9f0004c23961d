import type { EventType } from '#analytics/cases/vocabulary.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import { type Casefile, casefile } from './casefile.ts';
import { AUTHORITY_SYSTEM, EXCHANGE, type Item, type Organisation } from './city.ts';
import type { Setting } from './setting.ts';

/** One line of a request: one catalogue item at one provider. */
export type Line = {
	file: Casefile;
	/** '' where the case has no lines. */
	no: string;
	item: Item;
	provider: Organisation;
	demander: Organisation;
};

type Extra = { recorded?: Instant; platform?: string; data?: Record<string, unknown> };

const scenes = ['“一件事”联办', '资格在线核验', '惠企政策免申即享', '信用联合监管', '基层报表减负', '证明事项清理'];

/**
 * Submits a request for some items and has every line reach its provider (条例第二十条、第二十一条).
 * @param at when the demander submitted; the providers' inboxes are reached one minute later
 */
export function requested(
	s: Setting,
	id: string,
	demander: Organisation,
	items: readonly Item[],
	at: Instant,
	extra: Extra = {},
): Line[] {
	const providers = items.map(item => s.providerOn(item, dayOf(at)));
	const first = providers[0];
	const together = first && providers.every(one => one === first) ? first.platform : EXCHANGE;
	const file = casefile(extra.platform ?? together, id);
	const lines = items.flatMap((item, i): Line[] => {
		const provider = providers[i];
		return provider ? [{ file, no: items.length > 1 ? String(i + 1) : '', item, provider, demander }] : [];
	});
	file.tell('request.submitted', at, demander, {
		data: {
			lines: lines.map(line => ({ line: line.no || '1', catalogue: line.item.code, provider: line.provider.code })),
			basis: '《政务数据共享条例》第二十条',
			scene: scenes[id.length % scenes.length],
			scope: '本部门履行职责',
			method: '服务接口',
			approver_ok: true,
			...extra.data,
		},
	});
	for (const line of lines) received(line, at + 60_000, extra);
	return lines;
}

/** The request reaches the provider: the reply clock starts (条例第二十一条第一款). */
export function received(line: Line, at: Instant, extra: Extra = {}): string {
	return byProvider(line, 'request.received', at, {
		...extra,
		data: { sharing: line.item.sharing, catalogue_version: '1', ...extra.data },
	});
}

/** One-time notice of missing materials (条例第二十一条第二款). */
export function noticed(line: Line, at: Instant, items: string[] = ['使用依据文件', '安全保障方案']): string {
	return byProvider(line, 'request.material_notice', at, { data: { missing_items: items } });
}

export function resubmitted(line: Line, at: Instant): string {
	return byDemander(line, 'request.material_resubmitted', at);
}

/** The provider replies; a refusal carries its reason unless `data` says otherwise (条例第二十一条第二款). */
export function replied(
	line: Line,
	at: Instant,
	outcome: 'agree' | 'partial' | 'refuse' = 'agree',
	extra: Extra = {},
): string {
	const reason = outcome === 'refuse' ? { reason_code: '5', reason: '申请的数据项超出履行职责所必需的范围' } : {};
	return byProvider(line, 'request.replied', at, {
		...extra,
		data: { outcome, approver_ok: true, ...reason, ...extra.data },
	});
}

/** The data are usable: interface callable, batch arrived or file downloadable (条例第二十二条). */
export function provided(line: Line, at: Instant, extra: Extra = {}): string {
	return byProvider(line, 'delivery.provided', at, {
		...extra,
		data: { method: 'api', service_id: serviceOf(line.item), ...extra.data },
	});
}

export function accepted(line: Line, at: Instant, score = 5): string {
	return byDemander(line, 'delivery.accepted', at, { data: { score } });
}

export function rejected(line: Line, at: Instant, reason: string): string {
	return byDemander(line, 'delivery.rejected', at, { data: { reason } });
}

export function withdrawn(line: Line, at: Instant, reason = '业务场景调整，不再需要'): string {
	return byDemander(line, 'request.withdrawn', at, { data: { reason } });
}

/** The provider asks the authority for more time, and the authority decides (条例第二十一条第一款). */
export function extended(s: Setting, line: Line, asked: Instant, decided: Instant, days: number): string {
	byProvider(line, 'request.extension_requested', asked, {
		data: { wanted_wd: days, reason: '需跨科室会商数据安全评估意见', authority: s.authority.code },
	});
	const decision = authorityDecided(s, line, decided, days);
	byProvider(line, 'request.extension_notified', decided + 3_600_000);
	return decision;
}

function authorityDecided(s: Setting, line: Line, at: Instant, days: number): string {
	return line.file.tell('request.extension_decided', at, s.authority, {
		line: line.no,
		platform: AUTHORITY_SYSTEM,
		counterparty: line.provider,
		data: { granted: days > 0, granted_wd: days, decided_at: dayOf(at) },
	});
}

/** Handed on to the body that holds the data, whose own clock starts when the request reaches it; returns the line there. */
export function transferred(line: Line, at: Instant, to: Organisation, arrives = at + 600_000): Line {
	byProvider(line, 'request.transferred', at, { data: { to_dept: to.code, reason: '该数据由受转部门负责维护' } });
	const onward = { ...line, provider: to };
	received(onward, arrives);
	return onward;
}

/** An act of the line's provider towards its demander. */
export function byProvider(line: Line, type: EventType, at: Instant, extra: Extra = {}): string {
	return line.file.tell(type, at, line.provider, {
		...extra,
		line: line.no,
		counterparty: line.demander,
		data: { catalogue: line.item.code, ...extra.data },
	});
}

/** An act of the line's demander towards its provider. */
export function byDemander(line: Line, type: EventType, at: Instant, extra: Extra = {}): string {
	return line.file.tell(type, at, line.demander, {
		...extra,
		line: line.no,
		counterparty: line.provider,
		data: { catalogue: line.item.code, ...extra.data },
	});
}

/** Name of the interface over which an item is served. */
export function serviceOf(item: Item): string {
	return `svc-${item.code.split('/').slice(1).join('-')}`;
}

/** `20260303`, the date part of case numbers. */
export function dateOf(on: Day): string {
	return on.replaceAll('-', '');
}
