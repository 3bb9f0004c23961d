import { Form } from '@remix-run/react';
import { Button } from 'antd';
import { indicators } from '#analytics/law/indicators.ts';
import type { Weight } from '#analytics/law/scheme.ts';
import type { SchemesData } from '#app/loaders/schemes.server.ts';
import { trialFields } from '#app/schemes/draft.ts';
import { dimensionNames } from '#app/words/indicators.ts';
import { boardNames } from '#app/words/scores.ts';
import { PickField } from './fields.tsx';

/** The weights of a scheme, to be read and to be tried with others; nothing is published by trying. */
export function SchemeForm({ data }: { data: SchemesData }) {
	const fields = new Map(trialFields(data.trial.scheme));
	const total = data.trial.scheme.weights.reduce((sum, { weight }) => sum + weight, 0);
	return (
		<Form method="get" action="/schemes" key={JSON.stringify([...fields, data.board])}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<table className="plain scheme">
				<thead>
					<tr>
						<th scope="col">方面</th>
						<th scope="col">指标</th>
						<th scope="col">权重</th>
						<th scope="col">满分值</th>
						<th scope="col">零分值</th>
					</tr>
				</thead>
				<tbody>
					{data.trial.scheme.weights.map(weight => (
						<Row key={weight.indicator} weight={weight} fields={fields} base={data.latest.scheme.weights} />
					))}
					<tr>
						<td />
						<td>合计</td>
						<td>
							<b>{Number(total.toFixed(4))}</b>
						</td>
						<td colSpan={2} />
					</tr>
				</tbody>
			</table>
			<div className="filters">
				<PickField
					name="basis"
					label="计分依据"
					value={data.trial.scheme.basis}
					choices={[
						{ value: 'adjudicated', name: '认定后数值（剔除有正当理由的逾期）' },
						{ value: 'factual', name: '事实数值（不作剔除）' },
					]}
					wide
				/>
				<PickField
					name="board"
					label="试算哪张表"
					value={data.board}
					choices={Object.entries(boardNames).map(([value, name]) => ({ value, name }))}
				/>
				<span className="filter-ways">
					<Button type="primary" htmlType="submit">
						试算
					</Button>
					<span className="note">只作推算，不改变已施行的方案和任何名次。</span>
				</span>
			</div>
		</Form>
	);
}

function Row({ weight, fields, base }: { weight: Weight; fields: Map<string, string>; base: readonly Weight[] }) {
	const { indicator } = weight;
	const { zh, dimension, kind } = indicators[indicator];
	const was = base.find(each => each.indicator === indicator);
	const changed = JSON.stringify(was) !== JSON.stringify(weight);
	const unit = kind === 'rate' ? '%' : '分';
	const input = (name: 'weight' | 'full' | 'zero', words: string) => (
		<input
			name={`${name}.${indicator}`}
			aria-label={`${zh}的${words}`}
			className="native short"
			inputMode="decimal"
			defaultValue={fields.get(`${name}.${indicator}`)}
		/>
	);
	return (
		<tr data-changed={changed || undefined}>
			<td>{dimensionNames[dimension]}</td>
			<td>
				{zh}
				{changed ? <small className="sub">已改</small> : null}
			</td>
			<td>{input('weight', '权重')}</td>
			<td>
				{input('full', '满分值')} {unit}
			</td>
			<td>
				{input('zero', '零分值')} {unit}
			</td>
		</tr>
	);
}
