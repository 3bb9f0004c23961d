import type { ClockName } from '#analytics/law/clocks.ts';
import type { Day } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import type { Deed } from './deeds.ts';
import { type Dice, diceOf } from './dice.ts';
import { DAY, holidays, indexOf, MINUTE, morningOf, nameOf } from './fingers.ts';

/** A random matter: its policies, what was done, and the days on which both opinions are asked. */
export type Draw = { seed: number; policies: Policy[]; deeds: Deed[]; conditional: boolean; asked: number[] };

const [plain] = defaultPolicies;

function policyOf(dice: Dice, effective: string): Policy {
	if (plain === undefined) throw new Error('没有缺省口径');
	const { pick, below } = dice;
	const often = <T>(usual: T, ...others: T[]): T => (dice.percent(55) ? usual : pick(others));
	const promised: Partial<Record<ClockName, number>> = {};
	for (const clock of ['reply.conditional', 'delivery', 'correction', 'catalogue.update'] as const) {
		if (dice.percent(35)) promised[clock] = 1 + below(clock === 'delivery' ? 22 : 11);
	}
	if (dice.percent(20)) promised['catalogue.review'] = 1;
	return {
		...plain,
		effective: effective as Day,
		receiptBasis: often('arrival', 'sign_off', 'sign_off_capped', 'sign_off_capped'),
		signOffWithin: 1 + below(4),
		forwarding: often('provider', 'authority'),
		restDayReceipt: often('as_is', 'next_workday'),
		receiptCutoff: often(null, '17:30', '12:00'),
		dueCutoff: often(null, '18:00', '12:00'),
		materials: often('SUSPEND', 'NONE', 'RESTART'),
		lapseAfter: often(10, 5, 3, 15),
		refusalWithoutReason: often('stops', 'void'),
		refusalForMaterials: often('void', 'stops'),
		extensionConsent: often('before_due', 'any_time'),
		extensionNotice: often('defect', 'required'),
		partialReply: often('all_lines', 'named_lines'),
		rejection: pick(['reasoned', 'reasoned', 'upheld', 'upheld', 'never']),
		rejectionWithin: often(5, 1, 3, 10),
		returnedCatalogue: often('remaining_days', 'first_submission'),
		restDayStop: often('as_is', 'next_workday'),
		promised,
		regime: often('by_step', 'by_request'),
	};
}

/** A day of 2025 to 2027: any, around a holiday, or around the day the Decree came into force. */
function dayOf(dice: Dice): number {
	if (dice.percent(6)) return indexOf('2025-07-18') + dice.below(25);
	if (dice.percent(50))
		return Math.max(indexOf('2025-01-25'), (holidays[4 + dice.below(17)] ?? 0) - 18 + dice.below(24));
	return indexOf('2025-08-01') + dice.below(870);
}

/** What happens in a random matter that begins on a day. */
export type Tell = (dice: Dice, day: number) => Deed[];

/** A matter that begins on a random day. */
export function drawOf(seed: number, tell: Tell): Draw {
	const dice = diceOf(seed);
	const day = dayOf(dice);
	const policies = [policyOf(dice, '2025-08-01')];
	if (dice.percent(30)) policies.unshift(policyOf(dice, nameOf(day - 5 + dice.below(40))));
	const deeds = tell(dice, day);
	const asked = Array.from({ length: 4 }, () => dice.below(60));
	return { seed, policies, deeds, conditional: dice.percent(75), asked };
}

/** Hours at which a reading turns. */
const edges = [0, 719, 720, 1049, 1050, 1079, 1080, 1439];
const minuteOf = (dice: Dice) => (dice.percent(15) ? dice.pick(edges) : dice.below(1440));
const delays = [0, 0, 0, 0, 1, 2, 4, -1] as const;

/** An act some days after another day, at any minute, recorded at once, later, or before it was done; or on paper. */
export function deedOf(dice: Dice, id: number, kind: string, day: number): Deed {
	const paper = dice.percent(8);
	const occurred = morningOf(day) + (paper ? 0 : minuteOf(dice) * MINUTE);
	const recorded = occurred + dice.pick(delays) * DAY + (paper || dice.percent(10) ? dice.below(1440) * MINUTE : 0);
	return { id: String.fromCharCode(97 + id), kind, line: '', occurred, recorded, paper };
}

/** In any order, some of them twice. */
export function shuffled<T>(dice: Dice, list: readonly T[]): T[] {
	const mixed = list.flatMap(each => (dice.percent(10) ? [each, each] : [each]));
	for (let n = mixed.length - 1; n > 0; n--) {
		const other = dice.below(n + 1);
		const [a, b] = [mixed[n] as T, mixed[other] as T];
		mixed[n] = b;
		mixed[other] = a;
	}
	return mixed;
}
