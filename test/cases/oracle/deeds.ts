import type { Policy } from '#analytics/law/policy.ts';
import { DAY, dayAt, morningOf } from './fingers.ts';

/** One act as the naive reader is told of it. Moments are milliseconds, days are indices (see fingers.ts). */
export type Deed = {
	id: string;
	kind: string;
	/** '' concerns every line. */
	line: string;
	/** Done at the department to which the request was transferred. */
	away?: true;
	occurred: number;
	recorded: number;
	/** A paper act: only its day is known. */
	paper: boolean;
	/** Working days granted. */
	days?: number;
	/** Lines a partial reply agrees to. */
	agreed?: string[];
	signed?: number;
	precheck?: number;
	/** The day a change takes effect, or until which a record is kept. */
	on?: number;
};

/** One run as the naive reader sees it. */
export type Opinion = {
	from: number;
	statutory: number;
	/** Effective and promised due day in the end; meaningless, and not compared, where the run is excluded. */
	due: number;
	promised: number;
	statusOn: (day: number) => string;
	defects: ReadonlySet<string>;
};

/** A run that is out as a whole. */
export function excluded(opinion: Opinion, why: string): Opinion {
	return { ...opinion, statusOn: () => `excluded ${why}`, defects: new Set() };
}

const arrivals = new Set(['receive', 'resubmit', 'receive correction']);

/** When an act counts: done no earlier than it was recorded; arrived no later than it was recorded. */
export function moment({ kind, occurred, recorded }: Deed): number {
	return arrivals.has(kind) ? Math.min(occurred, recorded) : Math.max(occurred, recorded);
}

export const dayOfDeed = (deed: Deed): number => dayAt(moment(deed));

/** Earlier than a moment; a paper act is not earlier than its own day. */
export function isEarlier(deed: Deed, at: number): boolean {
	const judged = moment(deed);
	return judged < at && !(deed.paper && dayAt(judged) === dayAt(at));
}

export const byOccurrence = (a: Deed, b: Deed): number =>
	a.occurred - b.occurred || a.recorded - b.recorded || (a.id < b.id ? -1 : 1);

/** One after another: by day, within a day as they happened; a paper act when it was recorded that day, a paper answer last. */
export function inTurn(deeds: readonly Deed[]): Deed[] {
	const placed = deeds.map(deed => ({ deed, day: dayOfDeed(deed), at: placeOf(deed) }));
	placed.sort((a, b) => a.day - b.day || a.at - b.at || byOccurrence(a.deed, b.deed));
	return placed.map(({ deed }) => deed);
}

function placeOf({ paper, occurred, recorded, kind }: Deed): number {
	if (!paper) return occurred;
	if (recorded > occurred && recorded < occurred + DAY) return recorded;
	return kind === 'resubmit' ? morningOf(dayAt(occurred)) + DAY - 1 : occurred;
}

/** The version that governs what begins on a day. */
export function governing(policies: readonly Policy[], day: string): Policy {
	let chosen: Policy | undefined;
	for (const policy of policies) {
		const { effective } = policy;
		if (chosen === undefined) chosen = policy;
		else if (effective <= day ? effective > chosen.effective || chosen.effective > day : effective < chosen.effective)
			chosen = policy;
	}
	if (chosen === undefined) throw new Error('没有口径');
	return chosen;
}
