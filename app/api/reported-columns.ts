import type { Column } from '#app/list-file.ts';
import type { BodyCoverage } from '#app/loaders/coverage.server.ts';
import { doubtOf, shareWords } from '#app/words/coverage.ts';

/** What a file says of the reporting behind each figure; null: no platform tells of the body. */
export const reportedColumns: Column<BodyCoverage | null>[] = [
	{ head: '数据完整性', cell: body => doubtOf(body) ?? '完整' },
	{ head: '对账情况', cell: body => (body === null || body.platforms === 0 ? null : shareWords(body)) },
];
