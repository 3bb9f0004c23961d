import { linkTo } from '#app/asked.ts';
import type { OverviewData } from '#app/loaders/overview.server.ts';
import { dueClocks } from '#app/words/zh.ts';
import { dueDayWords } from './ClockTile.tsx';
import { Figure } from './Figure.tsx';
import { overdueRows } from './links.ts';

/** The four sums above the tiles; each opens the very rows it counts. */
export function Headline({ data, rows }: { data: OverviewData; rows: OverviewData['clocks'] }) {
	const sum = (name: 'overdue' | 'unheard' | 'due_today' | 'running' | 'paused') =>
		rows.reduce((all, row) => all + row[name], 0);
	const dueDay = dueDayWords(data);
	const clock = dueClocks.filter(one => rows.some(row => row.clock === one));
	const list = (more: Record<string, string>) => linkTo(data, '/matters', { clock, ...more });
	return (
		<section className="headline" aria-label="合计">
			<p data-status="overdue">
				<span>▲ 超期未办</span>
				<Figure value={sum('overdue')} to={overdueRows(data, null)} name="超期未办" unit="件" />
				{sum('unheard') > 0 ? (
					<small>
						其中
						<Figure
							value={sum('unheard')}
							to={overdueRows(data, null, undefined, 'true')}
							name="其中平台未报送，待核实"
						/>
						件平台未报送，待核实
					</small>
				) : null}
			</p>
			<p data-status="late">
				<span>◆ {dueDay}</span>
				<Figure
					value={sum('due_today')}
					to={list({ status: 'running', due_from: data.as_of, due_to: data.as_of })}
					name={dueDay}
					unit="件"
				/>
			</p>
			<p data-status="running">
				<span>● 在办</span>
				<Figure value={sum('running')} to={list({ status: 'running', sort: 'due_on' })} name="在办" unit="件" />
			</p>
			<p data-status="paused">
				<span>‖ 中止计时</span>
				<Figure value={sum('paused')} to={list({ status: 'paused' })} name="中止计时" unit="件" />
			</p>
		</section>
	);
}
