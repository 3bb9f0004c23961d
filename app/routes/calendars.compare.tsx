import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { type CompareData, type Comparison, compareData, compareWith } from '#app/calendars/comparison.server.ts';
import { readYearDraft } from '#app/calendars/draft.ts';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { WorkdayTable } from '#app/components/YearCalendar.tsx';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { Refusal } from '#app/refusal.ts';

export const meta: MetaFunction = () => [{ title: '比较工作日历·数督' }];

export const loader = page('figures', async ({ viewer, asked, context, query }) => {
	const chosen = { year: query.get('year'), a: query.get('a'), b: query.get('b') };
	return { given: asked.given, ...(await compareData(viewer, asked, context, chosen)) };
});

/** A file or a text against what is known; nothing is registered. */
export const action = deed('figures', async ({ viewer, asked, context, form }) => {
	try {
		const draft = await readYearDraft(form);
		return { message: null, ...(await compareWith(draft, viewer, asked, context)) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { message: error.message, year: null, comparison: null };
	}
});

export default function Compare() {
	const data = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	return (
		<Page
			title="比较工作日历"
			lead="同一年份不同时候的登记，或者登记与一份通知、一个文件，逐日比较。"
			data={null}
			aside={<Link to={linkTo(data, '/calendars')}>工作日历</Link>}
		>
			<Panel title={`${data.year}年：两次登记`}>
				{data.versions.length < 2 ? <p className="note">该年只登记过一次，可与文件比较。</p> : null}
				<VersionForm data={data} key={`${data.year}|${data.a}|${data.b}`} />
				{answer?.comparison ? null : <Result year={data.year} comparison={data.comparison} />}
			</Panel>
			<Panel title="登记与文件" note="只作比较，不登记。">
				{answer?.message ? (
					<Alert type="error" showIcon title={answer.message} role="alert" className="refused" />
				) : null}
				{answer?.comparison ? <Result year={answer.year ?? 0} comparison={answer.comparison} /> : null}
				<FileForm />
			</Panel>
		</Page>
	);
}

function VersionForm({ data }: { data: CompareData }) {
	const versions = data.versions.map(({ seq, label }) => ({ value: seq, name: label }));
	return (
		<Form method="get" className="filters bare">
			<input type="hidden" name="year" value={data.year} />
			<Choice name="a" label="前者" value={data.a} choices={versions} />
			<Choice name="b" label="后者" value={data.b} choices={versions} />
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					比较
				</Button>
				{data.years
					.filter(year => year !== data.year)
					.map(year => (
						<Link key={year} to={`/calendars/compare?year=${year}`}>
							{year}年
						</Link>
					))}
			</span>
		</Form>
	);
}

type ChoiceProps = { name: string; label: string; value: number; choices: { value: number; name: string }[] };

function Choice({ name, label, value, choices }: ChoiceProps) {
	return (
		<label className="field wide">
			<span className="field-name">{label}</span>
			<select name={name} defaultValue={value} className="native">
				{choices.map(choice => (
					<option key={choice.value} value={choice.value}>
						{choice.name}
					</option>
				))}
			</select>
		</label>
	);
}

function FileForm() {
	const busy = useNavigation().state !== 'idle';
	return (
		<Form method="post" encType="multipart/form-data" className="law-form">
			<label>
				通知正文
				<textarea name="text" rows={5} />
			</label>
			<label>
				或者选择文件
				<input type="file" name="file" accept=".txt,.json,.ics,.csv" />
			</label>
			<label>
				年份
				<input name="year" inputMode="numeric" placeholder="内容中写明的可以不填" />
			</label>
			<Button htmlType="submit" disabled={busy}>
				与登记比较
			</Button>
		</Form>
	);
}

function Result({ year, comparison }: { year: number; comparison: Comparison }) {
	const { before, after, differences, problems } = comparison;
	return (
		<section aria-label="比较结果" className="comparison">
			<h3>
				{year}年：前者为{before.label}，后者为{after.label}
			</h3>
			{problems.length > 0 ? (
				<ul className="doubts">
					{problems.map(problem => (
						<li key={problem}>{problem}</li>
					))}
				</ul>
			) : null}
			{differences.length === 0 ? (
				<Nothing>两者没有不同。</Nothing>
			) : (
				<ul className="differences">
					{differences.map(difference => (
						<li key={difference}>{difference}</li>
					))}
				</ul>
			)}
			<WorkdayTable
				rows={[
					{ name: '前者', ...before.count },
					{ name: '后者', ...after.count },
				]}
			/>
		</section>
	);
}
