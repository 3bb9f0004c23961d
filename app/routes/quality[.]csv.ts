import { qualityChecks } from '#analytics/measures/quality.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type Check, checkArgs, readChecks } from '#app/loaders/checks.server.ts';
import { checkOutcomes, dimensionWords } from '#app/words/quality.ts';

/** The checks of the assessments that speak for the items, as a file: the rows of the page, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const args = checkArgs(viewer, asked, readChecks(query));
	const read = (limit: number, offset: number) => context.store.ask(qualityChecks, { ...args, limit, offset });
	return listFile(`质量检查_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Check>[] = [
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '目录项', cell: row => row.catalogue_title ?? row.catalogue },
	{ head: '目录编码', cell: row => row.catalogue },
	{ head: '维度', cell: row => dimensionWords(row.dimension) },
	{ head: '规则', cell: row => row.rule_name },
	{ head: '规则代码', cell: row => row.rule },
	{ head: '结果', cell: row => checkOutcomes[row.state]?.name ?? null },
	{ head: '分子A', cell: row => row.passing },
	{ head: '检查数B', cell: row => row.checked },
	{ head: '指标方向', cell: row => (row.direction === 'lower' ? '越低越好' : '越高越好') },
	{ head: '合格比例', cell: row => row.share },
	{ head: '规则集', cell: row => row.rule_set },
	{ head: '规则集版本', cell: row => row.rule_set_version },
	{ head: '评估日', cell: row => row.told_on },
];
