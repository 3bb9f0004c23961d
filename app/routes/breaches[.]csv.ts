import { breaches } from '#analytics/measures/breaches.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Breach, breachArgs, readBreachFilters } from '#app/loaders/breaches.server.ts';
import { answerOf, conditionOf, groundsOf } from '#app/words/breaches.ts';
import { itemArticles, itemNames } from '#app/words/items.ts';
import { jurisdictionNotes } from '#app/words/jurisdiction.ts';
import { clockWords } from '#app/words/zh.ts';

/** The leads as a file: the rows of the page under the same filters, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const args = breachArgs(viewer, asked, readBreachFilters(query));
	const read = (limit: number, offset: number) => context.store.ask(breaches, { ...args, limit, offset });
	return listFile(`问题线索_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Breach>[] = [
	{ head: '条款', cell: row => itemArticles[row.item] ?? null },
	{ head: '情形', cell: row => itemNames[row.item] ?? null },
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '现承接部门', cell: row => row.held_by_name },
	{ head: '责令改正', cell: row => jurisdictionNotes[row.jurisdiction] ?? '本级主管部门' },
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '事件编号', cell: row => row.event_id },
	{ head: '目录', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '对方部门', cell: row => row.counterparty_name },
	{ head: '时限', cell: row => clockWords(row.clock ?? '')?.name ?? null },
	{ head: '是否法定时限', cell: row => (row.statutory === null ? null : row.statutory ? '是' : '否') },
	{ head: '是否逾期', cell: row => (row.late ? '是' : '否') },
	{ head: '到期日', cell: row => row.due_on },
	{ head: '办结日', cell: row => row.ended_on },
	{ head: '逾期工作日', cell: row => row.days_late },
	{ head: '逾期小时', cell: row => row.hours_late },
	{ head: '依据', cell: row => groundsOf(row).join('；') },
	{ head: '另须认定', cell: row => conditionOf(row.item, row.late) },
	{ head: '自何日起', cell: row => row.since },
	{ head: '认定', cell: row => answerOf(row) },
	{ head: '认定日', cell: row => row.decided_on },
];
