import type { Base, Bases } from '#app/loaders/comparison.server.ts';
import { longDay } from '#app/words/format.ts';

/** What 环比 and 同比 are taken with, and what was adjusted in between; or why there is none. */
export function ComparisonNote({ bases }: { bases: Bases }) {
	const { previous, year_before: before } = bases;
	if (previous === null && before === null) {
		return (
			<p className="comparison">
				不作环比、同比：可比的基期早于条例施行之日（2025年8月1日）。可改选月、季度等统计区间。
			</p>
		);
	}
	return (
		<div className="comparison">
			<p>
				{previous === null ? '不作环比：基期早于条例施行之日。' : baseWords('环比', previous)}
				{before === null ? '不作同比：上年同期早于条例施行之日（2025年8月1日）。' : baseWords('同比', before)}
			</p>
			<Adjusted name="环比" base={previous} />
			<Adjusted name="同比" base={before} />
		</div>
	);
}

function baseWords(name: string, { period, as_of }: Base): string {
	return `${name}基期：${period.label}（截至${longDay(as_of)}，按同一所知计算）。`;
}

function Adjusted({ name, base }: { name: string; base: Base | null }) {
	if (base === null || base.adjustments.length === 0) return null;
	return (
		<p>
			{name}口径调整：{base.adjustments.join('；')}。
		</p>
	);
}
