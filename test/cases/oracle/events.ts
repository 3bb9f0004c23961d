import type { LedgerEvent } from '#analytics/cases/event.ts';
import { DEMANDER, PROVIDER } from '#test/cases/casebook.ts';
import type { Deed } from './deeds.ts';
import { nameOf } from './fingers.ts';

/** The department to which a request is transferred. */
export const ELSEWHERE = '11330100002489560C';

const types: Record<string, [type: LedgerEvent['type'], data: object]> = {
	receive: ['request.received', {}],
	agree: ['request.replied', { outcome: 'agree' }],
	partial: ['request.replied', { outcome: 'partial', reason: '部分不属职责所需' }],
	'partial bare': ['request.replied', { outcome: 'partial' }],
	refuse: ['request.replied', { outcome: 'refuse', reason_code: '1' }],
	'refuse bare': ['request.replied', { outcome: 'refuse', reason_code: '4' }],
	refuse6: ['request.replied', { outcome: 'refuse', reason_code: '6' }],
	notice: ['request.material_notice', { missing_items: ['依据'] }],
	'notice bare': ['request.material_notice', {}],
	resubmit: ['request.material_resubmitted', {}],
	extend: ['request.extension_decided', { granted: true }],
	tell: ['request.extension_notified', {}],
	withdraw: ['request.withdrawn', {}],
	transfer: ['request.transferred', { to_dept: ELSEWHERE }],
	provide: ['delivery.provided', {}],
	reject: ['delivery.rejected', { reason: '接口不可用' }],
	'reject bare': ['delivery.rejected', {}],
	uphold: ['delivery.rejection_decided', { upheld: true, reason: '属实' }],
	dismiss: ['delivery.rejection_decided', { upheld: false, reason: '不属实' }],
	'receive correction': ['correction.received', {}],
	feed: ['correction.fed_back', { result: 'corrected' }],
	defer: ['correction.fed_back', { result: 'deferred' }],
	trigger: ['catalogue.triggered', {}],
	submit: ['catalogue.submitted', {}],
	return: ['catalogue.returned', {}],
	publish: ['catalogue.published', {}],
	prolong: ['catalogue.extended', {}],
	use: ['use.recorded', {}],
};

/** The event by which the product is told of an act. */
export function eventOf(deed: Deed, conditional: boolean): LedgerEvent {
	const { id, kind, line, occurred, recorded, paper } = deed;
	const [type, fields] = types[kind] ?? ['request.submitted', {}];
	const sharing = conditional ? 'conditional' : 'unconditional';
	const data = { department: deed.away ? ELSEWHERE : PROVIDER, counterparty: DEMANDER, sharing, ...fields } as const;
	const times = { occurredAt: occurred, recordedAt: recorded, dayOnly: paper, receivedAt: 0 };
	const subject = line === '' ? 'SQ1' : `SQ1/${line}`;
	return { id, type, ...times, subject, data: { ...data, ...detailsOf(deed) }, seq: 0, sourceId: 1 };
}

function detailsOf({ kind, days, agreed, signed, precheck, on }: Deed): Record<string, unknown> {
	const details: Record<string, unknown> = {};
	if (days !== undefined) details.granted_wd = days;
	if (agreed !== undefined) details.agreed_lines = agreed;
	if (signed !== undefined) details.signed_at = new Date(signed).toISOString();
	if (precheck !== undefined) details.precheck_at = new Date(precheck).toISOString();
	if (on !== undefined) details[kind === 'use' ? 'retained_until' : 'trigger_date'] = nameOf(on);
	return details;
}
