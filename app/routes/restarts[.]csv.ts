import { restarts } from '#analytics/measures/restarts.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Refiled, readRestarts, restartArgs } from '#app/loaders/restarts.server.ts';
import { restartGrounds } from '#app/words/evidence.ts';

/** The requests suspected to be earlier ones under a new number, as a file: the rows of the page, all pages of it. */
export const loader = answer('restarts', async ({ viewer, asked, context, query }) => {
	const args = restartArgs(viewer, asked, readRestarts(query));
	const read = (limit: number, offset: number) => context.store.ask(restarts, { ...args, limit, offset });
	return listFile(`疑似换号重报_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Refiled>[] = [
	{ head: '前案编号', cell: row => row.earlier_case },
	{ head: '前案情形', cell: row => restartGrounds[row.how] ?? null },
	{ head: '前案情形发生日', cell: row => row.how_on },
	{ head: '前案到期日', cell: row => row.earlier_due_on },
	{ head: '后案编号', cell: row => row.later_case },
	{ head: '后案收到日', cell: row => row.received_on },
	{ head: '后案到期日', cell: row => row.later_due_on },
	{ head: '提供部门', cell: row => row.department_name },
	{ head: '提供部门代码', cell: row => row.department },
	{ head: '需求部门', cell: row => row.counterparty_name },
	{ head: '目录', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '相隔自然日', cell: row => row.apart },
	{ head: '到期日推后工作日', cell: row => row.gained },
];
