import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import type { IndicatorFigure, IndicatorLine, IndicatorsData } from '#app/loaders/indicators.server.ts';
import { INCOMPLETE } from '#app/words/coverage.ts';
import { count } from '#app/words/format.ts';
import { noneReasons, valueWords } from '#app/words/indicators.ts';
import { CoverageMark } from './CoverageMark.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import { unitRows } from './links.ts';

/** Bodies × indicators of one dimension. A body never leaves the table: without a value it says why. */
export function IndicatorTable({ data }: { data: IndicatorsData }) {
	const columns: TableColumnsType<IndicatorLine> = [
		{
			title: '部门',
			key: 'department',
			width: 190,
			fixed: 'left',
			render: (_, line) => <Name data={data} line={line} />,
		},
		...data.codes.map(code => ({
			key: code,
			className: 'number',
			width: 136,
			title: <span title={indicators[code].definition}>{indicators[code].zh}</span>,
			render: (_: unknown, line: IndicatorLine) => <Value data={data} line={line} code={code} />,
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

function Name({ data, line }: { data: IndicatorsData; line: IndicatorLine }) {
	const told = Object.values(line.figures).some(({ units }) => units > 0);
	const mark = told ? <CoverageMark body={line.reported} /> : null;
	if (line.department === null) {
		return (
			<>
				<b>全部</b>
				{mark}
			</>
		);
	}
	return (
		<>
			<DepartmentName data={data} code={line.department} name={line.department_name ?? line.department} />
			{line.identified ? null : <small className="sub">未识别：代码尚未登记</small>}
			{line.treated === 'listed' && line.level !== 'authority' ? <small className="sub">列示，不参加排名</small> : null}
			{mark}
		</>
	);
}

function Value({ data, line, code }: { data: IndicatorsData; line: IndicatorLine; code: IndicatorCode }) {
	const figure = line.figures[code];
	if (figure === undefined) return <span className="rate none">—</span>;
	if (figure.reason !== null && figure.units === 0) {
		return <span className="rate none">{figure.reason === 'no_obligations' ? '—' : noneReasons[figure.reason]}</span>;
	}
	return (
		<Link
			className="rate"
			to={unitRows(data, code, line.department)}
			aria-label={`${line.department_name ?? '全部'}${indicators[code].zh}`}
		>
			<b>{figure.reason === null ? valueWords(code, figure) : noneReasons[figure.reason]}</b>
			<Notes code={code} figure={figure} />
		</Link>
	);
}

function Notes({ code, figure }: { code: IndicatorCode; figure: IndicatorFigure }) {
	const { kind, unit } = indicators[code];
	const adjudicated = { num: figure.adjudicated_num, den: figure.adjudicated_den };
	const of = kind === 'rate' && figure.den !== null ? `${count(figure.num)}/${count(figure.den)}` : null;
	return (
		<>
			<small className="sub">{of ?? (kind === 'count' ? unit : `${count(figure.units)}项`)}</small>
			{figure.excused > 0 ? (
				<small className="sub">
					认定后{valueWords(code, adjudicated)}（{count(figure.excused)}件有正当理由）
				</small>
			) : null}
			{figure.unreported > 0 && figure.reason === null ? (
				<small className="sub">另有{count(figure.unreported)}项未报送</small>
			) : null}
			{figure.too_few && figure.reason === null ? <small className="sub">样本不足</small> : null}
			{figure.incomplete ? <small className="sub coverage-mark">▲ {INCOMPLETE}</small> : null}
		</>
	);
}
