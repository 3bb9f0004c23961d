import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { OrganisationsData, UnidentifiedLine } from '#app/loaders/organisations.server.ts';
import { longDay, longInstant } from '#app/words/format.ts';
import { Figure } from './Figure.tsx';

/** Codes nobody registered: what they appear in, since when, and the ways to map them. */
export function UnidentifiedTable({ data }: { data: OrganisationsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label="未识别代码">
				<thead>
					<tr>
						<th>代码</th>
						<th>报送平台</th>
						<th>首次出现</th>
						<th className="number">事项（件）</th>
						<th className="number">其中未办结</th>
						<th className="number">超期未办</th>
						{data.mayEnact ? <th>登记</th> : null}
					</tr>
				</thead>
				<tbody>
					{data.unidentified.map(line => (
						<Line key={line.code} data={data} line={line} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function Line({ data, line }: { data: OrganisationsData; line: UnidentifiedLine }) {
	const { code, name, since, platforms, matters, open, overdue } = line;
	const rows = (status?: string[]) => linkTo(data, '/matters', { department: code, status });
	const map = (kind: string) => `/organisations/new?${new URLSearchParams({ kind, code })}`;
	return (
		<tr>
			<td data-head="代码">
				<Link to={linkTo(data, `/departments/${encodeURIComponent(code)}`)}>{code}</Link>
				{name === code ? null : <small className="sub">报送名称：{name}</small>}
			</td>
			<td data-head="报送平台">{platforms.join('、') || '—'}</td>
			<td className="day" data-head="首次出现">
				{since === null ? longDay(null) : longInstant(since, true)}
			</td>
			<td className="number" data-head="事项（件）">
				<Figure value={matters} to={rows()} name={`${code}事项`} />
			</td>
			<td className="number" data-head="其中未办结">
				<Figure value={open} to={rows(['running', 'overdue', 'paused'])} name={`${code}未办结`} />
			</td>
			<td className="number" data-head="超期未办">
				<Figure value={overdue} to={rows(['overdue'])} name={`${code}超期未办`} />
			</td>
			{data.mayEnact ? (
				<td className="acts" data-head="登记">
					<Link to={map('recognise')}>认定为某机构的代码</Link>
					<Link to={map('establish')}>登记为机构或者下属单位</Link>
				</td>
			) : null}
		</tr>
	);
}
