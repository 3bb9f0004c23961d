import { moves } from '#analytics/measures/moves.ts';
import { answer } from '#app/api/answer.ts';
import { type Column, listFile } from '#app/list-file.ts';
import { enactmentAt } from '#app/loaders/calendar-log.server.ts';
import { type MoveRow, moveArgs } from '#app/loaders/moves.server.ts';
import { dueMoment, moveKinds, otherChanges, phase } from '#app/words/moves.ts';
import { clockName, sharingNames } from '#app/words/zh.ts';

/** What an enactment moved, as a file: the rows of its page, all of them. */
export const loader = answer('figures', async ({ viewer, asked, context, params, query }) => {
	const { seq, on, title } = await enactmentAt(viewer, asked, context, params.seq ?? '');
	const department = query.get('department') || null;
	const chosen = { seq, departments: department === null ? null : [department] };
	const read = (limit: number, offset: number) =>
		context.store.ask(moves, moveArgs(viewer, asked, chosen, limit, offset));
	return listFile(`期限变动_${title}_${on.replaceAll('-', '')}`, columns, read);
});

const flag = (value: boolean | null) => (value === null ? null : value ? '是' : '否');

const columns: Column<MoveRow>[] = [
	{ head: '变动', cell: row => moveKinds[row.change]?.name ?? '其他变化' },
	{ head: '事项编号', cell: row => row.case_id },
	{ head: '行', cell: row => row.line || null },
	{ head: '责任部门', cell: row => row.department_name },
	{ head: '责任部门代码', cell: row => row.department },
	{ head: '时限', cell: row => clockName(row.clock) ?? '其他时限' },
	{ head: '共享属性', cell: row => sharingNames[row.sharing ?? ''] ?? null },
	{ head: '原到期日', cell: row => row.due_before && dueMoment(row.due_before, row.due_end_before) },
	{ head: '原到期日是否暂定', cell: row => flag(row.provisional_before) },
	{ head: '新到期日', cell: row => row.due_after && dueMoment(row.due_after, row.due_end_after) },
	{ head: '新到期日是否暂定', cell: row => flag(row.provisional_after) },
	{ head: '办理状态', cell: row => phase(row.phase_after ?? row.phase_before) },
	{ head: '其他变化', cell: row => otherChanges(row).join('，') || null },
];
