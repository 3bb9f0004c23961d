import { Form } from '@remix-run/react';
import { Button } from 'antd';
import { indicatorCodes, indicators } from '#analytics/law/indicators.ts';
import type { Asked } from '#app/asked.ts';
import type { Choice } from '#app/loaders/choices.server.ts';
import { PickField } from './fields.tsx';

type Props = {
	data: Pick<Asked, 'given'> & { department: string | null; choices: Choice[] };
	/** The clock whose on-time rate is shown, or null: an indicator is. */
	clock: string | null;
	indicator: string | null;
};

const UNCHOSEN = { value: '', name: '按上列时限' };

/** Which indicator, of which body. */
export function TrendFilters({ data, clock, indicator }: Props) {
	const kept = { ...data.given, ...(clock === null ? {} : { clock }) };
	const choices = indicatorCodes.map(value => ({ value, name: indicators[value].zh }));
	return (
		<Form method="get" className="filters" key={`${clock}|${indicator}|${data.department}`}>
			{Object.entries(kept).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickField name="indicator" label="指标" value={indicator ?? ''} choices={[UNCHOSEN, ...choices]} wide />
			<PickField
				name="department"
				label="部门"
				value={data.department ?? ''}
				choices={[{ value: '', name: '全部' }, ...data.choices.map(({ code, name }) => ({ value: code, name }))]}
				wide
			/>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					查看
				</Button>
			</span>
		</Form>
	);
}
