import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { EvidenceActs } from '#app/components/EvidenceActs.tsx';
import { EvidenceOfficers } from '#app/components/EvidenceOfficers.tsx';
import { EvidenceSums } from '#app/components/EvidenceSums.tsx';
import { Exports } from '#app/components/Exports.tsx';
import evidenceCss from '#app/components/evidence.css?url';
import { Figure } from '#app/components/Figure.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { type EvidenceData, evidenceData, readEvidence } from '#app/loaders/evidence.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { evidenceStates } from '#app/words/evidence.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: evidenceCss }];

export const meta: MetaFunction = () => [{ title: '倒签与证据·数督' }];

export const loader = page('evidence', ({ viewer, asked, context, query }) =>
	evidenceData(viewer, asked, context, readEvidence(query)),
);

export default function Evidence() {
	const data = useLoaderData<typeof loader>();
	const { decided, department, source, officer, page: at, size } = data.question;
	const narrowed = { decided, department, source, officer };
	return (
		<Page
			title="倒签与证据"
			lead="所填办理时间在到期前、平台记录在到期后的办理行为，以平台记录时间为准，除非有人采信证据。"
			data={data}
			stock
			aside={<Exports file={linkTo(data, '/evidence.csv', narrowed)} />}
		>
			<States data={data} />
			<div className="two">
				<Panel title="按部门和平台" note="滞后：平台记录晚于所填办理时间的时长，列中位数与最长。">
					<EvidenceSums data={data} />
				</Panel>
				<Panel title="按认定人" note="采信率＝采信件数÷认定件数，以每一行为最后一次认定为准。">
					<EvidenceOfficers data={data} />
				</Panel>
			</div>
			<Panel title="清单" note={narrowedNote(data)}>
				{data.total === 0 ? <Nothing>没有符合条件的办理行为。</Nothing> : <EvidenceActs data={data} />}
				<Pager page={at} size={size} total={data.total} />
			</Panel>
			{data.definitions.map(definition => (
				<p key={definition} className="definition">
					口径：{definition}
				</p>
			))}
		</Page>
	);
}

/** What became of the evidence, each sum opening the very rows it counts. */
function States({ data }: { data: EvidenceData }) {
	const sum = (state: 'open' | 'accepted' | 'refused') => data.sums.reduce((all, row) => all + row[state], 0);
	return (
		<section className="headline" aria-label="合计">
			{(['open', 'accepted', 'refused'] as const).map(state => {
				const { name = '', sign = '', colour } = evidenceStates[state] ?? {};
				return (
					<p key={state} data-status={colour}>
						<span>
							{sign} {name}
						</span>
						<Figure value={sum(state)} to={linkTo(data, '/evidence', { decided: state })} name={name} unit="件" />
					</p>
				);
			})}
		</section>
	);
}

/** What the list is narrowed to, and the way back to all of it. */
function narrowedNote(data: EvidenceData) {
	const { decided, department, source, officer } = data.question;
	const parts = [
		decided?.map(state => evidenceStates[state]?.name).join('、'),
		department === null ? null : (data.sums.find(row => row.department === department)?.department_name ?? department),
		source === null ? null : (data.sums.find(row => row.source === source)?.source_name ?? source),
		officer === null ? null : `${officer || '未写明认定人'}认定`,
	].filter(Boolean);
	if (parts.length === 0) return '未认定的在前，最近记录的在前。';
	return (
		<>
			仅列：{parts.join('，')}。<Link to={linkTo(data, '/evidence')}>查看全部</Link>
		</>
	);
}
