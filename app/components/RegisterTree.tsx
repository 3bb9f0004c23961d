import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { type Asked, linkTo } from '#app/asked.ts';
import type { BodyLine, OrganisationsData } from '#app/loaders/organisations.server.ts';
import { longDay } from '#app/words/format.ts';
import { jurisdictions, UNSETTLED } from '#app/words/organisations.ts';
import { divisionName, regionLevel } from '#app/words/regions.ts';
import { departmentKinds } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';

type Given = Pick<Asked, 'given'>;

/** The register by division: bodies that answer for themselves, their units below them, their other codes beside them. */
export function RegisterTree({ data }: { data: OrganisationsData }) {
	return data.regions.map(({ region, bodies }) => (
		<details key={region ?? ''} className="register-region" open={region === data.home || data.regions.length === 1}>
			<summary>
				{divisionName(region)}
				<span className="quiet">
					{region === data.home && region !== null ? '本级' : regionLevel(region)}，{bodies.length}个机构
				</span>
			</summary>
			<Bodies data={data} bodies={bodies} mayEnact={data.mayEnact} />
		</details>
	));
}

/** Bodies that are no more, and who took over from them. */
export function CeasedBodies({ data }: { data: OrganisationsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide" aria-label="已撤并机构">
				<thead>
					<tr>
						<th>机构</th>
						<th>存续</th>
						<th>承接机构</th>
					</tr>
				</thead>
				<tbody>
					{data.ceased.map(body => (
						<tr key={body.code}>
							<td>
								<DepartmentName data={data} code={body.code} name={body.name} />
								<small className="sub">{body.code}</small>
							</td>
							<td className="day">
								{longDay(body.valid_from)}至{longDay(body.valid_to)}
							</td>
							<td>
								{body.successor === null ? (
									UNSETTLED
								) : (
									<DepartmentName data={data} code={body.successor} name={body.successor_name ?? body.successor} />
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Bodies({ data, bodies, mayEnact }: { data: Given; bodies: BodyLine[]; mayEnact: boolean }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked register">
				<thead>
					<tr>
						<th>机构</th>
						<th>类别</th>
						<th>责令权限</th>
						<th>沿革</th>
						{mayEnact ? <th>登记</th> : null}
					</tr>
				</thead>
				<tbody>{bodies.flatMap(body => rowsOf(body, 0, data, mayEnact))}</tbody>
			</table>
		</div>
	);
}

/** A unit may have units; what goes in a circle is not shown twice. */
function rowsOf(body: BodyLine, depth: number, data: Given, mayEnact: boolean): ReactNode[] {
	const row = <BodyRow key={`${depth}|${body.code}`} data={data} body={body} depth={depth} mayEnact={mayEnact} />;
	return depth > 5 ? [row] : [row, ...body.units.flatMap(unit => rowsOf(unit, depth + 1, data, mayEnact))];
}

function BodyRow({ data, body, depth, mayEnact }: { data: Given; body: BodyLine; depth: number; mayEnact: boolean }) {
	return (
		<tr data-unit={depth > 0 || undefined}>
			<td data-head="机构" style={depth > 0 ? { paddingLeft: 10 + depth * 20 } : undefined}>
				{depth > 0 ? <span aria-hidden="true">└ </span> : null}
				<DepartmentName data={data} code={body.code} name={body.name} />
				<small className="sub">
					{body.code}
					{depth > 0 ? '　下属单位' : ''}
				</small>
			</td>
			<td data-head="类别">
				{departmentKinds[body.kind ?? ''] ?? '—'}
				{body.rankable ? null : (
					<small className="sub">{body.treated === 'excluded' ? '不计入' : '列示，不排名'}</small>
				)}
			</td>
			<td data-head="责令权限">{jurisdictions[body.jurisdiction]?.name ?? '—'}</td>
			<td data-head="沿革">
				{historyOf(body).map(words => (
					<small key={words} className="sub">
						{words}
					</small>
				))}
			</td>
			{mayEnact ? (
				<td className="acts" data-head="登记">
					{(['rename', 'merge', 'split', 'abolish', 'move'] as const).map(kind => (
						<Link key={kind} to={linkTo({ given: {} }, '/organisations/new', { kind, code: body.code })}>
							{{ rename: '更名', merge: '合并', split: '分立', abolish: '撤销', move: '调整' }[kind]}
						</Link>
					))}
				</td>
			) : null}
		</tr>
	);
}

function historyOf({ valid_from, codes, predecessors }: BodyLine): string[] {
	return [
		`${longDay(valid_from)}起`,
		...predecessors.map(({ name, valid_to }) => `承接${name}（${longDay(valid_to)}止）`),
		...codes.map(({ code, recognised }) => `${recognised ? '认定代码' : '曾用代码'}${code}`),
	];
}
