import { type ActionFunctionArgs, data, type LinksFunction, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { demand } from '#app/auth/rights.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { DecisionTable } from '#app/components/DecisionTable.tsx';
import { EventTimeline } from '#app/components/EventTimeline.tsx';
import { LinkForm } from '#app/components/LinkForm.tsx';
import { Page, Panel } from '#app/components/Page.tsx';
import reconciliationCss from '#app/components/reconciliation.css?url';
import { page } from '#app/loaders/page.server.ts';
import { type PairData, pairData, type Side } from '#app/loaders/pair.server.ts';
import { linkCases } from '#app/office/link.ts';
import { Refusal } from '#app/refusal.ts';
import { longInstant } from '#app/words/format.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reconciliationCss }];

export const meta: MetaFunction = () => [{ title: '比对认定·数督' }];

export const loader = page('reconciliation', ({ viewer, asked, context, query }) => {
	const one = query.get('one')?.trim() ?? '';
	const other = query.get('other')?.trim() || one;
	if (one === '') throw new Refusal(400, 'bad_pair', '没有指明要比对的编号。请从平台核对或者事项页面打开。');
	return pairData(viewer, asked, context, { one, other });
});

/** Registers a decision, or says why not; what was written stays in the form. */
export async function action({ request, context }: ActionFunctionArgs) {
	const { account } = await requireViewer(request, context);
	const form = await request.formData();
	const read = (name: string) => String(form.get(name) ?? '');
	const given = {
		one: read('one'),
		other: read('other'),
		same: read('same'),
		record: read('record'),
		reason: read('reason'),
		since: read('since'),
	};
	try {
		demand(account.role, 'link');
		await linkCases(context, account, given);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return data({ message: error.message, given }, { status: error.status });
	}
	return redirect('/reconciliation?tab=decisions');
}

export default function Pair() {
	const data = useLoaderData<typeof loader>();
	const refusal = useActionData<typeof action>();
	const [one, other] = data.sides;
	const title = other === undefined ? `认定基准平台：${one?.case_id}` : '两案比对';
	return (
		<Page title={title} lead={<Standing data={data} />} data={data} stock>
			{data.may_link ? (
				<Panel title="认定" note="认定登记为一条记录，可由以后的认定改变；此前的数字不变。">
					<LinkForm data={data} refusal={refusal ?? null} />
				</Panel>
			) : null}
			{data.decisions.length > 0 ? (
				<Panel title="此前的认定">
					<DecisionTable data={data} rows={data.decisions} />
				</Panel>
			) : null}
			<div className="sides">
				{data.sides.map(side => (
					<SidePanel key={side.case_id} data={data} side={side} />
				))}
			</div>
		</Page>
	);
}

function Standing({ data }: { data: PairData }) {
	const { together, shared, sides, decisions } = data;
	if (sides.length < 2) return <>几个平台报送的同一行为，以基准平台为准。</>;
	const number = shared.length > 0 ? `共同的国家或者上级编号：${shared.join('、')}。` : '没有共同的国家或者上级编号。';
	if (!together) return <>现分作两件计。{number}</>;
	const apart =
		decisions[0]?.same === false ? '虽认定为不是同一申请，仍因与其他编号相同而合在一起，请对其他编号一并认定。' : '';
	return (
		<>
			现合为一件计。{number}
			{apart}
		</>
	);
}

function SidePanel({ data, side }: { data: PairData; side: Side }) {
	return (
		<Panel
			title={side.case_id}
			note={
				<>
					{side.platforms.map(({ name, first_at }) => `${name}，${longInstant(first_at)}起`).join('；')}。{' '}
					<Link to={linkTo(data, `/cases/${encodeURIComponent(side.case_id)}`)}>打开事项</Link>
				</>
			}
		>
			<EventTimeline data={{ case_id: side.case_id, given: data.given }} events={side.events} />
		</Panel>
	);
}
