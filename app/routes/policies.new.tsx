import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/Page.tsx';
import { PolicyForm } from '#app/components/PolicyForm.tsx';
import { PolicyPreview } from '#app/components/PolicyPreview.tsx';
import policiesCss from '#app/components/policies.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { answerPolicy, firstDraft } from '#app/policies/answer.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: policiesCss }];

export const meta: MetaFunction = () => [{ title: '登记口径新版本·数督' }];

export const loader = page('enact', async ({ context }) => firstDraft(context));

export const action = deed('enact', answerPolicy);

export default function NewPolicy() {
	const first = useLoaderData<typeof loader>();
	const { draft, preview } = useKeptAnswer<typeof action>() ?? first;
	return (
		<Page
			title="登记口径新版本"
			lead="先填写，再预告所涉的事项，最后确认。确认之前不影响任何统计。"
			data={null}
			aside={<Link to="/policies">口径</Link>}
		>
			{preview === null ? <PolicyForm draft={draft} /> : <PolicyPreview draft={draft} preview={preview} />}
		</Page>
	);
}
