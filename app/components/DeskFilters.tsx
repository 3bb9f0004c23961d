import { Form, Link } from '@remix-run/react';
import { Button } from 'antd';
import type { DeskData } from '#app/loaders/desk.server.ts';
import { clockWords, dueClocks } from '#app/words/zh.ts';
import { deskLink } from './DeskQueues.tsx';
import { PickManyField } from './fields.tsx';

/** What the queue is narrowed to; the address alone decides. */
export function DeskFilters({ data }: { data: DeskData }) {
	const { question, given, departments } = data;
	const cleared = { clocks: null, departments: null, search: null, page: 1, case: null };
	return (
		<Form method="get" className="filters" key={JSON.stringify(question)}>
			{Object.entries({ ...given, queue: question.queue }).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickManyField
				name="department"
				label="责任部门"
				values={question.departments ?? []}
				choices={departments.map(({ code, name }) => ({ value: code, name }))}
			/>
			<PickManyField
				name="clock"
				label="时限"
				values={question.clocks ?? []}
				choices={dueClocks.map(clock => ({ value: clock, name: clockWords(clock)?.name ?? '' }))}
			/>
			{question.queue === 'risk' ? null : (
				<label className="field">
					<span className="field-name">事项编号</span>
					<input
						id="desk-search"
						name="search"
						defaultValue={question.search ?? ''}
						className="native"
						placeholder="编号中的文字"
					/>
				</label>
			)}
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={deskLink(data, cleared)}>清除条件</Link>
			</span>
		</Form>
	);
}
