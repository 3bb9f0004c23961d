import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type FeedFinding, findingsOf, readFeed } from '#app/loaders/feed.server.ts';
import { feedKinds, spanWords } from '#app/words/feed.ts';
import { longInstant } from '#app/words/format.ts';

/** What is amiss with how events were sent, as a file: the rows of the page, all pages of it. */
export const loader = answer('sources', async ({ viewer, asked, context, query }) => {
	const question = readFeed(query);
	const read = (limit: number, offset: number) =>
		findingsOf(viewer, asked, context, { ...question, size: limit, page: offset / limit + 1 });
	return listFile(`报送质量_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<FeedFinding>[] = [
	{ head: '情形', cell: row => feedKinds[row.kind]?.name ?? null },
	{ head: '平台', cell: row => row.source_name },
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '事件编号', cell: row => row.event_id },
	{ head: '事件', cell: row => zhOf(row.type) },
	{ head: '部门代码', cell: row => row.department },
	{ head: '办理时间', cell: row => longInstant(row.occurred_at, row.day_only) },
	{ head: '平台写入时间', cell: row => longInstant(row.recorded_at) },
	{ head: '本系统收到时间', cell: row => longInstant(row.received_at) },
	{ head: '时差', cell: row => spanWords(row.minutes) },
	{ head: '自报用时', cell: row => row.stated },
	{ head: '核算用时', cell: row => (row.counted === null ? null : Math.round(row.counted * 10) / 10) },
	{ head: '用时单位', cell: row => (row.unit === null ? null : row.unit === 'wd' ? '工作日' : '小时') },
];

function zhOf(type: string): string | null {
	const known = toEventType(type);
	return known === null ? null : zhType(known);
}
