import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ChangeForm } from '#app/components/ChangeForm.tsx';
import { ChangePreview } from '#app/components/ChangePreview.tsx';
import organisationsCss from '#app/components/organisations.css?url';
import { Page, Panel } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { newChangeData } from '#app/loaders/change-form.server.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { answerChange } from '#app/organisations/answer.server.ts';
import { changeKinds } from '#app/words/changes.ts';

export const links: LinksFunction = () => [policiesCss, organisationsCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction = () => [{ title: '登记机构变更·数督' }];

export const loader = page('enact', ({ context, query }) => newChangeData(context, query));

export const action = deed('enact', answerChange);

export default function NewChange() {
	const { first, known, sentence } = useLoaderData<typeof loader>();
	const answer =
		useKeptAnswer<typeof action>() ?? (first === null ? null : { given: first, problems: [], preview: null });
	const title = sentence === null ? '登记机构变更' : first?.kind === 'retract' ? '撤回机构登记' : '更正机构登记';
	return (
		<Page
			title={title}
			lead="先填写，再预览划转哪些事项、改变哪些数字，最后确认。确认之前不影响任何统计。"
			data={null}
			aside={<Link to="/organisations">机构沿革</Link>}
		>
			{answer === null ? (
				<Kinds />
			) : answer.preview === null ? (
				<ChangeForm answer={answer} known={known} sentence={sentence} />
			) : (
				<ChangePreview given={answer.given} preview={answer.preview} />
			)}
		</Page>
	);
}

function Kinds() {
	const kinds = Object.entries(changeKinds).filter(([kind]) => kind !== 'retract');
	return (
		<Panel title="登记什么" note="更正、撤回已有登记的，在机构沿革页面打开该项登记。">
			<ul className="change-kinds">
				{kinds.map(([kind, { name, meaning }]) => (
					<li key={kind}>
						<Link to={`/organisations/new?kind=${kind}`}>{name}</Link>
						<small className="sub">{meaning}</small>
					</li>
				))}
			</ul>
		</Panel>
	);
}
