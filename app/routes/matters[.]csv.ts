import { matters } from '#analytics/measures/matters.ts';
import { answer } from '#app/api/answer.ts';
import { mattersOrder } from '#app/components/orders.ts';
import { readFilters } from '#app/filters.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Matter, matterArgs } from '#app/loaders/matters.server.ts';
import { jurisdictions } from '#app/words/organisations.ts';
import { clockWords, sharingNames, statuses } from '#app/words/zh.ts';

/** The list of matters as a file: the rows of the page under the same filters, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const args = matterArgs(viewer, asked, readFilters(query, mattersOrder));
	const read = (limit: number, offset: number) => context.store.ask(matters, { ...args, limit, offset });
	return listFile(`事项清单_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Matter>[] = [
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '责任部门', cell: row => row.owner_name },
	{ head: '责任部门代码', cell: row => row.owner },
	{ head: '到期日责任部门', cell: row => row.department_name },
	{ head: '现承办部门', cell: row => row.held_by_name },
	{ head: '报送代码', cell: row => row.owed_by_code },
	{ head: '承接部门待明确', cell: row => (row.unsettled ? '是' : '否') },
	{ head: '责令权限', cell: row => jurisdictions[row.jurisdiction]?.name ?? null },
	{ head: '申请方', cell: row => row.counterparty_name },
	{ head: '时限', cell: row => clockWords(row.clock)?.name ?? '其他时限' },
	{ head: '是否法定时限', cell: row => (clockWords(row.clock)?.local ? '否' : '是') },
	{ head: '共享属性', cell: row => sharingNames[row.sharing ?? ''] ?? null },
	{ head: '目录', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '行数', cell: row => row.lines },
	{ head: '状态', cell: row => statuses[row.status]?.name ?? '状态不明' },
	{ head: '可能逾期', cell: row => (row.unheard ? '是' : '否') },
	{ head: '平台最近报送日', cell: row => row.heard_on },
	{ head: '起算日', cell: row => row.started_on },
	{ head: '法定到期日', cell: row => row.statutory_due_on },
	{ head: '有效到期日', cell: row => row.due_on },
	{ head: '到期日是否暂定', cell: row => (row.provisional ? '是' : '否') },
	{ head: '办结日', cell: row => row.ended_on },
	{ head: '逾期工作日', cell: row => row.days_late },
	{ head: '逾期小时', cell: row => row.hours_late },
	{ head: '其中划转前逾期工作日', cell: row => row.days_late_inherited },
	{ head: '剩余工作日', cell: row => row.days_left },
	{ head: '延期工作日', cell: row => row.extended },
	{ head: '中止工作日', cell: row => row.paused_days },
];
