import { Form, useLocation } from '@remix-run/react';
import { Button } from 'antd';
import { questionNames } from '#app/asked.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import { longDay } from '#app/words/format.ts';
import { knownWords } from '#app/words/knowledge.ts';
import { type Option, type OptionGroup, periodChoices } from './periods.ts';

/**
 * Another span, day or knowledge for the same page; all other conditions of the address stay. Native fields: it works
 * before and without scripts. What only this form says (`range`, `then`) is written plainly into the address by `page`.
 */
export function AskForm({ data, stock }: { data: Framed; stock: boolean }) {
	const { search } = useLocation();
	const kept = [...new URLSearchParams(search)].filter(([name]) => !questionNames.includes(name) && name !== 'page');
	return (
		<Form method="get" className="ask" key={search}>
			{kept.map(([name, value], at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: hidden fields never move.
				<input key={at} type="hidden" name={name} value={value} />
			))}
			{stock ? <input type="hidden" name="period" value={data.given.period ?? ''} /> : <Span data={data} />}
			<label className="field">
				<span className="field-name">截至日</span>
				<input
					className="native"
					type="date"
					name="as_of"
					min="2000-01-01"
					max="2040-12-31"
					defaultValue={data.given.as_of ?? ''}
				/>
			</label>
			<label className="field">
				<span className="field-name">所知</span>
				<select className="native wide" name="known" defaultValue={knownChoice(data)}>
					{knownChoices(data).map(({ value, name }) => (
						<option key={value} value={value}>
							{name}
						</option>
					))}
				</select>
			</label>
			<Button htmlType="submit">查看</Button>
		</Form>
	);
}

/** The usual spans by name, or two days of one's own; the days show once that is chosen. */
function Span({ data }: { data: Framed }) {
	const { period } = data.given;
	const isRange = period?.includes('..') ?? false;
	return (
		<>
			<label className="field">
				<span className="field-name">统计区间</span>
				<select className="native wide" name="period" defaultValue={isRange ? 'range' : (period ?? '')}>
					{periodChoices(data.today, period && !isRange ? { value: period, name: data.period.label } : null).map(
						group => (
							<Group key={group.name} group={group} />
						),
					)}
				</select>
			</label>
			<span className="range">
				<DayInput name="period_from" label="起始日" value={isRange ? data.period.from : ''} />
				<DayInput name="period_to" label="截止日" value={isRange ? data.period.to : ''} />
			</span>
		</>
	);
}

function Group({ group }: { group: OptionGroup }) {
	const options = group.options.map(({ value, name }) => (
		<option key={value} value={value}>
			{name}
		</option>
	));
	return group.name === '' ? options : <optgroup label={group.name}>{options}</optgroup>;
}

function DayInput({ name, label, value }: { name: string; label: string; value: string }) {
	return (
		<label className="field">
			<span className="field-name">{label}</span>
			<input className="native" type="date" name={name} defaultValue={value} />
		</label>
	);
}

/** As known now, as known by the end of the day asked about, or the place that the address names. */
function knownChoices(data: Framed): Option[] {
	const { known } = data.given;
	const usual = [
		{ value: '', name: '按目前所知' },
		{ value: 'then', name: `按截至日当日所知` },
	];
	return known === undefined || knownChoice(data) === 'then'
		? usual
		: [...usual, { value: known, name: data.known_on === null ? knownWords(data) : `按${longDay(data.known_on)}所知` }];
}

function knownChoice({ given, known_on, as_of }: Framed): string {
	return known_on !== null && known_on === as_of ? 'then' : (given.known ?? '');
}
