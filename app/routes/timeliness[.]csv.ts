import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type TimelinessData, timelinessClock, timelinessData } from '#app/loaders/timeliness.server.ts';
import { clockWords, statuses } from '#app/words/zh.ts';

type Row = TimelinessData['rows'][number];
const keys = ['met', 'late', 'overdue', 'running', 'paused', 'untimed', 'excluded'] as const;

/** Departments × statuses under one clock as a file. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const clock = timelinessClock(query.get('clock'));
	const { rows } = await timelinessData(viewer, asked, context, clock);
	const name = `办理情况_${clockWords(clock)?.name}_截至${asked.as_of.replaceAll('-', '')}`;
	return listFile(name, columns, async (limit, offset) => rows.slice(offset, offset + limit));
});

const columns: Column<Row>[] = [
	{ head: '部门', cell: row => row.department_name },
	{ head: '部门代码', cell: row => row.department },
	{ head: '时限', cell: row => clockWords(row.clock)?.name ?? '其他时限' },
	{ head: '是否法定时限', cell: row => (clockWords(row.clock)?.local ? '否' : '是') },
	...keys.map(key => ({ head: statuses[key]?.name ?? key, cell: (row: Row) => row[key] })),
	{ head: '合计', cell: row => row.total },
];
