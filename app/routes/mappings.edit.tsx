import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { MappingEditor } from '#app/components/MappingEditor.tsx';
import { Page } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import sourcesCss from '#app/components/sources.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { editorData } from '#app/loaders/mappings.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { answerMapping } from '#app/mappings/answer.server.ts';

export const links: LinksFunction = () => [policiesCss, sourcesCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction = () => [{ title: '编写转换规则·数督' }];

export const loader = page('tend', ({ context, query }) => editorData(context, query.get('from')));

export const action = deed('tend', answerMapping);

export default function EditMapping() {
	const first = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	return (
		<Page
			title="编写转换规则"
			lead="贴入样例，选好各列，随时看到每一行成为哪些事件。不需写代码。"
			data={null}
			aside={<Link to="/mappings">转换规则</Link>}
		>
			<MappingEditor first={first} answer={answer} />
		</Page>
	);
}
