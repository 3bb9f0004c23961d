import type { EChartsOption } from 'echarts';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

const Interactive = lazy(() => import('./Interactive.tsx'));

type Props = {
	/** What the picture shows, in one sentence; read out in its place. */
	label: string;
	option: EChartsOption;
	/** The same chart as painted on the server. */
	svg: string;
	/** Pixels. */
	height: number;
	/** The same figures as a table. */
	children: ReactNode;
};

/** A chart: the server's SVG at first paint, the interactive one once the page is alive, and always a table of the same figures. */
export function Chart({ label, option, svg, height, children }: Props) {
	const [alive, setAlive] = useState(false);
	useEffect(() => setAlive(true), []);
	// biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own chart, whose texts ECharts escapes.
	const still = <div className="chart-still" style={{ height }} dangerouslySetInnerHTML={{ __html: svg }} />;
	return (
		<figure className="chart">
			<div role="img" aria-label={label} style={{ minHeight: height }}>
				{alive ? (
					<Suspense fallback={still}>
						<Interactive option={option} height={height} />
					</Suspense>
				) : (
					still
				)}
			</div>
			<details className="chart-table">
				<summary>以表格查看</summary>
				{children}
			</details>
		</figure>
	);
}
