import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { type PlatformDay, platformDays, readPlatformDays } from '#app/loaders/platform-days.server.ts';
import { dayStates, differenceWords } from '#app/words/coverage.ts';

/** The days of the platforms as a file: the rows of the page, all pages of it. */
export const loader = answer('figures', async ({ viewer, asked, context, query }) => {
	const question = readPlatformDays(query);
	const read = async (limit: number, offset: number) =>
		(await platformDays(viewer, asked, context, { ...question, page: offset / limit + 1, size: limit })).days;
	return listFile(`报送对账_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<PlatformDay>[] = [
	{ head: '日期', cell: row => row.day },
	{ head: '平台', cell: row => row.source_name },
	{ head: '平台代码', cell: row => row.source },
	{ head: '应报日', cell: row => (row.expected ? '是' : '否') },
	{ head: '对账结果', cell: row => dayStates[row.state as keyof typeof dayStates].name },
	{ head: '日报所列条数', cell: row => row.told },
	{ head: '已收到条数', cell: row => row.got },
	{ head: '缺少条数', cell: row => row.lacking },
	{ head: '差异', cell: row => row.differences.map(differenceWords).join('；') },
];
