import { Form, Link, useNavigate } from '@remix-run/react';
import { Button } from 'antd';
import type { FormEvent } from 'react';
import { linkTo } from '#app/asked.ts';
import type { MattersData } from '#app/loaders/matters.server.ts';
import { jurisdictions } from '#app/words/organisations.ts';
import { clockWords, dueClocks, statuses } from '#app/words/zh.ts';
import { DayField, PickManyField } from './fields.tsx';

const lateChoices = [1, 3, 5, 10, 20];

/** What the list is narrowed to. Submitting writes the address, and the address alone decides. */
export function MatterFilters({ data, path }: { data: MattersData; path: string }) {
	const { filters, given } = data;
	const submit = useCleanSubmit(path);
	return (
		<Form method="get" action={path} className="filters" onSubmit={submit} key={JSON.stringify(filters)}>
			{Object.entries(given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickManyField
				name="clock"
				label="时限"
				values={filters.clocks ?? []}
				choices={dueClocks.map(clock => ({ value: clock, name: clockWords(clock)?.name ?? clock }))}
			/>
			{path === '/overdue' ? null : (
				<PickManyField
					name="status"
					label="状态"
					values={filters.statuses ?? []}
					choices={Object.entries(statuses).map(([value, { name }]) => ({ value, name }))}
				/>
			)}
			<PickManyField
				name="department"
				label="责任部门"
				values={filters.departments ?? []}
				choices={departmentChoices(data)}
			/>
			<PickManyField
				name="jurisdiction"
				label="责令权限"
				values={filters.jurisdictions ?? []}
				choices={Object.entries(jurisdictions).map(([value, { name }]) => ({ value, name }))}
			/>
			<DayField name="due_from" label="到期日自" value={filters.due_from} />
			<DayField name="due_to" label="到期日至" value={filters.due_to} />
			<HeardField unheard={filters.unheard} />
			<LateField least={filters.late_min} />
			<SearchField text={filters.search} />
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, path)}>清除条件</Link>
			</span>
		</Form>
	);
}

/** The departments known, and any the address names besides. */
function departmentChoices({ departments, filters }: MattersData) {
	const known = departments.map(({ code, name }) => ({ value: code, name }));
	const codes = new Set(known.map(({ value }) => value));
	const unknown = (filters.departments ?? []).filter(code => !codes.has(code));
	return [...known, ...unknown.map(code => ({ value: code, name: code }))];
}

function HeardField({ unheard }: { unheard: boolean | null }) {
	return (
		<label className="field">
			<span className="field-name">平台报送</span>
			<select name="unheard" defaultValue={unheard === null ? '' : String(unheard)} className="native">
				<option value="">不限</option>
				<option value="true">可能逾期</option>
				<option value="false">其余</option>
			</select>
		</label>
	);
}

function LateField({ least }: { least: number | null }) {
	const choices = [...new Set([...lateChoices, ...(least === null ? [] : [least])])];
	return (
		<label className="field">
			<span className="field-name">逾期不少于</span>
			<select name="late_min" defaultValue={least ?? ''} className="native">
				<option value="">不限</option>
				{choices.map(days => (
					<option key={days} value={days}>
						{days}个工作日
					</option>
				))}
			</select>
		</label>
	);
}

function SearchField({ text }: { text: string | null }) {
	return (
		<label className="field">
			<span className="field-name">事项编号</span>
			<input name="search" defaultValue={text ?? ''} className="native" placeholder="编号中的文字" />
		</label>
	);
}

/** Leaves empty fields out of the address. */
function useCleanSubmit(path: string) {
	const navigate = useNavigate();
	return (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const query = new URLSearchParams();
		for (const [name, value] of new FormData(event.currentTarget)) {
			if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
		}
		navigate(`${path}${query.size > 0 ? `?${query}` : ''}`);
	};
}
