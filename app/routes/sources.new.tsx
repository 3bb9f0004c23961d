import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Page, Panel } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import { SourceForm } from '#app/components/SourceForm.tsx';
import { Token } from '#app/components/SourceState.tsx';
import sourcesCss from '#app/components/sources.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { answerNew, mappingChoices } from '#app/sources/answer.server.ts';
import { emptyGiven } from '#app/sources/given.ts';
import { toKind } from '#app/sources/kinds.ts';

export const links: LinksFunction = () => [policiesCss, sourcesCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction = () => [{ title: '登记数据来源·数督' }];

export const loader = page('tend', async ({ context, query }) => ({
	first: {
		given: emptyGiven(toKind(query.get('kind') ?? '') ?? 'http', query.get('mapping') ?? ''),
		problems: [],
		tried: null,
		message: null,
		token: null,
	},
	choices: await mappingChoices(context.intake),
}));

export const action = deed('tend', answerNew);

export default function NewSource() {
	const { first, choices } = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>() ?? first;
	return (
		<Page
			title="登记数据来源"
			lead="选择接入方式，填写后先测试、试取，看清原始数据、事件和拒收，再登记。登记后即开始采集。"
			data={null}
			aside={<Link to="/sources">数据来源</Link>}
		>
			{answer.token ? (
				<Panel title="已登记">
					<Token token={answer.token.token} />
					<p>
						平台把事件送到 <code>/api/v1/events</code>，请求头写 <code>Authorization: Bearer 令牌</code>。
					</p>
					<Link to={`/sources/${answer.token.code}`}>查看该来源</Link>
				</Panel>
			) : (
				<SourceForm answer={answer} choices={choices} kept={false} />
			)}
		</Page>
	);
}
