import { patternCases } from '#analytics/measures/patterns.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type PatternCase, patternArgs, readPatterns } from '#app/loaders/patterns.server.ts';
import { patternFigure, patternOf } from '#app/words/patterns.ts';
import { clockName } from '#app/words/zh.ts';

/** The cases in which patterns of evasion show, as a file: the rows of the page, all pages of it. */
export const loader = answer('patterns', async ({ viewer, asked, context, query }) => {
	const args = patternArgs(viewer, asked, readPatterns(query));
	const read = (limit: number, offset: number) => context.store.ask(patternCases, { ...args, limit, offset });
	return listFile(`规避迹象_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<PatternCase>[] = [
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '情形', cell: row => patternOf(row.pattern)?.name ?? null },
	{ head: '条件', cell: row => patternOf(row.pattern)?.when ?? null },
	{ head: '情况', cell: row => patternFigure(row.pattern, row.figure) },
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '对方部门', cell: row => row.counterparty_name },
	{ head: '目录', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '时限', cell: row => (row.clock === null ? null : clockName(row.clock)) },
	{ head: '发生日', cell: row => row.on_day },
];
