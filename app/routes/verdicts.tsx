import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import organisationsCss from '#app/components/organisations.css?url';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { VerdictTable } from '#app/components/VerdictTable.tsx';
import { page } from '#app/loaders/page.server.ts';
import { verdictsData } from '#app/loaders/verdicts.server.ts';
import { verdictKinds } from '#app/words/verdicts.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: organisationsCss }];

export const meta: MetaFunction = () => [{ title: '典型案例与拒不改正·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	verdictsData(viewer, asked, context, query),
);

export default function Verdicts() {
	const data = useLoaderData<typeof loader>();
	const { department } = data;
	return (
		<Page
			title="典型案例与拒不改正"
			lead="由主管部门登记、认定，计入综合评价的加分和等次限制；更正、撤回均留有记录。"
			data={data}
			stock="截至所选日的全部登记"
			aside={<Exports file={linkTo(data, '/verdicts.csv', { department })} />}
		>
			{department === null ? null : (
				<p className="note">
					仅列：{data.rows[0]?.department_name ?? department}。<Link to={linkTo(data, '/verdicts')}>查看全部</Link>
				</p>
			)}
			{(['model_case', 'order_refused'] as const).map(fact => {
				const { name, act, meaning } = verdictKinds[fact];
				const rows = data.rows.filter(row => row.fact === fact);
				return (
					<Panel key={fact} title={name} note={meaning}>
						{rows.length === 0 ? (
							<Nothing>没有{fact === 'model_case' ? '登记典型案例' : '拒不改正的认定'}。</Nothing>
						) : (
							<VerdictTable data={data} rows={rows} label={name} />
						)}
						{data.mayJudge ? (
							<p className="more">
								<Link to={linkTo(data, '/verdicts/new', { fact, department })}>{act}</Link>
							</p>
						) : null}
					</Panel>
				);
			})}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
