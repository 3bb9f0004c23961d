import type { EChartsOption } from 'echarts';
import { engine } from './engine.ts';

/** A chart as SVG text for the first paint, `width` × `height` in pixels; it scales with its frame. */
export function paint(option: EChartsOption, width: number, height: number): string {
	const chart = engine().init(null, null, { renderer: 'svg', ssr: true, width, height });
	chart.setOption({ ...option, animation: false, tooltip: { show: false } });
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}
