import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { CaseData, CaseRun } from '#app/loaders/case.server.ts';
import { dueHour, late, lateHours, longDay } from '#app/words/format.ts';
import { inheritedWords, jurisdictions, UNSETTLED } from '#app/words/organisations.ts';
import { clockWords, exclusions, sharingNames, unheardSince } from '#app/words/zh.ts';
import { Status } from './Status.tsx';
import { StepList } from './StepList.tsx';

/** 计时说明: how a due day came about, day by day, and where the run stands. */
export function Slip({ data, run, open }: { data: CaseData; run: CaseRun; open: boolean }) {
	const words = clockWords(run.clock);
	return (
		<article className="slip">
			<header className="slip-head">
				<h3>
					{words?.name ?? '其他时限'}
					{run.line ? `（第${run.line}行）` : ''}
					{run.run > 1 ? `，第${run.run}次计时` : ''}
				</h3>
				<Status status={run.status} />
				{run.unheard ? <span className="note">{unheardSince(run.heard_on)}</span> : null}
				{words?.local ? <span className="note">非法定时限</span> : null}
				{run.excluded_for ? <span className="note">{exclusions[run.excluded_for] ?? '不计入按时率'}</span> : null}
				{run.slip ? (
					<span className="print-slip">
						<Link to={linkTo(data, slipOf(data), runOf(run))}>打印计时说明</Link>
						<Link to={`${linkTo(data, slipOf(data), runOf(run))}#what-if`}>换一种口径会怎样</Link>
					</span>
				) : null}
			</header>
			<Facts run={run} />
			{run.defects.length > 0 ? (
				<ul className="defects">
					{run.defects.map(defect => (
						<li key={defect}>{defect}</li>
					))}
				</ul>
			) : null}
			{run.slip ? (
				<details open={open}>
					<summary>计时说明</summary>
					<p className="note">
						《政务数据共享条例》{run.slip.article}：“{run.slip.says}”
					</p>
					<StepList steps={run.slip.steps} />
				</details>
			) : null}
		</article>
	);
}

function slipOf({ case_id }: CaseData): string {
	return `/cases/${encodeURIComponent(case_id)}/slip`;
}

function runOf({ line, clock, run }: CaseRun) {
	return { line, clock, run };
}

type Fact = [name: string, value: string | null];

function Facts({ run }: { run: CaseRun }) {
	return (
		<dl className="slip-facts">
			{[...parties(run), ...days(run)].map(([name, value]) =>
				value === null ? null : (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				),
			)}
		</dl>
	);
}

function parties(run: CaseRun): Fact[] {
	return [
		['责任部门', run.bearer_name],
		['现承办部门', run.held_by === run.bearer ? null : run.held_by_name],
		['报送部门', run.department_name === run.bearer_name ? null : run.department_name],
		['划转', inheritedWords({ ...run, department_name: run.bearer_name })],
		['承接', run.unsettled ? UNSETTLED : null],
		['责令改正', jurisdictions[run.jurisdiction]?.meaning ?? null],
		['申请方', run.counterparty_name],
		['目录', run.catalogue_title ?? run.catalogue],
		['共享属性', sharingNames[run.sharing ?? ''] ?? null],
	];
}

function days(run: CaseRun): Fact[] {
	const { statutory_due_on, due_on, provisional, ended_on, days_left } = run;
	return [
		['起算日', longDay(run.started_on)],
		['法定到期日', statutory_due_on === due_on ? null : longDay(statutory_due_on)],
		[
			'到期日',
			due_on ? `${longDay(due_on)} ${dueHour(due_on, run.due_end)}${provisional ? '（暂定）' : ''}` : '没有期限',
		],
		['办结日', ended_on && longDay(ended_on)],
		['逾期', latenessOf(run)],
		['剩余', days_left === null ? null : workdays(days_left, '当日到期')],
		['延期', workdays(run.extended, null)],
		['中止计时', workdays(run.paused_days, null)],
		['按法定到期日', statutoryLateness(run)],
	];
}

/** By the hour where the clock counts hours. */
function latenessOf({ days_late, hours_late }: CaseRun): string | null {
	if (hours_late !== null) return lateHours(hours_late);
	return days_late === null ? null : late(days_late);
}

function workdays<Z extends string | null>(days: number, zero: Z): string | Z {
	return days > 0 ? `${days}个工作日` : zero;
}

/** Lateness by the statute alone, told where it differs from the effective one. */
function statutoryLateness({ slip, days_late, ended_on }: CaseRun): string | null {
	if (!slip || ended_on === null || slip.daysLateStatutory === days_late) return null;
	return slip.daysLateStatutory === null ? '按时' : `逾期${late(slip.daysLateStatutory)}`;
}
