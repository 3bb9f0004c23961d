import type { Coverage } from '#app/loaders/coverage.server.ts';
import { longDay } from '#app/words/format.ts';

/** How many platforms reported, and which did not; the names unfold. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
	const { platforms, reporting, silent, unchecked } = coverage;
	if (platforms === 0) return <span>尚未接入报送平台</span>;
	const lacking = silent.length + unchecked.length > 0;
	const sum = `${platforms}个平台中${reporting}个已按日对账`;
	if (!lacking) return <span className="complete">✓ 完整（{sum}）</span>;
	return (
		<details className="coverage">
			<summary data-silent={silent.length > 0}>
				{silent.length > 0 ? `▲ 不完整：${silent.length}个平台未按日报送` : `${sum}，其余未报送对账日报`}
			</summary>
			<ul>
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
