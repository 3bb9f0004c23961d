import fc from 'fast-check';
import type { Day } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';

const [shipped] = defaultPolicies;
if (shipped === undefined) throw new Error('没有缺省口径');

/** Any reading that a jurisdiction may choose. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
	effective: fc.constant(shipped.effective),
	document: fc.constantFrom(null, '杭数〔2026〕5号'),
	ground: fc.constant('本地规定'),
	receiptBasis: fc.constantFrom('arrival', 'sign_off', 'sign_off_capped'),
	signOffWithin: fc.integer({ min: 1, max: 5 }),
	forwarding: fc.constantFrom('provider', 'authority'),
	restDayReceipt: fc.constantFrom('as_is', 'next_workday'),
	receiptCutoff: fc.constantFrom(null, '17:30', '12:00'),
	dueCutoff: fc.constantFrom(null, '18:00', '09:30'),
	materials: fc.constantFrom('NONE', 'SUSPEND', 'RESTART'),
	lapseAfter: fc.integer({ min: 1, max: 15 }),
	refusalWithoutReason: fc.constantFrom('stops', 'void'),
	refusalForMaterials: fc.constantFrom('stops', 'void'),
	extensionConsent: fc.constantFrom('before_due', 'any_time'),
	extensionNotice: fc.constantFrom('defect', 'required'),
	partialReply: fc.constantFrom('all_lines', 'named_lines'),
	rejection: fc.constantFrom('reasoned', 'upheld', 'never'),
	rejectionWithin: fc.integer({ min: 1, max: 15 }),
	returnedCatalogue: fc.constantFrom('remaining_days', 'first_submission'),
	restDayStop: fc.constantFrom('as_is', 'next_workday'),
	promised: fc.record(
		{
			'reply.conditional': fc.integer({ min: 1, max: 12 }),
			delivery: fc.integer({ min: 1, max: 22 }),
			'catalogue.update': fc.integer({ min: 1, max: 10 }),
			'local.complaint': fc.integer({ min: 1, max: 10 }),
		},
		{ requiredKeys: [] },
	),
	regime: fc.constantFrom('by_step', 'by_request'),
	otherOrgans: fc.constant('listed'),
	verticalBodies: fc.constant('listed'),
	countingUnit: fc.constant('matter'),
});

/** One reading from the beginning, and another one from some later day. */
export const anyPolicies: fc.Arbitrary<Policy[]> = fc
	.tuple(anyPolicy, anyPolicy, fc.constantFrom('2025-07-25', '2025-08-15', '2026-06-10'))
	.map(([first, second, effective]) => [first, { ...second, effective: effective as Day }]);
