import { risk } from '#analytics/measures/risk.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Risk, readRisk, riskArgs } from '#app/loaders/risk.server.ts';
import { bases } from '#app/words/risk.ts';
import { clockName } from '#app/words/zh.ts';

/** The 件 under way by how likely they are to become overdue, as a file: the rows of the page, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const args = riskArgs(viewer, asked, readRisk(query));
	const read = (limit: number, offset: number) => context.store.ask(risk, { ...args, limit, offset });
	return listFile(`临期风险_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Risk>[] = [
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '责任部门', cell: row => row.department_name },
	{ head: '责任部门代码', cell: row => row.department },
	{ head: '申请方', cell: row => row.counterparty_name },
	{ head: '时限', cell: row => clockName(row.clock) },
	{ head: '起算日', cell: row => row.started_on },
	{ head: '到期日', cell: row => row.due_on },
	{ head: '剩余工作日', cell: row => row.days_left },
	{ head: '已用净工作日', cell: row => row.elapsed },
	{ head: '期限净工作日', cell: row => row.allowed },
	{ head: '逾期可能性（%）', cell: row => (row.probability === null ? null : Math.round(row.probability * 1000) / 10) },
	{ head: '依据', cell: row => bases[row.basis] ?? null },
	{ head: '历史已办结件数', cell: row => row.history },
	{ head: '用时比本件更长件数', cell: row => row.at_risk },
];
