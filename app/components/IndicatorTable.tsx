import { Table, type TableColumnsType } from 'antd';
import { indicators } from '#analytics/law/indicators.ts';
import type { IndicatorLine, IndicatorsData } from '#app/loaders/indicators.server.ts';
import { BodyName } from './BodyName.tsx';
import { IndicatorValue } from './IndicatorValue.tsx';

/** Bodies × indicators of one dimension. A body never leaves the table: without a value it says why. */
export function IndicatorTable({ data }: { data: IndicatorsData }) {
	const columns: TableColumnsType<IndicatorLine> = [
		{
			title: '部门',
			key: 'department',
			width: 190,
			fixed: 'left',
			render: (_, line) => <BodyName data={data} line={line} />,
		},
		...data.codes.map(code => ({
			key: code,
			className: 'number',
			width: 136,
			title: <span title={indicators[code].definition}>{indicators[code].zh}</span>,
			render: (_: unknown, line: IndicatorLine) => <IndicatorValue data={data} line={line} code={code} />,
		})),
	];
	return (
		<Table
			className="grid league"
			columns={columns}
			dataSource={data.lines}
			rowKey={line => line.department ?? 'all'}
			pagination={false}
			size="middle"
			scroll={{ x: 190 + data.codes.length * 136 }}
		/>
	);
}
