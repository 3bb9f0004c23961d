import fc from 'fast-check';
import type { EventData, ShareEvent } from '#analytics/cases/event.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import { civil, hrss } from './acts.ts';

type Kind = [type: EventType, cases: string[], fields: Partial<EventData>];

const requests = ['SQ1/1', 'SQ1/2', 'SQ2', 'SQ3/1'];
const kinds: Kind[] = [
	['request.received', requests, { sharing: 'conditional' }],
	['request.received', requests, { sharing: 'unconditional' }],
	['request.replied', requests, { outcome: 'agree' }],
	['request.replied', requests, { outcome: 'refuse', reason_code: '2' }],
	['request.replied', requests, { outcome: 'refuse' }],
	['request.material_notice', requests, { missing_items: ['使用依据'] }],
	['request.material_resubmitted', requests, {}],
	['request.extension_decided', requests, { granted: true, granted_wd: 5 }],
	['request.transferred', requests, { to_dept: civil }],
	['request.withdrawn', requests, {}],
	['delivery.provided', requests, {}],
	['delivery.rejected', requests, { reason: '接口无法调用' }],
	['correction.received', ['JH1', 'JH2'], {}],
	['correction.fed_back', ['JH1', 'JH2'], { result: 'corrected' }],
	['catalogue.triggered', ['ML1'], {}],
	['catalogue.submitted', ['ML1'], {}],
	['catalogue.returned', ['ML1'], {}],
	['catalogue.published', ['ML1'], {}],
	['catalogue.designation_requested', ['ML1', 'SQ2'], {}],
	['catalogue.source_designated', ['ML1', 'SQ2'], {}],
	['use.recorded', ['SY1'], {}],
	['complaint.received', ['TS1'], { due_at: '2026-03-05T10:00:00+08:00' }],
	['complaint.received', ['TS1'], { due_at: null }],
	['complaint.closed', ['TS1'], {}],
	['dispute.applied', ['ZY1', 'SQ2'], {}],
	['dispute.mediated', ['ZY1', 'SQ2'], {}],
	['disposal.required', ['CZ1'], { deadline: '2026-03-05' }],
	['disposal.done', ['CZ1'], {}],
	['service.terminated', ['SQ3'], { effective_at: '2026-03-05' }],
	['service.change_filed', ['SQ3'], { consulted: false }],
	['justification.submitted', requests, { reason: '需求部门环境未就绪' }],
	['justification.decided', requests, { accepted: true, reason: '平台停机' }],
	['justification.decided', requests, { accepted: false, reason: '查无实据', clock: 'delivery' }],
	['security.discovered', ['AQ1'], { level: '较大' }],
	['security.reported', ['AQ1'], {}],
];

const FIRST = Date.parse('2026-02-10T00:00:00+08:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const deed = fc.record({
	kind: fc.nat(kinds.length - 1),
	subject: fc.nat(3),
	department: fc.constantFrom(hrss, hrss, hrss, civil),
	day: fc.nat(60),
	minute: fc.nat(24 * 60 - 1),
	/** Days by which the platform wrote it down late. */
	lag: fc.constantFrom(0, 0, 0, 0, 3),
	points: fc.option(fc.record({ at: fc.nat(30), how: fc.constantFrom('corrects' as const, 'retracts' as const) }), {
		freq: 4,
	}),
});

/** Events of a handful of cases, plausible or not: late, doubled, contradictory, corrected and retracted, also across cases. */
export const stories: fc.Arbitrary<ShareEvent[]> = fc.array(deed, { minLength: 4, maxLength: 24 }).map(deeds =>
	deeds.map((each, i): ShareEvent => {
		const [type, cases, fields] = kinds[each.kind] as Kind;
		const occurredAt = FIRST + each.day * DAY + each.minute * MINUTE;
		const { department } = each;
		const pointer = each.points === null ? {} : { [each.points.how]: `E${each.points.at % deeds.length}` };
		const retracts = each.points?.how === 'retracts';
		return {
			id: `E${i}`,
			type,
			subject: cases[each.subject % cases.length] ?? null,
			occurredAt,
			dayOnly: false,
			recordedAt: occurredAt + each.lag * DAY,
			data: {
				department,
				counterparty: department === hrss ? civil : hrss,
				...(retracts ? {} : fields),
				...pointer,
			},
		};
	}),
);

/** Cuts a list into batches of the sizes given, the last one takes the rest. */
export function cut<T>(list: readonly T[], sizes: readonly number[]): T[][] {
	const batches: T[][] = [];
	let from = 0;
	for (const size of sizes) {
		batches.push(list.slice(from, from + size));
		from += size;
	}
	batches.push(list.slice(from));
	return batches.filter(batch => batch.length > 0);
}
