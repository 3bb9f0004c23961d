import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import type { IndicatorLine, IndicatorsData } from '#app/loaders/indicators.server.ts';
import { BodyName } from './BodyName.tsx';
import { IndicatorValue } from './IndicatorValue.tsx';
import { courseOf } from './links.ts';

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
			title: <Head data={data} code={code} />,
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

/** The indicator's name, and the way to its course over twelve months. */
function Head({ data, code }: { data: IndicatorsData; code: IndicatorCode }) {
	const { zh, definition } = indicators[code];
	const [department = null, other] = data.filters.departments ?? [];
	return (
		<>
			<span title={definition}>{zh}</span>
			<small className="sub">
				<Link to={courseOf(data, code, other === undefined ? department : null)} aria-label={`${zh}的走势`}>
					走势
				</Link>
			</small>
		</>
	);
}
