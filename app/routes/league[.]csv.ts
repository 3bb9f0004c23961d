import { answer } from '#app/api/answer.ts';
import { reportedColumns } from '#app/api/reported-columns.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { leagueClock, leagueData, type Standing } from '#app/loaders/league.server.ts';
import { percent } from '#app/words/format.ts';
import { clockWords, departmentClocks, unrankedReasons } from '#app/words/zh.ts';

/** The league table as a file. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const { standings } = await leagueData(viewer, asked, context, leagueClock(query.get('by')));
	const name = `部门排名_${asked.period.from.replaceAll('-', '')}至${asked.period.to.replaceAll('-', '')}_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => standings.slice(offset, offset + limit));
});

const columns: Column<Standing>[] = [
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	...['total', ...departmentClocks].flatMap(clock => indicator(clock)),
	{ head: '超期未办件数', cell: row => row.cells.total?.overdue ?? 0 },
	{ head: '承接部门待明确件数', cell: row => row.cells.total?.unsettled ?? 0 },
	...reportedColumns.map(({ head, cell }) => ({ head, cell: ({ reported }: Standing) => cell(reported) })),
	{ head: '撤并前末日', cell: row => row.valid_to },
];

function indicator(clock: string): Column<Standing>[] {
	const name = clock === 'total' ? '合计' : (clockWords(clock)?.name ?? '其他时限');
	return [
		{ head: `${name}到期件数`, cell: ({ cells }) => cells[clock]?.due ?? 0 },
		{ head: `${name}按时件数`, cell: ({ cells }) => cells[clock]?.on_time ?? 0 },
		{
			head: `${name}按时率`,
			cell: ({ cells }) => percent(cells[clock]?.on_time ?? 0, cells[clock]?.due ?? 0),
			numeric: true,
		},
		{
			head: `${name}名次`,
			cell: ({ cells }) => cells[clock]?.rank ?? unrankedReasons[cells[clock]?.unranked ?? ''] ?? null,
		},
	];
}
