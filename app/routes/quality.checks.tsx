import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { DepartmentName } from '#app/components/DepartmentName.tsx';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { type ChecksData, checksData, readChecks } from '#app/loaders/checks.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { count, longDay } from '#app/words/format.ts';
import { decimal } from '#app/words/indicators.ts';
import { checkOutcomes, dimensionWords, ruleWords } from '#app/words/quality.ts';

export const meta: MetaFunction = () => [{ title: '质量检查·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	checksData(viewer, asked, context, readChecks(query)),
);

export default function Checks() {
	const data = useLoaderData<typeof loader>();
	const { departments, dimensions, outcomes, rules, catalogues, page: at, size } = data.question;
	const narrowed = {
		department: departments,
		dimension: dimensions,
		outcome: outcomes,
		rule: rules,
		catalogue: catalogues,
	};
	return (
		<Page
			title="质量检查"
			lead="各目录项最近一次质量评估的逐条检查，合格比例低的在前。"
			data={data}
			aside={<Exports file={linkTo(data, '/quality.csv', narrowed)} />}
		>
			<nav className="tabs" aria-label="检查结果">
				<Link
					to={linkTo(data, '/quality/checks', { ...narrowed, outcome: null })}
					aria-current={outcomes ? undefined : 'page'}
				>
					全部
				</Link>
				{Object.entries(checkOutcomes).map(([outcome, { sign, name }]) => (
					<Link
						key={outcome}
						to={linkTo(data, '/quality/checks', { ...narrowed, outcome })}
						aria-current={outcomes?.includes(outcome) ? 'page' : undefined}
					>
						{sign} {name}
					</Link>
				))}
			</nav>
			<Narrowed data={data} />
			{data.total === 0 ? <Nothing>没有符合条件的检查。</Nothing> : <CheckTable data={data} />}
			<Pager page={at} size={size} total={data.total} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

/** What the list is narrowed to, in words, and the way back. */
function Narrowed({ data }: { data: ChecksData }) {
	const { departments, dimensions, rules, catalogues } = data.question;
	const names = [
		...(departments ?? []).map(code => data.choices.find(choice => choice.code === code)?.name ?? code),
		...(dimensions ?? []).map(dimensionWords),
		...(rules ?? []).map(rule =>
			ruleWords(data.checks.find(check => check.rule === rule) ?? { rule, rule_name: rule }),
		),
		...(catalogues ?? []).map(code => data.checks.find(check => check.catalogue === code)?.catalogue_title ?? code),
	];
	return (
		<p className="note">
			{names.length > 0 ? `已限于：${names.join('、')}。` : null}
			<Link to={linkTo(data, '/quality')}>返回数据质量</Link>
		</p>
	);
}

function CheckTable({ data }: { data: ChecksData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>部门</th>
						<th>目录项</th>
						<th>规则</th>
						<th>结果</th>
						<th className="number">A／B</th>
						<th className="number">合格比例</th>
						<th>评估</th>
					</tr>
				</thead>
				<tbody>
					{data.checks.map((row, i) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a rule may be checked twice in one assessment.
						<tr key={`${row.catalogue} ${row.rule} ${i}`}>
							<td>
								<DepartmentName data={data} code={row.department} name={row.department_name} />
							</td>
							<td>{row.catalogue_title ?? row.catalogue}</td>
							<td>
								{ruleWords(row)}
								<small className="sub">
									{dimensionWords(row.dimension)}
									{row.direction === 'lower' ? '，越低越好' : ''}
								</small>
							</td>
							<td>
								{checkOutcomes[row.state]?.sign} {checkOutcomes[row.state]?.name}
							</td>
							<td className="number">
								{row.checked === null ? '—' : `${count(row.passing ?? 0)}／${count(row.checked)}`}
							</td>
							<td className="number">{row.share === null ? '—' : `${decimal(row.share * 100, 1)}%`}</td>
							<td>
								{longDay(row.told_on)}
								<small className="sub">{row.rule_set ?? '未写明规则集'}</small>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
