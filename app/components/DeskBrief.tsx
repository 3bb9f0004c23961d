import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { CaseData } from '#app/loaders/case.server.ts';
import type { DeskData } from '#app/loaders/desk.server.ts';
import { BreachPanel } from './BreachPanel.tsx';
import { deskLink } from './DeskQueues.tsx';
import { EventTimeline } from './EventTimeline.tsx';
import { Slip } from './Slip.tsx';

/** The case that lies open beside the list: its clocks, what it may have broken, its events. */
export function DeskBrief({ data, brief }: { data: DeskData; brief: CaseData }) {
	const open = brief.runs.filter(run => run.status === 'overdue' || run.status === 'running');
	const shown = open.length > 0 ? open : brief.runs;
	return (
		<aside className="panel desk-brief" aria-label={`事项 ${brief.case_id}`} id="brief">
			<header>
				<h2>{brief.case_id}</h2>
				<span className="aside-ways">
					<Link to={linkTo(data, `/cases/${encodeURIComponent(brief.case_id)}`)}>打开事项</Link>
					<Link to={deskLink(data, { case: null })} preventScrollReset>
						收起
					</Link>
				</span>
			</header>
			{shown.map(run => (
				<Slip key={[run.clock, run.line, run.run].join('|')} data={brief} run={run} open={false} />
			))}
			<BreachPanel data={brief} />
			<h3>办理记录</h3>
			<EventTimeline data={brief} events={brief.events} />
		</aside>
	);
}
