import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { ChangeEffects } from '#app/components/ChangeEffects.tsx';
import organisationsCss from '#app/components/organisations.css?url';
import { Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { whole } from '#app/filters.ts';
import { type ChangeData, changeData } from '#app/loaders/change.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { changeKinds, standingWords, toChangeKind } from '#app/words/changes.ts';
import { longDay, longInstant } from '#app/words/format.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: organisationsCss }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.change.sentence ?? '机构变更'}·数督` },
];

export const loader = page('figures', ({ viewer, asked, context, params, query }) => {
	const at = whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1;
	return changeData(viewer, asked, context, params.seq ?? '', at);
});

export default function Change() {
	const data = useLoaderData<typeof loader>();
	const { change, retracted, effects } = data;
	const kind = changeKinds[toChangeKind(change.kind) ?? 'move'].name;
	return (
		<Page
			title={retracted ? `撤回${kind}登记` : `${kind}登记`}
			lead={change.sentence}
			data={data}
			stock
			aside={<Link to={linkTo(data, '/organisations')}>机构沿革</Link>}
		>
			<Panel title="登记内容">
				<Facts data={data} />
				<Ways data={data} />
			</Panel>
			<ChangeEffects
				data={data}
				effects={effects}
				note={retracted ? '这项撤回所改变的。' : '这项登记所改变的（与没有这项登记相比）。'}
				pages={<Pager page={effects.page} size={effects.size} total={effects.total} />}
			/>
		</Page>
	);
}

function Facts({ data: { change } }: { data: ChangeData }) {
	const { retraction } = change;
	const facts: [string, string | null][] = [
		['生效', `${longDay(change.effective)}起${change.kind === 'recognise' ? '登记，认定自始有效' : ''}`],
		['文号', change.document ?? '未写明'],
		['登记', `${longInstant(change.registered_at)}，${change.by}`],
		['效力', standingWords(change)],
		['更正理由', change.correction_reason],
		[
			'撤回',
			retraction === null
				? null
				: `${longInstant(retraction.at)}，${retraction.by}，${retraction.document ?? '未写明文号'}${retraction.reason === null ? '' : `，理由：${retraction.reason}`}`,
		],
	];
	return (
		<dl className="slip-facts">
			{facts.flatMap(([name, words]) =>
				words === null
					? []
					: [
							<div key={name}>
								<dt>{name}</dt>
								<dd>{words}</dd>
							</div>,
						],
			)}
		</dl>
	);
}

function Ways({ data }: { data: ChangeData }) {
	const { change, mayEnact } = data;
	if (change.superseded === 'corrected' && change.superseded_by !== null) {
		return (
			<p className="more">
				<Link to={linkTo(data, `/organisations/${change.superseded_by}`)}>查看更正后的登记</Link>
			</p>
		);
	}
	if (!mayEnact || change.superseded !== null) return null;
	if (!change.own) return <p className="note">由平台报送的登记，须由报送平台更正或者撤回。</p>;
	return (
		<p className="more acts">
			<Link to={`/organisations/new?corrects=${change.seq}`}>更正登记</Link>
			<Link to={`/organisations/new?retracts=${change.seq}`}>撤回登记</Link>
		</p>
	);
}
