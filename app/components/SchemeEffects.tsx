import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import type { Effect, SchemesData } from '#app/loaders/schemes.server.ts';
import { decimal } from '#app/words/indicators.ts';
import { rankStep } from '#app/words/scores.ts';
import { DepartmentName } from './DepartmentName.tsx';

/** What a trial does to scores and ranks, body by body; those whose rank moves most first. */
export function SchemeEffects({ data, effects }: { data: SchemesData; effects: Effect[] }) {
	const moved = effects.toSorted(
		(a, b) => Math.abs(step(b) ?? 0) - Math.abs(step(a) ?? 0) || (a.after.rank ?? 999) - (b.after.rank ?? 999),
	);
	const column = (name: string, width: number, cell: (row: Effect) => ReactNode, className?: string) => ({
		key: name,
		title: name,
		width,
		render: (_: unknown, row: Effect) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	const columns: TableColumnsType<Effect> = [
		column('部门', 220, row => <DepartmentName data={data} code={row.department} name={row.department_name} />),
		column('现行得分', 110, row => points(row.before.score), 'number'),
		column('试算得分', 110, row => points(row.after.score), 'number'),
		column('现行名次', 110, row => row.before.rank ?? '—', 'number'),
		column('试算名次', 110, row => row.after.rank ?? '—', 'number'),
		column('名次变化', 130, row => rankStep(row.before.rank, row.after.rank) ?? '—', 'number'),
	];
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={moved}
			rowKey="department"
			pagination={false}
			size="middle"
			scroll={{ x: 790 }}
		/>
	);
}

const points = (score: number | null) => (score === null ? '—' : decimal(score, 2));

/** Places gained (positive) or lost; null where there is no rank on one side. */
function step({ before, after }: Effect): number | null {
	return before.rank === null || after.rank === null ? null : before.rank - after.rank;
}
