import { dice } from './random.ts';
import type { Setting } from './setting.ts';

/** How a body uses what it was given, and keeps its records. Shares are 0 to 1. */
type Habits = {
	/** Share of months with a report on what is in use, and of quarters with a record of use. */
	reports: number;
	records: number;
	/** Share of records with all five parts. */
	whole: number;
	/** Share of quarters with a report on effects. */
	effects: number;
	/** Share of services in use. */
	used: number;
	/** Share of the checklist in place, and of items renewed before they expire. */
	safeguards: number;
	renews: number;
};

/** Slugs of bodies whose use and safeguards a planted story is about. */
export const users = {
	thorough: 'bdc',
	careless: 'sports',
	idle: 'gfdb',
	byFile: 'veterans',
} as const;

const special: Record<string, Partial<Habits>> = {
	[users.thorough]: { reports: 1, records: 1, whole: 1, effects: 1, used: 1, safeguards: 1, renews: 1 },
	[users.careless]: { reports: 0, records: 0, effects: 0, safeguards: 0 },
	[users.idle]: { reports: 1, records: 0.8 },
	[users.byFile]: { reports: 1 },
};

/** The habits of a body by its slug: most report and record, some seldom, the planted ones as their story wants. */
export function habitsOf(s: Setting, slug: string): Habits {
	const die = dice(s.seed, 'habits', slug);
	return {
		reports: 0.75 + die.next() * 0.25,
		records: 0.7 + die.next() * 0.3,
		whole: 0.8 + die.next() * 0.2,
		effects: 0.3 + die.next() * 0.7,
		used: 0.72 + die.next() * 0.28,
		safeguards: 0.8 + die.next() * 0.2,
		renews: 0.85 + die.next() * 0.15,
		...special[slug],
	};
}
