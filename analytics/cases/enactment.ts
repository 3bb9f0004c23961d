import { z } from 'zod';
import type { Overlay } from '#analytics/law/calendar.ts';
import { clockNames, clocks } from '#analytics/law/clocks.ts';
import type { Day } from '#analytics/law/day.ts';
import { indicatorCodes } from '#analytics/law/indicators.ts';
import type { Enactment } from '#analytics/law/lawbook.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { adjustments, grades, problemsOf, type Scheme, vetoes } from '#analytics/law/scheme.ts';
import type { ShareEvent } from './event.ts';
import { anyDay, day, text } from './fields.ts';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 00:00 至 23:59 的时刻');
const workdays = z.number().int().min(1).max(60);

/** A promise is shorter than the clock's own period. */
const promised = Object.fromEntries(
	clockNames.flatMap(clock => {
		const most = (clocks[clock].workdays ?? 0) - 1;
		return clocks[clock].statutory && most >= 1 ? [[clock, z.number().int().min(1).max(most).optional()]] : [];
	}),
);

/** One version of the readings, as an event carries it. A field left out is as in the readings shipped. */
export const policySchema = z.strictObject({
	effective: day,
	document: text,
	ground: text,
	receiptBasis: z.enum(['arrival', 'sign_off', 'sign_off_capped']).optional(),
	signOffWithin: workdays.optional(),
	forwarding: z.enum(['provider', 'authority']).optional(),
	restDayReceipt: z.enum(['as_is', 'next_workday']).optional(),
	receiptCutoff: hour.nullish(),
	dueCutoff: hour.nullish(),
	materials: z.enum(['NONE', 'SUSPEND', 'RESTART']).optional(),
	lapseAfter: workdays.optional(),
	refusalWithoutReason: z.enum(['stops', 'void']).optional(),
	refusalForMaterials: z.enum(['stops', 'void']).optional(),
	extensionConsent: z.enum(['before_due', 'any_time']).optional(),
	extensionNotice: z.enum(['defect', 'required']).optional(),
	partialReply: z.enum(['all_lines', 'named_lines']).optional(),
	rejection: z.enum(['reasoned', 'upheld', 'never']).optional(),
	rejectionWithin: workdays.optional(),
	returnedCatalogue: z.enum(['remaining_days', 'first_submission']).optional(),
	restDayStop: z.enum(['as_is', 'next_workday']).optional(),
	promised: z.strictObject(promised).optional(),
	regime: z.enum(['by_step', 'by_request']).optional(),
	otherOrgans: z.enum(['ranked', 'listed', 'excluded']).optional(),
	verticalBodies: z.enum(['ranked', 'listed', 'excluded']).optional(),
	countingUnit: z.enum(['matter', 'line']).optional(),
});

const points = z.number().finite();

/** One version of the scoring scheme, as an event carries it. What it must keep besides its form: `problemsOf` (law/scheme.ts). */
export const schemeSchema = z
	.strictObject({
		effective: day,
		document: text,
		title: text,
		basis: z.enum(['adjudicated', 'factual']),
		fewest: points,
		leastWeight: points,
		unreported: z.enum(['not_applicable', 'zero']),
		weights: z.array(z.strictObject({ indicator: z.enum(indicatorCodes), weight: points, full: points, zero: points })),
		adjustments: z.array(z.strictObject({ adjustment: z.enum(adjustments), each: points, cap: points.nonnegative() })),
		deductionCap: points.nonnegative(),
		bonusCap: points.nonnegative(),
		vetoes: z.array(z.strictObject({ veto: z.enum(vetoes), grade: z.enum(grades) })),
		grades: z.array(z.strictObject({ grade: z.enum(grades), from: points })).min(1),
	})
	.superRefine((scheme, context) => {
		for (const message of problemsOf({ ...scheme, effective: scheme.effective as Day } satisfies Scheme))
			context.addIssue({ code: 'custom', message });
	});

const off = z.array(z.strictObject({ name: text, from: anyDay, to: anyDay }));
const work = z.array(z.strictObject({ name: text, date: anyDay }));

/** One year of the State Council's calendar, as an event carries it. */
export const yearSchema = z.strictObject({
	year: z.number().int().min(2000).max(2099),
	published: z.boolean(),
	title: text.nullable(),
	address: text.nullable(),
	off,
	work,
});

/** Days of a region, or one-off days, as an event carries them. */
export const overlaySchema = z.strictObject({
	code: text,
	name: text,
	region: z
		.string()
		.regex(/^\d{6}$/, '应为六位行政区划代码')
		.nullable(),
	document: text,
	off,
	work,
});

type Told = { policy?: z.infer<typeof policySchema>; year?: z.infer<typeof yearSchema>; overlay?: Overlay };

/** What an event puts into force; null for every other event. */
export function enactmentOf({ type, data }: Pick<ShareEvent, 'type' | 'data'>): Enactment | null {
	if (data.retracts !== undefined || (type !== 'policy.adopted' && type !== 'calendar.adopted')) return null;
	const { policy, year, overlay } = data as Told;
	if (policy !== undefined) return { kind: 'policy', policy: policyOf(policy) };
	if (year !== undefined) return { kind: 'year', year };
	return overlay === undefined ? null : { kind: 'overlay', overlay };
}

function policyOf(told: z.infer<typeof policySchema>): Policy {
	const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
	return { ...(defaultPolicies[0] as Policy), ...given, effective: told.effective as Day };
}
