import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import organisationsCss from '#app/components/organisations.css?url';
import { Page } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { VerdictForm } from '#app/components/VerdictForm.tsx';
import { VerdictPreview } from '#app/components/VerdictPreview.tsx';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { verdictFormData } from '#app/loaders/verdicts.server.ts';
import { answerVerdict } from '#app/verdicts/answer.server.ts';

export const links: LinksFunction = () => [policiesCss, organisationsCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction = () => [{ title: '登记典型案例、认定拒不改正·数督' }];

export const loader = page('judge', ({ context, query }) => verdictFormData(context, query));

export const action = deed('judge', answerVerdict);

export default function NewVerdict() {
	const data = useLoaderData<typeof loader>();
	const { given, problems, preview } = useKeptAnswer<typeof action>() ?? {
		given: data.first,
		problems: [],
		preview: null,
	};
	return (
		<Page
			title={given.fact === 'order_refused' ? '认定拒不改正' : '登记典型案例'}
			lead="先填写，再预览综合得分、等次和名次怎样变化，最后确认。确认之前不影响任何得分。"
			data={null}
			aside={<Link to="/verdicts">典型案例与拒不改正</Link>}
		>
			{preview === null ? (
				<VerdictForm data={data} given={given} problems={problems} />
			) : (
				<VerdictPreview given={given} preview={preview} />
			)}
		</Page>
	);
}
