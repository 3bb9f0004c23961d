import type { ReactNode } from 'react';
import type { SlipData } from '#app/loaders/slip.server.ts';
import { dueHour, late, lateHours, longDay } from '#app/words/format.ts';
import { inheritedWords } from '#app/words/organisations.ts';
import { clockWords, exclusions, sharingNames, statuses } from '#app/words/zh.ts';

type Run = SlipData['run'];
/** Null: the run has no such thing, and the line is left out. */
type Named = [name: string, value: ReactNode | null];

/** Whose clock, from when to when, and what came of it: name and value twice a line. */
export function SlipFacts({ data }: { data: SlipData }) {
	const told = [...whose(data), ...(isFloor(data.run) ? floor(data.run) : when(data))];
	const given = told.filter(([, value]) => value !== null);
	const lines = Array.from({ length: Math.ceil(given.length / 2) }, (_, at) => given.slice(2 * at, 2 * at + 2));
	return (
		<table className="fact-table">
			<tbody>
				{lines.map(line => (
					<tr key={line[0]?.[0]}>
						{line.map(([name, value]) => (
							<Pair key={name} name={name} value={value} alone={line.length === 1} />
						))}
					</tr>
				))}
				<tr>
					<Pair name="结论" value={<b>{conclusion(data.run)}</b>} alone />
				</tr>
			</tbody>
		</table>
	);
}

function Pair({ name, value, alone }: { name: string; value: ReactNode; alone: boolean }) {
	return (
		<>
			<th scope="row">{name}</th>
			<td colSpan={alone ? 3 : 1}>{value}</td>
		</>
	);
}

function isFloor(run: Run): boolean {
	return clockWords(run.clock)?.years != null;
}

function whose({ case_id, run }: SlipData): Named[] {
	const words = clockWords(run.clock);
	const times = run.run > 1 ? `，第${run.run}次计时` : '';
	const limit = words ? `${words.name}（${words.limit}${words.local ? '，非法定时限' : ''}）` : '其他时限';
	return [
		['事项编号', `${case_id}${run.line ? `，第${run.line}行` : ''}${times}`],
		['时限', limit],
		['责任部门', run.bearer_name],
		['划转', inheritedWords({ ...run, department_name: run.bearer_name })],
		['现承办部门', run.held_by === run.bearer ? null : run.held_by_name],
		['申请方', run.counterparty_name],
		['目录', run.catalogue_title ?? run.catalogue],
		['共享属性', sharingNames[run.sharing ?? ''] ?? null],
	];
}

function floor({ started_on, due_on }: Run): Named[] {
	return [
		['起算日', longDay(started_on)],
		['保存期限届满日', <Due key="due" on={due_on} />],
	];
}

function when({ run, as_of }: SlipData): Named[] {
	const { status, days_late } = run;
	const own = clockWords(run.clock)?.local ? '原' : '法定';
	const until = run.ended_on === null ? `（截至${longDay(as_of)}）` : '';
	const notEnded = status === 'excluded' ? '—' : '尚未办结';
	return [
		['起算日', longDay(run.started_on)],
		['办结日', run.ended_on === null ? notEnded : longDay(run.ended_on)],
		[`${own}到期日`, statutoryDue(run)],
		['有效到期日', <EffectiveDue key="due" run={run} />],
		['延期', run.extended > 0 ? `${run.extended}个工作日` : '无'],
		['中止计时', run.paused_days > 0 ? `${run.paused_days}个工作日` : status === 'paused' ? '正在中止' : '无'],
		['按有效到期日', lateness(days_late, run, until)],
		[`按${own}到期日`, byStatute(run, until)],
	];
}

function statutoryDue({ slip }: Run): string {
	const on = slip.statutoryDueOn;
	return on === null ? '没有期限' : `${longDay(on)} ${dueHour(on, slip.statutoryDueEnd)}`;
}

function EffectiveDue({ run }: { run: Run }) {
	if (run.due_on === null) return <>没有期限</>;
	return (
		<>
			<Due on={run.due_on} /> <b>{dueHour(run.due_on, run.due_end)}</b>
			{run.provisional ? '（暂定：该年放假安排尚未公布）' : ''}
			{run.status === 'paused' ? '（中止计时，待补正后确定）' : ''}
		</>
	);
}

function Due({ on }: { on: string | null }) {
	return (
		<b>
			<time dateTime={on ?? undefined}>{longDay(on)}</time>
		</b>
	);
}

function lateness(days: number | null, { status, due_on, hours_late }: Run, until: string): string {
	if (due_on === null || status === 'excluded' || status === 'untimed') return '不适用';
	if (hours_late !== null) return `逾期${lateHours(hours_late)}${until}`;
	if (days !== null) return `逾期${late(days)}${until}`;
	if (status === 'paused') return '中止计时，未逾期';
	return status === 'running' ? '未到期' : '未逾期';
}

/** Lateness by the statute alone: told for what has ended; what is open is judged by its effective due day. */
function byStatute(run: Run, until: string): string {
	const { slip, ended_on, status } = run;
	if (slip.statutoryDueOn === run.due_on) return lateness(run.days_late, run, until);
	if (status === 'excluded' || slip.statutoryDueOn === null) return '不适用';
	if (ended_on === null) return '尚未办结，办结后列示';
	return slip.daysLateStatutory === null ? '未逾期' : `逾期${late(slip.daysLateStatutory)}`;
}

function conclusion(run: Run): string {
	const { status, excluded_for, days_left } = run;
	if (isFloor(run) && status === 'running') return '保存期限内，不得销毁';
	if (isFloor(run) && status === 'met') return '保存期限已满';
	const why = excluded_for === null ? '' : `：${exclusions[excluded_for] ?? '不计入按时率'}`;
	const left = days_left === null ? '' : days_left === 0 ? '，当日到期' : `，剩余${days_left}个工作日`;
	return `${statuses[status]?.name ?? '状态不明'}${why}${left}`;
}
