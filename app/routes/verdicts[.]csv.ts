import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { verdictsData } from '#app/loaders/verdicts.server.ts';
import type { Verdict } from '#app/verdicts/draft.ts';
import { factOf } from '#app/verdicts/draft.ts';
import { longInstant } from '#app/words/format.ts';
import { verdictKinds, verdictStandings } from '#app/words/verdicts.ts';

/** Model cases and refused orders as a file: the rows of the page. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const { rows } = await verdictsData(viewer, asked, context, query);
	const name = `典型案例与拒不改正_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => rows.slice(offset, offset + limit));
});

const columns: Column<Verdict>[] = [
	{ head: '类别', cell: row => verdictKinds[factOf(row)].name },
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '归期', cell: row => row.told_on },
	{ head: '案例名称', cell: row => row.title },
	{ head: '上级机关', cell: row => row.recognised_by },
	{ head: '文号', cell: row => row.document },
	{ head: '印发日期', cell: row => row.issued_on },
	{ head: '责令改正文号', cell: row => row.order_document },
	{ head: '责令改正期限', cell: row => row.deadline_on },
	{ head: '认定', cell: row => (row.fact === 'model_case' ? null : row.refused ? '拒不改正' : '不构成拒不改正') },
	{ head: '理由', cell: row => row.reason },
	{ head: '效力', cell: row => verdictStandings[row.standing]?.slice(2) ?? null },
	{ head: '更正理由', cell: row => row.correction_reason },
	{ head: '撤回理由', cell: row => row.retraction_reason },
	{ head: '登记人', cell: row => row.officer },
	{ head: '登记时间', cell: row => longInstant(row.told_at) },
	{ head: '账本序号', cell: row => row.seq },
];
