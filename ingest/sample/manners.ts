import { dice } from './random.ts';
import type { Setting } from './setting.ts';

/** How a provider behaves on ordinary days. Shares are 0 to 1. */
export type Manners = {
	/** How often it is asked, relative to the others; 0: nobody asks it. */
	asked: number;
	/** Share of replies, deliveries, corrections and catalogue updates that come late. */
	lateReply: number;
	lateDelivery: number;
	lateCorrection: number;
	lateUpdate: number;
	/** How much of the time allowed it usually takes. */
	pace: number;
	/** Share of lines with a notice of missing materials, and with an extension. */
	notices: number;
	extensions: number;
};

/** Slugs of the departments that a planted story is about; everyday requests leave `few` and `unasked` alone. */
export const cast = {
	excellent: 'gjj',
	lastDay: 'civil',
	noticeLoop: 'eco',
	slowDelivery: 'transport',
	few: 'archive',
	unasked: 'relics',
	incomplete: 'urban',
	brokenChecks: 'gfdb',
	neverFresh: 'coop',
	neverAssessed: 'invest',
	localRules: 'ggzy',
} as const;

const busy: Record<string, number> = {
	...{ police: 8, hrss: 7, samr: 8, nr: 5, tax: 6, bdc: 5, civil: 4, housing: 4, ybj: 4, gjj: 4, health: 3, edu: 3 },
	...{
		eco: 3,
		transport: 3,
		zwfw: 2,
		drc: 2,
		court: 1.5,
		sbzx: 2,
		qiming: 2,
		wangchao: 2,
		[cast.few]: 0,
		[cast.unasked]: 0,
	},
};

const weak: Record<string, number> = {
	housing: 0.16,
	urban: 0.2,
	culture: 0.14,
	gfdb: 0.22,
	qinghe: 0.18,
	invest: 0.15,
};

const special: Record<string, Partial<Manners>> = {
	[cast.excellent]: { ...always(0), pace: 0.25, notices: 0, extensions: 0 },
	[cast.lastDay]: { ...always(0), pace: 1, notices: 0, extensions: 0 },
	[cast.noticeLoop]: { notices: 0.6, extensions: 0.05 },
	[cast.slowDelivery]: { ...always(0), lateDelivery: 0.8, pace: 0.4, extensions: 0 },
};

/** The manners of a provider by its slug: most answer 90 to 99 in 100 in time, a few are weak, the planted ones are as their story wants. */
export function mannersOf(s: Setting, slug: string): Manners {
	const die = dice(s.seed, 'manners', slug);
	const late = weak[slug] ?? 0.01 + die.next() ** 2 * 0.08;
	return {
		asked: busy[slug] ?? 0.5 + die.next(),
		...always(late),
		pace: 0.35 + die.next() * 0.5,
		notices: 0.05,
		extensions: 0.04,
		...special[slug],
	};
}

function always(late: number) {
	return { lateReply: late, lateDelivery: late * 1.2, lateCorrection: late, lateUpdate: late };
}
