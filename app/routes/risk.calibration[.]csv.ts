import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Foretelling, foretellings, narrowed } from '#app/loaders/calibration.server.ts';
import { bases } from '#app/words/risk.ts';
import { clockName } from '#app/words/zh.ts';

/** What was foretold at the ends of twelve months and what came of it, as a file. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const rows = narrowed(await foretellings(viewer, asked, context), query);
	const name = `逾期可能性回测_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => rows.slice(offset, offset + limit));
});

const columns: Column<Foretelling>[] = [
	{ head: '估计日', cell: row => row.told_on },
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '责任部门代码', cell: row => row.department },
	{ head: '时限', cell: row => clockName(row.clock) },
	{ head: '逾期可能性（%）', cell: row => Math.round(row.probability * 1000) / 10 },
	{ head: '依据', cell: row => bases[row.basis] ?? null },
	{ head: '结果', cell: row => (row.overdue ? '逾期' : '未逾期') },
];
