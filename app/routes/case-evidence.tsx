import { data, type LinksFunction, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Alert } from 'antd';
import { linkTo } from '#app/asked.ts';
import { EventTimeline } from '#app/components/EventTimeline.tsx';
import evidenceCss from '#app/components/evidence.css?url';
import { Page, Panel } from '#app/components/Page.tsx';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { provable, prove } from '#app/loaders/prove.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: evidenceCss }];

export const meta: MetaFunction = ({ params }) => [{ title: `认定时间证据 ${params.case}·数督` }];

export const loader = page('prove', provable);

/** Decides, and goes back to the act in its case; or says what is wrong with the form. */
export const action = deed('prove', async given => {
	const done = await prove(given);
	if ('message' in done) return data({ message: done.message }, { status: done.status });
	throw redirect(`${linkTo(given.asked, `/cases/${encodeURIComponent(done.case_id)}`)}#event-${done.seq}`);
});

export default function CaseEvidence() {
	const proved = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	return (
		<Page
			title="认定时间证据"
			lead={`事项 ${proved.case_id}。采信证据的，以所填办理时间为准；不采信的，以平台记录时间为准。`}
			data={null}
			aside={<Link to={linkTo(proved, `/cases/${encodeURIComponent(proved.case_id)}`)}>返回事项</Link>}
		>
			{answer ? <Alert type="error" showIcon title={answer.message} role="alert" /> : null}
			<Panel title="办理行为">
				<EventTimeline data={proved} events={[proved.event]} open />
			</Panel>
		</Page>
	);
}
