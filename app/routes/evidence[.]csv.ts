import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { actsReader, type Backdated, readEvidence } from '#app/loaders/evidence.server.ts';
import { evidenceStates, officerWords } from '#app/words/evidence.ts';
import { longInstant } from '#app/words/format.ts';
import { clockWords } from '#app/words/zh.ts';

/** Backdated acts and what became of their evidence, as a file: the rows of the page under the same filters, all pages of it. */
export const loader = answer('evidence', async ({ viewer, asked, context, query }) => {
	const read = await actsReader(viewer, asked, context, readEvidence(query));
	return listFile(`倒签与证据_截至${asked.as_of.replaceAll('-', '')}`, columns, read);
});

const columns: Column<Backdated>[] = [
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '行', cell: row => row.line || null },
	{ head: '办理行为', cell: row => actName(row.type) },
	{ head: '事件编号', cell: row => row.event_id },
	{ head: '时限', cell: row => (row.clock === null ? null : (clockWords(row.clock)?.name ?? '其他时限')) },
	{ head: '办理部门', cell: row => row.department_name },
	{ head: '办理部门代码', cell: row => row.department },
	{ head: '报送平台', cell: row => row.source_name },
	{ head: '所填办理时间', cell: row => longInstant(row.occurred_at, row.day_only) },
	{ head: '平台记录时间', cell: row => longInstant(row.recorded_at) },
	{ head: '收到报送时间', cell: row => longInstant(row.received_at) },
	{ head: '滞后小时', cell: row => Math.floor(row.lag / 60) },
	{ head: '认定', cell: row => evidenceStates[row.decided]?.name ?? null },
	{ head: '认定人', cell: row => (row.decided_seq === null ? null : officerWords(row.officer_title, row.officer)) },
	{ head: '认定时间', cell: row => (row.decided_at === null ? null : longInstant(row.decided_at)) },
	{ head: '文号', cell: row => row.document },
	{ head: '理由', cell: row => row.reason },
	{ head: '账本序号', cell: row => row.decided_seq },
];

function actName(name: string): string {
	const type = toEventType(name);
	return type === null ? '其他事件' : zhType(type);
}
