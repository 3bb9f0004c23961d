import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { CaseData } from '#app/loaders/case.server.ts';
import { longDay } from '#app/words/format.ts';
import { groundOf, likelihood, sureness } from '#app/words/risk.ts';
import { clockName } from '#app/words/zh.ts';
import { Panel } from './Page.tsx';

/** How likely what is under way in a case is to become overdue; nothing where nothing is. */
export function RiskPanel({ data }: { data: CaseData }) {
	if (data.risks.length === 0) return null;
	const note = (
		<>
			由同一时限的历史估计，仅供安排工作，不进入任何得分。<Link to={linkTo(data, '/risk/calibration')}>估计准不准</Link>
		</>
	);
	return (
		<Panel title="逾期可能性" note={note}>
			<ul className="defects">
				{data.risks.map(risk => (
					<li key={[risk.clock, risk.department, risk.sharing, risk.round, risk.line].join('|')}>
						{clockName(risk.clock)}（{risk.department_name}，{longDay(risk.due_on)}到期）：
						{risk.probability === null ? null : <b>{likelihood(risk.probability)}</b>}
						{risk.probability === null ? groundOf(risk) : `，${sureness(risk)}。${groundOf(risk)}。`}
					</li>
				))}
			</ul>
		</Panel>
	);
}
