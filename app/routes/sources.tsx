import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import { FlaggedSources } from '#app/components/FlaggedSources.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { SourceTable } from '#app/components/SourceTable.tsx';
import { flaggedSources } from '#app/loaders/flagged.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { sourcesData } from '#app/loaders/sources.server.ts';

export const meta: MetaFunction = () => [{ title: '数据来源·数督' }];

export const loader = page('sources', async ({ viewer, asked, context }) => ({
	...(await sourcesData(viewer, asked, context)),
	...(await flaggedSources(context, await context.sources.list())),
	mayImport: may(viewer.account.role, 'import'),
	now: context.now(),
	tended: may(viewer.account.role, 'tend'),
}));

export default function Sources() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page
			title="数据来源"
			lead="各报送平台的数量、时效与异常。平台未报送期间，其事项可能已办结而尚未上报。本期对账以日报所列件数核对当日收到的数据。"
			data={data}
			aside={
				<>
					{data.tended ? <Link to="/sources/new">登记数据来源</Link> : null}
					<Link to="/mappings">转换规则</Link>
					{data.mayImport ? <Link to="/import">导入文件</Link> : null}
					<Link to={linkTo(data, '/rejects')}>拒收数据</Link>
				</>
			}
		>
			<FlaggedSources flagged={data.flagged} flagFrom={data.flag_from} />
			{data.sources.length === 0 ? (
				<Nothing>尚未登记数据来源。请由系统管理员在“登记数据来源”中登记。</Nothing>
			) : (
				<SourceTable data={data} now={data.now} />
			)}
			<p className="definition">口径：{data.definition}采集时间、异常与拒收数为当前情况，不随截至日变化。</p>
		</Page>
	);
}
