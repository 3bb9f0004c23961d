import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DemanderPage } from '#app/components/DemanderPage.tsx';
import { Figure } from '#app/components/Figure.tsx';
import { IndicatorValue } from '#app/components/IndicatorValue.tsx';
import { unitRows } from '#app/components/links.ts';
import { demanderData } from '#app/loaders/demander.server.ts';
import { type IndicatorLine, readIndicatorFilters } from '#app/loaders/indicators.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const meta: MetaFunction = () => [{ title: '数据应用·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	demanderData(viewer, asked, context, 'application', readIndicatorFilters(query)),
);

/** Services by what became of them: they add up to those that A1 counts and those nobody reported on. */
const uses = [
	{ outcome: 'used', head: '在用', of: ({ num }: Used) => num },
	{ outcome: 'unused', head: '应用未用', of: ({ num, den }: Used) => (den ?? 0) - num },
	{ outcome: 'not_reported', head: '未报送', of: ({ unreported }: Used) => unreported },
];
type Used = { num: number; den: number | null; unreported: number };

const rates = [
	{ code: 'A1', head: '应用率' },
	{ code: 'A2', head: '成效报告率' },
	{ code: 'A5', head: '使用状态记录率' },
	{ code: 'A4', head: '申请规范率' },
	{ code: 'A3', head: '重复收集' },
] as const;

export default function Application() {
	const data = useLoaderData<typeof loader>();
	const services = uses.map(({ outcome, head, of }) => ({
		head,
		cell: ({ figures: { A1 }, department, department_name }: IndicatorLine) =>
			A1 === undefined || A1.units === 0 ? (
				<span className="rate none">—</span>
			) : (
				<Figure
					value={of(A1)}
					to={unitRows(data, 'A1', department, [outcome])}
					name={`${department_name}${head}的服务`}
					unit="项"
				/>
			),
	}));
	return (
		<DemanderPage
			data={data}
			title="数据应用"
			lead="共享得来的数据用了没有、用出什么成效、有没有重复收集；点击数字查看逐项清单。"
			path="/application"
			sums={['A1', 'A2', 'A5', 'A4', 'A3', 'A6', 'A7a', 'A7b']}
			by="A1"
			columns={[
				...services,
				...rates.map(({ code, head }) => ({
					head,
					cell: (line: IndicatorLine) => <IndicatorValue data={data} line={line} code={code} />,
				})),
			]}
		/>
	);
}
