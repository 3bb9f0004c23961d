import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { answer } from '#app/api/answer.ts';
import { reportedColumns } from '#app/api/reported-columns.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type IndicatorUnit, namedUnits, readUnitFilters, unitArgs } from '#app/loaders/indicators.server.ts';
import { lineWords, outcomeWords } from '#app/words/indicators.ts';
import { clockWords, sharingNames, statuses } from '#app/words/zh.ts';

/** The units behind figures as a file: the rows of the page under the same filters, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const args = unitArgs(viewer, asked, readUnitFilters(query));
	const read = (limit: number, offset: number) => namedUnits(context, { ...args, limit, offset });
	return listFile(`指标清单_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<IndicatorUnit>[] = [
	{ head: '指标', cell: row => indicators[row.indicator as IndicatorCode].zh },
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '对方部门', cell: row => row.counterparty_name },
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '行', cell: row => (row.clock === null ? null : row.line) },
	{ head: '时限', cell: row => clockWords(row.clock ?? '')?.name ?? null },
	{ head: '共享属性', cell: row => sharingNames[row.sharing ?? ''] ?? null },
	{ head: '目录', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '服务', cell: row => row.service },
	{ head: '措施或者期间', cell: row => (row.clock === null ? lineWords(row) : null) },
	{ head: '来源平台', cell: row => row.platform },
	{ head: '事件编号', cell: row => row.event_id },
	{ head: '归期日', cell: row => row.on_day },
	{ head: '情形', cell: row => outcomeWords(row.outcome) ?? statuses[row.outcome ?? '']?.name ?? null },
	{ head: '分子', cell: row => row.num },
	{ head: '分母', cell: row => row.den },
	{ head: '有正当理由', cell: row => (row.excused ? '是' : '否') },
	...reportedColumns,
];
