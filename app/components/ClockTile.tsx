import { Link } from '@remix-run/react';
import type { OverviewData } from '#app/loaders/overview.server.ts';
import { percent } from '#app/words/format.ts';
import { pointsWords } from '#app/words/points.ts';
import { clockWords } from '#app/words/zh.ts';
import { Figure } from './Figure.tsx';
import { dueRows, dueTodayRows, overdueRows, statusRows } from './links.ts';

type Props = { row: OverviewData['clocks'][number]; data: OverviewData; ours?: boolean };

/** One clock: its rate, what the rate is made of, and the stock on the day. */
export function ClockTile({ row, data, ours = false }: Props) {
	const { clock, due, on_time } = row;
	const words = clockWords(clock);
	const name = words?.name ?? '其他时限';
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
			{due === 0 ? (
				<p className="tile-rate none">本期没有到期事项</p>
			) : (
				<p className="tile-rate">
					<Link to={dueRows(data, clock)} aria-label={`${name}按时率${percent(on_time, due)}，查看到期事项`}>
						{percent(on_time, due)}
					</Link>
					<small>
						按时
						<Figure value={on_time} to={dueRows(data, clock, { status: ['met'] })} name={`${name}按时`} />
						／到期
						<Figure value={due} to={dueRows(data, clock)} name={`${name}到期`} />件
					</small>
				</p>
			)}
			<Earlier row={row} data={data} />
			<Stock row={row} data={data} name={name} />
		</article>
	);
}

/** 环比 and 同比 of the rate in 百分点; the bases, and what was adjusted in between, are told once for the page. */
function Earlier({ row, data }: Pick<Props, 'row' | 'data'>) {
	const { rate } = row;
	const earlier = data.earlier[row.clock];
	if (rate === null || earlier === undefined) return null;
	const said = [
		{ name: '环比', base: data.bases.previous, value: earlier.previous },
		{ name: '同比', base: data.bases.year_before, value: earlier.year_before },
	].flatMap(({ name, base, value }) => {
		if (base === null) return [];
		const mark = base.adjustments.length > 0 ? '（口径调整）' : '';
		return [`${name}${value === null ? '：基期没有到期事项' : pointsWords(rate - value)}${mark}`];
	});
	return said.length === 0 ? null : <p className="earlier">{said.join('　')}</p>;
}

function Stock({ row, data, name }: { row: Props['row']; data: OverviewData; name: string }) {
	const { clock, overdue, unheard, due_today, running, paused } = row;
	const stock = [
		{ words: '超期未办', value: overdue, to: overdueRows(data, clock) },
		{ words: dueDayWords(data), value: due_today, to: dueTodayRows(data, clock) },
		{ words: '在办', value: running, to: statusRows(data, clock, 'running') },
		{ words: '中止', value: paused, to: statusRows(data, clock, 'paused') },
	];
	return (
		<dl>
			{stock.map(({ words, value, to }) => (
				<div key={words} data-status={words === '超期未办' && value > 0 ? 'overdue' : undefined}>
					<dt>{words}</dt>
					<dd>
						<Figure value={value} to={to} name={name + words} />
					</dd>
				</div>
			))}
			{unheard > 0 ? (
				<div className="unheard">
					<dt>超期未办中，平台未报送待核实</dt>
					<dd>
						<Figure
							value={unheard}
							to={overdueRows(data, clock, undefined, 'true')}
							name={`${name}超期未办，其中平台未报送，待核实`}
							unit="件"
						/>
					</dd>
				</div>
			) : null}
		</dl>
	);
}

/** What falls due on the day asked about is due today only while that day is today. */
export function dueDayWords({ as_of, today }: { as_of: string; today: string }): string {
	return as_of === today ? '今日到期' : '当日到期';
}
