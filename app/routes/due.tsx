import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Step } from '#analytics/cases/steps.ts';
import type { PolicyVersion } from '#app/api/due-answer.ts';
import { DueForm } from '#app/components/DueForm.tsx';
import { MonthCalendar } from '#app/components/MonthCalendar.tsx';
import { Page, Panel } from '#app/components/Page.tsx';
import { StepList } from '#app/components/StepList.tsx';
import slipCss from '#app/components/slip.css?url';
import { type DueData, dueData } from '#app/loaders/due.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { hourWords, longDay } from '#app/words/format.ts';
import { fieldWords, parameterOf, policyFields } from '#app/words/policies.ts';
import { clockWords } from '#app/words/zh.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: slipCss }];

export const meta: MetaFunction = () => [{ title: '到期日试算·数督' }];

export const loader = page('figures', async ({ context, query }) => dueData(query, context));

export default function Due() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page title="到期日试算" lead="选定时限和起算日，逐日数出到期日。试算不登记任何事项，不影响任何统计。" data={null}>
			<DueForm data={data} />
			{data.message ? (
				<p className="due-wrong" role="alert">
					{data.message}
				</p>
			) : null}
			{data.slip ? <Answer slip={data.slip} calendar={data.calendar} /> : null}
		</Page>
	);
}

function Answer({ slip, calendar }: { slip: NonNullable<DueData['slip']>; calendar: string }) {
	const words = clockWords(slip.clock);
	return (
		<>
			<section className="due-answer" aria-label="试算结果">
				<p className="due-name">
					{words?.years ? '保存期限届满日' : '到期日'}
					{words?.local ? '（非法定时限）' : ''}
				</p>
				<p className="due-day">
					<b>{longDay(slip.dueOn)}</b> {words?.years ? null : hourWords(slip.due_hour)}
					{slip.provisional ? <span className="provisional">暂定</span> : null}
				</p>
				{slip.provisional ? <p>{provisionalReason(slip.steps)}</p> : null}
				{slip.statutoryDueOn === slip.dueOn ? null : <p>延期之前的法定到期日：{longDay(slip.statutoryDueOn)}</p>}
				{slip.promisedDueOn === null ? null : <p>承诺的到期日：{longDay(slip.promisedDueOn)}（不据以判定逾期）</p>}
				<p className="note">
					《政务数据共享条例》{slip.article}：“{slip.says}”
				</p>
			</section>
			<Panel title="逐日计数">
				<MonthCalendar steps={slip.steps} />
			</Panel>
			<Panel title="计时经过" note={`工作日历版本：${calendar}；口径：${versionWords(slip.policy_version)}`}>
				<StepList steps={slip.steps} beside="calendar" />
			</Panel>
		</>
	);
}

/** Which years were counted without a notice. */
function provisionalReason(steps: readonly Step[]): string {
	const guessed = steps.filter(step => step.text.includes('推算')).map(step => step.day.slice(0, 4));
	const years = [...new Set(guessed)].map(year => `${year}年`).join('、');
	return `计数涉及${years}，国务院办公厅尚未公布或者系统尚未登记该年放假安排，暂按周一至周五减去法定节日推算；登记后到期日可能变动。`;
}

function versionWords({ effective, document, altered }: PolicyVersion): string {
	const version = `${longDay(effective)}起施行（${document ?? '系统缺省口径'}）`;
	const names = policyFields.filter(field => altered.includes(parameterOf(field))).map(field => fieldWords(field).name);
	return names.length === 0 ? version : `${version}，另行指定${names.join('、')}，为假设，不作为依据`;
}
