import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { CaseData } from '#app/loaders/case.server.ts';
import { answerOf, conditionOf, groundsOf } from '#app/words/breaches.ts';
import { itemArticles, itemNames } from '#app/words/items.ts';
import { Panel } from './Page.tsx';

/** What a case may have broken, item by item, with what was decided on it; nothing where there is nothing. */
export function BreachPanel({ data }: { data: CaseData }) {
	if (data.breaches.length === 0) return null;
	return (
		<Panel title="问题线索" note="由系统按条例各项列出，是否构成违反由人认定。">
			<ul className="case-breaches">
				{data.breaches.map(row => {
					const condition = conditionOf(row.item, row.late);
					return (
						<li key={[row.item, row.department, row.clock, row.sharing, row.round, row.line, row.event_id].join('|')}>
							<p>
								{row.department_name}可能违反：
								<Link to={linkTo(data, '/breaches', { item: row.item, department: row.department })}>
									{itemArticles[row.item]}
								</Link>
								（{itemNames[row.item]}）　
								<span className="answer" data-answer={row.decision ?? 'pending'}>
									{answerOf(row)}
								</span>
							</p>
							{groundsOf(row).map(ground => (
								<small key={ground} className="sub">
									{ground}
								</small>
							))}
							{condition === null ? null : <small className="sub">{condition}</small>}
						</li>
					);
				})}
			</ul>
		</Panel>
	);
}
