import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { answer } from '#app/api/answer.ts';
import { reportedColumns } from '#app/api/reported-columns.ts';
import { type Column, listFile } from '#app/list-file.ts';
import {
	type IndicatorFigure,
	indicatorsData,
	readDimension,
	readIndicatorFilters,
} from '#app/loaders/indicators.server.ts';
import { dimensionNames, noneReasons, valueWords } from '#app/words/indicators.ts';

/** The indicators of one dimension as a file, a line a body × indicator. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const dimension = readDimension(query.get('dimension'));
	const { lines, codes } = await indicatorsData(viewer, asked, context, dimension, readIndicatorFilters(query));
	const rows = lines.flatMap(line => codes.flatMap(code => line.figures[code] ?? []));
	const { from, to } = asked.period;
	const name = `${dimensionNames[dimension]}_${from.replaceAll('-', '')}至${to.replaceAll('-', '')}_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => rows.slice(offset, offset + limit));
});

const nameOf = (row: IndicatorFigure) => indicators[row.indicator as IndicatorCode];

const columns: Column<IndicatorFigure>[] = [
	{ head: '部门', cell: row => row.department_name ?? '全部' },
	{ head: '部门代码', cell: row => row.department },
	{ head: '指标', cell: row => nameOf(row).zh },
	{ head: '单位', cell: row => nameOf(row).unit },
	{ head: '分子', cell: row => row.num },
	{ head: '分母', cell: row => row.den },
	{ head: '数值', cell: row => (row.reason === null ? valueWords(row.indicator as IndicatorCode, row) : null) },
	{ head: '认定后分子', cell: row => row.adjudicated_num },
	{ head: '认定后分母', cell: row => row.adjudicated_den },
	{
		head: '认定后数值',
		cell: row =>
			row.reason === null
				? valueWords(row.indicator as IndicatorCode, { num: row.adjudicated_num, den: row.adjudicated_den })
				: null,
	},
	{ head: '没有数值的原因', cell: row => noneReasons[row.reason ?? ''] ?? null },
	{ head: '项数', cell: row => row.units },
	{ head: '未报送项数', cell: row => row.unreported },
	{ head: '有正当理由件数', cell: row => row.excused },
	{ head: '是否样本不足', cell: row => (row.too_few ? '是' : '否') },
	{ head: '是否法定时限', cell: row => (nameOf(row).statutory ? '是' : '否') },
	{ head: '口径', cell: row => nameOf(row).definition },
	{ head: '依据', cell: row => nameOf(row).article },
	...reportedColumns,
];
