import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import type { IndicatorCode } from '#analytics/law/indicators.ts';
import type { DemanderData } from '#app/loaders/demander.server.ts';
import type { IndicatorLine } from '#app/loaders/indicators.server.ts';
import { BodyName } from './BodyName.tsx';

const WIDTH = 104;

/** A column of a demander's table: its head and what stands under it. */
export type DemanderColumn = { head: string; cell: (line: IndicatorLine) => ReactNode };

/** Bodies × what a page tells of them, the lowest value of `by` first; a body never leaves the table. On a telephone one a card. */
export function DemanderTable({
	data,
	by,
	columns,
}: {
	data: DemanderData;
	by: IndicatorCode;
	columns: DemanderColumn[];
}) {
	const value = (line: IndicatorLine) => line.figures[by]?.value ?? 2;
	const lines = data.lines.filter(({ department }) => department !== null).sort((a, b) => value(a) - value(b));
	const column = ({ head, cell }: DemanderColumn, width: number, className?: string) => ({
		key: head,
		title: head,
		width,
		render: (_: unknown, line: IndicatorLine) => cell(line),
		className,
		onCell: () => ({ 'data-head': head }) as HTMLAttributes<HTMLElement>,
	});
	const shown: TableColumnsType<IndicatorLine> = [
		column({ head: '部门', cell: line => <BodyName data={data} line={line} /> }, 190),
		...columns.map(each => column(each, WIDTH, 'number')),
	];
	return (
		<Table
			className="grid cards"
			columns={shown}
			dataSource={lines}
			rowKey={line => line.department ?? 'all'}
			pagination={false}
			size="middle"
			scroll={{ x: 190 + columns.length * WIDTH }}
		/>
	);
}
