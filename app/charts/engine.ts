import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	GridComponent,
	LegendComponent,
	TooltipComponent,
	VisualMapComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

/** ECharts with the parts that our charts use; the same set on the server and in the browser. */
export function engine() {
	echarts.use([
		BarChart,
		HeatmapChart,
		LineChart,
		ScatterChart,
		GridComponent,
		LegendComponent,
		TooltipComponent,
		VisualMapComponent,
		AriaComponent,
		CanvasRenderer,
		SVGRenderer,
	]);
	return echarts;
}
