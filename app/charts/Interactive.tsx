import { useNavigate } from '@remix-run/react';
import type { EChartsOption } from 'echarts';
import ReactECharts from 'echarts-for-react/esm/core';
import { engine } from './engine.ts';

/** The living chart; a click on a mark that carries an address opens the rows behind it. */
export default function Interactive({ option, height }: { option: EChartsOption; height: number }) {
	const navigate = useNavigate();
	const open = ({ data }: { data?: { href?: string } | null }) => {
		if (data?.href) navigate(data.href);
	};
	return (
		<ReactECharts
			echarts={engine()}
			option={{ ...option, animation: false }}
			style={{ height }}
			notMerge
			opts={{ renderer: 'svg' }}
			onEvents={{ click: open }}
		/>
	);
}
