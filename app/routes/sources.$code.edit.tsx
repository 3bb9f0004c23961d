import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import { SourceForm } from '#app/components/SourceForm.tsx';
import sourcesCss from '#app/components/sources.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { sourceOf } from '#app/loaders/source.server.ts';
import { answerSource, mappingChoices } from '#app/sources/answer.server.ts';
import { givenOf } from '#app/sources/given.ts';

export const links: LinksFunction = () => [policiesCss, sourcesCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction = () => [{ title: '修改数据来源·数督' }];

export const loader = page('tend', async ({ context, params }) => {
	const source = await sourceOf(params.code ?? '', context);
	return {
		first: { given: givenOf(source), problems: [], tried: null, message: null, token: null },
		name: source.name,
		choices: await mappingChoices(context.intake),
	};
});

export const action = deed('tend', async given =>
	answerSource(given, await sourceOf(given.params.code ?? '', given.context)),
);

export default function EditSource() {
	const { first, name, choices } = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>() ?? first;
	return (
		<Page
			title={`修改：${name}`}
			lead="保存后即按新的设置采集。密钥不填的沿用已保存的；地址换到另一台主机的，须重新填写密钥。"
			data={null}
			aside={<Link to={`/sources/${first.given.values.code}`}>返回</Link>}
		>
			<SourceForm answer={answer} choices={choices} kept />
		</Page>
	);
}
