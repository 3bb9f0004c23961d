import { Link } from '@remix-run/react';
import type { OverviewData } from '#app/loaders/overview.server.ts';
import { count, percent } from '#app/words/format.ts';
import { clockWords } from '#app/words/zh.ts';
import { Figure } from './Figure.tsx';
import { dueRows, dueTodayRows, overdueRows, statusRows } from './links.ts';

type Props = { row: OverviewData['clocks'][number]; data: OverviewData; ours?: boolean };

/** One clock: its rate, what the rate is made of, and the stock on the day. */
export function ClockTile({ row, data, ours = false }: Props) {
	const { clock, due, on_time, overdue, due_today, running, paused } = row;
	const words = clockWords(clock);
	const name = words?.name ?? '其他时限';
	const dueDay = data.as_of === data.today ? '今日到期' : '当日到期';
	return (
		<article className={ours ? 'tile ours' : 'tile'}>
			<h2>
				<span>
					{name}
					{ours ? <em className="ours-mark">主管部门自身</em> : null}
				</span>
				<small>
					{words?.article}·{words?.limit}
				</small>
			</h2>
			<p className="tile-rate">
				{due === 0 ? (
					<span className="none">本期没有到期事项</span>
				) : (
					<>
						<Link to={dueRows(data, clock)} aria-label={`${name}按时率${percent(on_time, due)}，查看到期事项`}>
							{percent(on_time, due)}
						</Link>
						<small>
							按时<Link to={dueRows(data, clock, { status: ['met'] })}>{count(on_time)}</Link>／到期
							<Link to={dueRows(data, clock)}>{count(due)}</Link>件
						</small>
					</>
				)}
			</p>
			<dl>
				<div data-status={overdue > 0 ? 'overdue' : undefined}>
					<dt>超期未办</dt>
					<dd>
						<Figure value={overdue} to={overdueRows(data, clock)} name={`${name}超期未办`} />
					</dd>
				</div>
				<div>
					<dt>{dueDay}</dt>
					<dd>
						<Figure value={due_today} to={dueTodayRows(data, clock)} name={name + dueDay} />
					</dd>
				</div>
				<div>
					<dt>在办</dt>
					<dd>
						<Figure value={running} to={statusRows(data, clock, 'running')} name={`${name}在办`} />
					</dd>
				</div>
				<div>
					<dt>中止</dt>
					<dd>
						<Figure value={paused} to={statusRows(data, clock, 'paused')} name={`${name}中止计时`} />
					</dd>
				</div>
			</dl>
		</article>
	);
}
