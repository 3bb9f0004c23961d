import { OFFICE_ID } from '#analytics/cases/event.ts';
import { judged } from '#analytics/cases/evidence.ts';
import { recordOf, told as toldBy } from '#analytics/cases/of-record.ts';
import { endOf } from '#analytics/law/day.ts';
import type { caseEvents } from '#analytics/measures/case.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { KnownCase } from '#analytics/store/facts.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import { type Conflict, conflictsOf } from './conflicts.server.ts';
import type { PlatformName } from './platform-names.server.ts';

/** A platform that reports a case: under which numbers, how much, since when; `record`: the clocks go by it. */
export type CasePlatform = {
	source: number;
	name: string;
	numbers: string[];
	events: number;
	first_at: number;
	record: boolean;
};

/** Who reports a case, as far as the viewer may see it. */
export type CasePlatforms = {
	platforms: CasePlatform[];
	/** Somebody has decided which platform is of record. */
	decided: boolean;
	/** Other numbers that are one with the case's own. */
	numbers: string[];
	/** Acts that platforms tell differently; empty for a liaison, who may see only part of the case. */
	conflicts: Conflict[];
};

/** Who reports a case, from its events that the viewer may see. */
export function casePlatforms(
	known: KnownCase,
	events: readonly Row<typeof caseEvents>[],
	{ as_of }: Asked,
	viewer: Viewer,
	name: PlatformName,
): CasePlatforms {
	const { state, root } = known;
	const record = recordOf(judged(state), state.record);
	const sources = [...new Set(events.map(({ source_id }) => source_id))].filter(source => source !== OFFICE_ID);
	const platforms = sources.map((source): CasePlatform => {
		const own = events.filter(({ source_id }) => source_id === source);
		const numbers = [...new Set(own.map(({ case_id }) => case_id))].sort();
		const first_at = Math.min(...own.map(({ occurred_at }) => occurred_at));
		return { source, name: name(source), numbers, events: own.length, first_at, record: source === record };
	});
	const doubts = viewer.visible === null ? toldBy(state).doubts : [];
	return {
		platforms: platforms.sort((a, b) => Number(b.record) - Number(a.record) || a.first_at - b.first_at),
		decided: state.record !== undefined && state.record === record,
		numbers: [...new Set(events.map(({ case_id }) => case_id))].filter(id => id !== root).sort(),
		conflicts: conflictsOf(root, doubts, endOf(as_of), name),
	};
}
