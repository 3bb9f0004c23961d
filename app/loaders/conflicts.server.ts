import type { Doubt } from '#analytics/cases/run.ts';
import type { Tellings } from '#analytics/cases/tellings.ts';
import type { conflicts } from '#analytics/measures/conflicts.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { PlatformName } from './platform-names.server.ts';

/** What one platform says of an act; `at` null: it does not report it. */
export type Said = { platform: string; at: number | null; day_only: boolean; says: string | null };

/** One act as two platforms tell it; the clocks go by the first. */
export type Conflict = { case_id: string; line: string; act: string; differ: string[]; followed: Said; other: Said };

/** A row of the list, its platforms named. */
export function namedConflict(row: Row<typeof conflicts>, name: PlatformName): Conflict {
	const { case_id, line, act, differ } = row;
	return {
		...{ case_id, line, act, differ },
		followed: {
			platform: name(row.followed_source),
			at: row.followed_at,
			day_only: row.followed_day_only,
			says: row.followed_says,
		},
		other: { platform: name(row.other_source), at: row.other_at, day_only: row.other_day_only, says: row.other_says },
	};
}

/** The doubts of a case on what two platforms tell, as of `until` (an instant, not included), in the shape of the list. */
export function conflictsOf(caseId: string, doubts: readonly Doubt[], until: number, name: PlatformName): Conflict[] {
	return doubts.flatMap(({ line, tellings }) => {
		if (tellings === undefined || firstAt(tellings) >= until) return [];
		const { act, differ, followed, other } = tellings;
		return [{ case_id: caseId, line, act, differ, followed: said(followed, name), other: said(other, name) }];
	});
}

function firstAt({ followed, other }: Tellings): number {
	return Math.min(followed.at ?? Number.POSITIVE_INFINITY, other.at ?? Number.POSITIVE_INFINITY);
}

function said({ source, at, dayOnly, says }: Tellings['followed'], name: PlatformName): Said {
	return { platform: name(source), at, day_only: dayOnly, says };
}
