import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { restatements } from '#analytics/measures/restatements.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Restated, readRestatements, restatementArgs } from '#app/loaders/restatements.server.ts';
import { sideWords, unitChanges } from '#app/words/restatements.ts';
import { clockWords, sharingNames } from '#app/words/zh.ts';

/** The units that moved the figures, as a file: the rows of the page, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const args = restatementArgs(viewer, asked, await readRestatements(query, asked, context));
	const read = (limit: number, offset: number) => context.store.ask(restatements, { ...args, limit, offset });
	return listFile(`更正清单_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Restated>[] = [
	{ head: '变动', cell: row => unitChanges[row.change]?.name ?? null },
	{ head: '指标', cell: row => indicators[row.indicator as IndicatorCode].zh },
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '对方部门', cell: row => row.counterparty_name },
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '时限', cell: row => clockWords(row.clock ?? '')?.name ?? null },
	{ head: '共享属性', cell: row => sharingNames[row.sharing ?? ''] ?? null },
	{ head: '轮次', cell: row => row.round },
	{ head: '行', cell: row => row.line },
	{ head: '目录', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '服务', cell: row => row.service },
	{ head: '事件编号', cell: row => row.event_id },
	{ head: '此前情形', cell: row => before(row) },
	{ head: '此前分子', cell: row => row.num_before },
	{ head: '此前分母', cell: row => row.den_before },
	{ head: '此后情形', cell: row => after(row) },
	{ head: '此后分子', cell: row => row.num_after },
	{ head: '此后分母', cell: row => row.den_after },
];

function before(row: Restated): string | null {
	return sideWords({ on: row.on_day_before, outcome: row.outcome_before, excused: row.excused_before });
}

function after(row: Restated): string | null {
	return sideWords({ on: row.on_day_after, outcome: row.outcome_after, excused: row.excused_after });
}
