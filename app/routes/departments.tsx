import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { linkTo } from '#app/asked.ts';
import { Figure, Rate } from '#app/components/Figure.tsx';
import { overdueRows } from '#app/components/links.ts';
import { Nothing, Page } from '#app/components/Page.tsx';
import { type DepartmentsData, departmentsData } from '#app/loaders/departments.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { longDay } from '#app/words/format.ts';
import { departmentKinds } from '#app/words/zh.ts';

export const meta: MetaFunction = () => [{ title: '部门档案·数督' }];

export const loader = page('figures', ({ viewer, asked, context }) => departmentsData(viewer, asked, context));

type Row = DepartmentsData['departments'][number];

export default function Departments() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page title="部门档案" lead="全部部门及其本期数据，点击部门名称查看档案。" data={data}>
			{data.departments.length === 0 ? (
				<Nothing>尚无部门。部门随机构登记或首次报送数据而出现。</Nothing>
			) : (
				<Table
					className="grid"
					columns={columnsOf(data)}
					dataSource={data.departments}
					rowKey="code"
					pagination={false}
					size="middle"
					scroll={{ x: 860 }}
				/>
			)}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function columnsOf(data: DepartmentsData): TableColumnsType<Row> {
	return [
		{
			title: '部门',
			key: 'name',
			width: 240,
			render: (_, row) => <Name data={data} row={row} />,
		},
		{ title: '类别', key: 'kind', width: 190, render: (_, row) => kindOf(row) },
		{ title: '沿革', key: 'history', width: 190, render: (_, row) => historyOf(row) },
		{
			title: '本期按时率',
			key: 'rate',
			className: 'number',
			width: 130,
			render: (_, { code, name, standing }) => (
				<Rate
					data={data}
					clock="total"
					department={code}
					name={name}
					cell={standing?.cells.total ?? { due: 0, on_time: 0 }}
				/>
			),
		},
		{
			title: '超期未办',
			key: 'overdue',
			className: 'number',
			width: 110,
			render: (_, { code, name, standing }) => (
				<Figure
					value={standing?.cells.total?.overdue ?? 0}
					to={overdueRows(data, 'total', code)}
					name={`${name}超期未办`}
				/>
			),
		},
	];
}

function Name({ data, row }: { data: DepartmentsData; row: Row }) {
	return (
		<>
			<Link to={linkTo(data, `/departments/${encodeURIComponent(row.code)}`)}>{row.name}</Link>
			<small className="sub">{row.code}</small>
		</>
	);
}

function kindOf({ identified, kind }: Row): string {
	if (!identified) return '未识别：代码尚未登记';
	return departmentKinds[kind ?? ''] ?? '—';
}

function historyOf({ valid_to, successor_name }: Row): string {
	if (valid_to === null) return '—';
	return `${longDay(valid_to)}止${successor_name ? `，由${successor_name}承接` : ''}`;
}
