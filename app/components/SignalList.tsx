import { Link } from '@remix-run/react';
import { readSeries } from '#analytics/statistics/series.ts';
import { linkTo } from '#app/asked.ts';
import { seriesOf, type TrendRow } from '#app/charts/onTimeByMonth.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import { readingWords, trendClocks } from '#app/words/signals.ts';
import { clockWords } from '#app/words/zh.ts';

type Props = { rows: TrendRow[]; data: Framed; department?: string };

/** For each clock whether the last month is out of the usual; each opens its control chart. */
export function SignalList({ rows, data, department }: Props) {
	const lines = trendClocks
		.map(clock => ({ clock, reading: readSeries(seriesOf(rows, clock)) }))
		.filter(({ reading }) => reading.points.length > 0);
	const real = lines.filter(({ reading }) => reading.verdict === 'real');
	return (
		<details className="signals" open={real.length > 0}>
			<summary>
				最近一个月哪些是真实变化：
				{real.length === 0 ? '没有' : real.map(({ clock }) => clockWords(clock)?.short).join('、')}
			</summary>
			<ul>
				{lines.map(({ clock, reading }) => (
					<li key={clock} data-verdict={reading.verdict}>
						<Link to={linkTo(data, '/trend', { clock, department })}>{clockWords(clock)?.short}</Link>
						{readingWords(reading)}
					</li>
				))}
			</ul>
		</details>
	);
}
