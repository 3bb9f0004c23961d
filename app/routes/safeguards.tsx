import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DemanderPage } from '#app/components/DemanderPage.tsx';
import { IndicatorValue } from '#app/components/IndicatorValue.tsx';
import { demanderData } from '#app/loaders/demander.server.ts';
import { type IndicatorLine, readIndicatorFilters } from '#app/loaders/indicators.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const meta: MetaFunction = () => [{ title: '安全保障·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	demanderData(viewer, asked, context, 'safeguards', readIndicatorFilters(query)),
);

const columns = [
	{ code: 'S1', head: '使用记录完备率' },
	{ code: 'S5', head: '保障措施落实率' },
	{ code: 'S3', head: '到期处置率' },
	{ code: 'S4a', head: '负有责任的安全事件' },
	{ code: 'S4b', head: '安全事件按时报告率' },
	{ code: 'S2a', head: '超范围使用、给第三方' },
	{ code: 'S2b', head: '权限暂停天数' },
	{ code: 'S6a', head: '投诉举报成立数' },
	{ code: 'S6b', head: '投诉举报按时办结率' },
] as const;

export default function Safeguards() {
	const data = useLoaderData<typeof loader>();
	return (
		<DemanderPage
			data={data}
			title="安全保障"
			lead="使用记录、保障措施、到期处置、安全事件、投诉举报；如实报告的安全事件不作不利评价。点击数字查看逐项清单。"
			path="/safeguards"
			sums={['S1', 'S5', 'S3', 'S4a', 'S4b', 'S2a', 'S6a', 'S6b']}
			by="S1"
			columns={columns.map(({ code, head }) => ({
				head,
				cell: (line: IndicatorLine) => <IndicatorValue data={data} line={line} code={code} />,
			}))}
		/>
	);
}
