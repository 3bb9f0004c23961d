import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type RejectLine, readRejects, rejectLines } from '#app/loaders/rejects.server.ts';
import { longInstant } from '#app/words/format.ts';
import { rejectReason, rejectStates } from '#app/words/rejects.ts';

/** Rows read at once: each may be long. */
const PART = 200;

/** The rejects as a file: the rows of the page, all pages of it. */
export const loader = answer('rejects', async ({ asked, context, query }) => {
	const question = readRejects(query);
	const read = async (size: number, offset: number) =>
		(await rejectLines(context, { ...question, page: offset / PART + 1, size })).rejects;
	return listFile(`拒收数据_截至${asked.as_of.replaceAll('-', '')}`, columns, read, PART);
});

const columns: Column<RejectLine>[] = [
	{ head: '来源', cell: row => row.source_name },
	{ head: '来源代码', cell: row => row.source },
	{ head: '收到时间', cell: row => longInstant(row.received_at) },
	{ head: '原因', cell: row => rejectReason(row.code) },
	{ head: '说明', cell: row => row.message },
	{ head: '事件编号', cell: row => row.event_id },
	{ head: '转换规则', cell: row => row.mapping },
	{ head: '原文', cell: row => row.raw },
	{ head: '原文字数', cell: row => row.raw_length },
	{ head: '处理情况', cell: row => rejectStates[row.state].name },
	{ head: '处理人', cell: row => row.settled_by },
	{ head: '处理时间', cell: row => (row.settled_at === null ? null : longInstant(row.settled_at)) },
	{ head: '理由', cell: row => row.reason },
	{ head: '上次重放', cell: row => row.tried },
];
