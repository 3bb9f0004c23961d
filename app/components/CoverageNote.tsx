import type { Coverage } from '#app/loaders/coverage.server.ts';
import { isIncomplete, shareWords } from '#app/words/coverage.ts';
import { longDay } from '#app/words/format.ts';

/** How many platforms reported, and which did not; the names unfold. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
	const { platforms, reporting, silent, unchecked, days } = coverage;
	if (platforms === 0) return <span>尚未接入报送平台</span>;
	const incomplete = isIncomplete(days);
	const lacking = incomplete || silent.length + unchecked.length > 0;
	const sum = `${platforms}个平台中${reporting}个已按日对账`;
	if (!lacking) {
		return (
			<span className="complete" title={shareWords(days)}>
				✓ 完整（{sum}）
			</span>
		);
	}
	return (
		<details className="coverage">
			<summary data-silent={incomplete || silent.length > 0}>{summaryOf(coverage)}</summary>
			<ul>
				<li>{shareWords(days)}</li>
				{silent.map(one => (
					<li key={one.code}>
						{one.name}：自{longDay(one.since)}起未报送，其事项可能已办结而尚未上报
					</li>
				))}
				{unchecked.map(one => (
					<li key={one.code}>{one.name}：未报送对账日报，完整性无法核对</li>
				))}
			</ul>
		</details>
	);
}

function summaryOf({ platforms, reporting, silent, days }: Coverage): string {
	if (isIncomplete(days)) return '▲ 数据不完整：本期完整率低于95%';
	if (silent.length > 0) return `▲ 不完整：${silent.length}个平台未按日报送`;
	return `${platforms}个平台中${reporting}个已按日对账，其余未报送对账日报`;
}
