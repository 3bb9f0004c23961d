import { Form, Link } from '@remix-run/react';
import { Button } from 'antd';
import { indicatorCodes, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { RestatementsData } from '#app/loaders/restatements.server.ts';
import { unitChanges } from '#app/words/restatements.ts';

/** The two times of knowledge that are compared, and what the list is narrowed to. Works without scripts. */
export function RestatementForm({ data }: { data: RestatementsData }) {
	const { given, before_given: before } = data;
	const asked = { period: given.period, as_of: given.as_of };
	return (
		<Form method="get" className="filters" key={JSON.stringify([given, before, data.indicators, data.departments])}>
			{Object.entries(asked).map(([name, value]) =>
				value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
			)}
			<Moment name="before" label="此前所知" value={before} required />
			<Moment name="known" label="此后所知" value={given.known ?? ''} placeholder="目前" />
			<Pick
				name="indicator"
				label="指标"
				value={data.indicators?.[0] ?? ''}
				choices={indicatorCodes.map(code => [code, indicators[code].zh])}
			/>
			{data.own ? null : (
				<Pick
					name="department"
					label="部门"
					value={data.departments?.[0] ?? ''}
					choices={data.choices.map(({ code, name }) => [code, name])}
				/>
			)}
			<Pick
				name="change"
				label="变动"
				value={data.changes?.[0] ?? ''}
				choices={Object.entries(unitChanges).map(([change, { name }]) => [change, name])}
			/>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					比较
				</Button>
				<Link to={linkTo(data, '/restatements', { before })}>清除条件</Link>
			</span>
		</Form>
	);
}

type MomentProps = { name: string; label: string; value: string; placeholder?: string; required?: boolean };

/** A day, whose 24:00 is meant, or a place in the ledger. */
function Moment({ name, label, value, placeholder = '日期或者账本序号', required = false }: MomentProps) {
	return (
		<label className="field">
			<span className="field-name">{label}（某日24时或者账本序号）</span>
			<input
				className="native wide"
				name={name}
				defaultValue={value}
				placeholder={placeholder}
				pattern="\d{4}-\d\d-\d\d|\d+"
				title="日期，如 2026-10-31；或者账本序号"
				inputMode="numeric"
				required={required}
			/>
		</label>
	);
}

type PickProps = { name: string; label: string; value: string; choices: [value: string, name: string][] };

function Pick({ name, label, value, choices }: PickProps) {
	return (
		<label className="field">
			<span className="field-name">{label}</span>
			<select className="native wide" name={name} defaultValue={value}>
				<option value="">全部</option>
				{choices.map(([code, words]) => (
					<option key={code} value={code}>
						{words}
					</option>
				))}
			</select>
		</label>
	);
}
