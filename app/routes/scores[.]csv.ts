import { answer } from '#app/api/answer.ts';
import { reportedColumns } from '#app/api/reported-columns.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { readBoard, type Score, scoresData } from '#app/loaders/scores.server.ts';
import { decimal } from '#app/words/indicators.ts';
import { boardNames, factNames, gradeNames, onlyWords, rankStep, unrankedScores } from '#app/words/scores.ts';
import { departmentKinds } from '#app/words/zh.ts';

/** A table of scores as a file. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const board = readBoard(query.get('board'));
	const { scores } = await scoresData(viewer, asked, context, board);
	const { from, to } = asked.period;
	const name = `${boardNames[board]}_${from.replaceAll('-', '')}至${to.replaceAll('-', '')}_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => scores.slice(offset, offset + limit));
});

const columns: Column<Score>[] = [
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '机构类别', cell: row => departmentKinds[row.level] ?? null },
	{ head: '名次', cell: row => row.rank ?? unrankedScores[row.unranked ?? ''] ?? null },
	{ head: '上期名次', cell: ({ before }) => before?.rank ?? unrankedScores[before?.unranked ?? ''] ?? null },
	{ head: '名次变化', cell: ({ before, rank }) => rankStep(before?.rank ?? null, rank) },
	{ head: '口径调整', cell: ({ before, adjusted }) => (before === null ? null : adjusted.join('；') || '无') },
	{ head: '得分', cell: row => (row.score === null ? null : decimal(row.score, 2)), numeric: true },
	{ head: '合成分', cell: row => (row.base === null ? null : decimal(row.base, 2)), numeric: true },
	{ head: '扣分', cell: row => row.deducted },
	{ head: '加分', cell: row => row.added },
	{ head: '等次', cell: row => gradeNames[row.grade ?? ''] ?? null },
	{ head: '一票否决', cell: row => row.vetoes.map(each => factNames[each]).join('、') || null },
	{ head: '参评角色', cell: row => (row.only === null ? null : onlyWords(row.only)) },
	{ head: '参评权重', cell: row => row.weight_scored },
	{ head: '权重合计', cell: row => row.weight },
	{ head: '未报送项数', cell: row => row.unreported },
	...reportedColumns,
];
