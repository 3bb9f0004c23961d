import type { BackFill } from '#analytics/ledger/back-fills.ts';

/** A back-fill as people see it. */
export type BackFillLine = Omit<
	BackFill,
	'sourceId' | 'position' | 'startedAt' | 'movedAt' | 'nextAt' | 'resumedAt' | 'resumedRows' | 'reached'
> & {
	cursor: string | null;
	started_at: number;
	moved_at: number;
	/** After a failure, when it is tried again. */
	next_at: number | null;
	/** Of the whole, from 0 to 1; null: neither the platform nor the range tells. */
	share: number | null;
	/** Rows a second since it was last set going, waits included; null: not yet known. */
	rate: number | null;
	/** Milliseconds to the end at that rate; null: not running, or it cannot be told. */
	left_ms: number | null;
};

/** How far a back-fill is: the estimate rests on the rows that the platform tells, else on the time of the range. */
export function backFillLine(backFill: BackFill, now: number): BackFillLine {
	const { sourceId: _, position, startedAt, movedAt, nextAt, resumedAt, resumedRows, reached, ...told } = backFill;
	const { state, rows, total, fault } = told;
	const ran = (state === 'running' ? now : movedAt) - resumedAt;
	const rate = rows > resumedRows && ran >= 1000 ? ((rows - resumedRows) * 1000) / ran : null;
	const expected = total ?? (reached ? (rows * 1000) / reached : null);
	const left = state === 'running' && rate && expected !== null ? Math.max(0, expected - rows) / rate : null;
	return {
		...told,
		cursor: position,
		started_at: startedAt,
		moved_at: movedAt,
		next_at: state === 'running' && fault !== null ? nextAt : null,
		share: state === 'done' ? 1 : shareOf(rows, expected, reached),
		rate,
		left_ms: left === null ? null : Math.round(left * 1000),
	};
}

function shareOf(rows: number, expected: number | null, reached: number | null): number | null {
	if (expected === null) return reached === null ? null : reached / 1000;
	return expected === 0 ? null : Math.min(1, rows / expected);
}
