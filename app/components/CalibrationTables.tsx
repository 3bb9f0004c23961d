import { linkTo } from '#app/asked.ts';
import type { CalibrationData } from '#app/loaders/calibration.server.ts';
import { count, percent } from '#app/words/format.ts';
import { tenthWords, verdictNames } from '#app/words/risk.ts';
import { clockName } from '#app/words/zh.ts';

/** What was foretold and what happened, by tenths of the probability; every count opens its rows as a file. */
export function DecileTable({ data }: { data: CalibrationData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>估计的可能性</th>
						<th className="number">件数</th>
						<th className="number">平均估计</th>
						<th className="number">实际逾期</th>
						<th className="number">实际逾期率</th>
						<th className="number">95%区间</th>
					</tr>
				</thead>
				<tbody>
					{data.whole?.deciles.map(({ tenth, n, told, happened, interval }) => (
						<tr key={tenth}>
							<td>{tenthWords(tenth)}</td>
							<td className="number">
								<a href={linkTo(data, '/risk/calibration.csv', { tenth })}>{count(n)}</a>
							</td>
							<td className="number">{(told * 100).toFixed(1)}%</td>
							<td className="number">{count(happened)}</td>
							<td className="number">{percent(happened, n)}</td>
							<td className="number">
								{Math.round(interval.lower * 100)}%—{Math.round(interval.upper * 100)}%
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The scores of each clock against its own base rate. */
export function ScoreTable({ data }: { data: CalibrationData }) {
	const lines = [...data.clocks, ...(data.whole ? [{ clock: null, found: data.whole }] : [])];
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>时限</th>
						<th className="number">件数</th>
						<th className="number">基准率</th>
						<th className="number">布赖尔分数</th>
						<th className="number">基准率的分数</th>
						<th>结论</th>
					</tr>
				</thead>
				<tbody>
					{lines.map(({ clock, found }) => (
						<tr key={clock} className={clock === null ? 'sum' : undefined}>
							<td>{clock === null ? '合计' : clockName(clock)}</td>
							<td className="number">
								<a href={linkTo(data, '/risk/calibration.csv', { clock })}>{count(found.n)}</a>
							</td>
							<td className="number">{percent(found.happened, found.n)}</td>
							<td className="number">{found.brier.toFixed(4)}</td>
							<td className="number">{found.base.toFixed(4)}</td>
							<td>{verdictNames[found.verdict]}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
