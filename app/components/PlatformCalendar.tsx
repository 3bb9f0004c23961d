import { Link } from '@remix-run/react';
import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { linkTo } from '#app/asked.ts';
import type { CalendarDay, PlatformCalendar } from '#app/loaders/platform-calendar.server.ts';
import { dayStates, differenceParts } from '#app/words/coverage.ts';
import { count, longDay } from '#app/words/format.ts';
import { Months, type Sign } from './MonthCalendar.tsx';
import { type Cell, weeksOf } from './months.ts';
import { Nothing } from './Page.tsx';

type State = keyof typeof dayStates;

/** A platform's days, each with its state as a sign, opening what lacks or differs. */
export function PlatformMonths({ data }: { data: PlatformCalendar }) {
	if (data.days.length === 0) return <Nothing>所选区间没有该平台应报或者已报的日子。</Nothing>;
	const cells = new Map<Day, Cell>(data.days.map(row => [toDay(row.day), cellOf(data, row)]));
	const months = monthsIn(data).map(month => ({ month, weeks: weeksOf(month, cells) }));
	const note = data.cut ? '区间超过十二个月的，只画最后十二个月。' : null;
	return (
		<div className="days-told">
			<Months months={months} signs={signs} note={note} />
		</div>
	);
}

function monthsIn({ from, to }: PlatformCalendar): string[] {
	const months: string[] = [];
	for (let day = toDay(`${from.slice(0, 7)}-01`); day <= to; day = toDay(`${plusDays(day, 31).slice(0, 7)}-01`))
		months.push(day.slice(0, 7));
	return months;
}

function cellOf(data: PlatformCalendar, row: CalendarDay): Cell {
	const { name, sign } = dayStates[row.state as State];
	const short = row.lacking ? `缺${count(row.lacking)}` : '';
	const mark = { complete: '✓', short, silent: '未报', unchecked: sign }[row.state as State];
	return {
		...{ day: toDay(row.day), kind: row.state as State, mark, makeUp: false, ahead: false },
		tags: [...(row.asked ? ['核对'] : []), ...(row.state === 'complete' && row.differences.length > 0 ? ['多收'] : [])],
		text: `${longDay(row.day)}：${name}${row.lacking ? `${count(row.lacking)}条` : ''}`,
		to: `${linkTo(data, `/coverage/${data.code}`, { day: row.day })}#day`,
	};
}

const signs: readonly Sign[] = [
	{ is: cell => cell.kind === 'complete', kind: 'complete', mark: '✓', says: '完整：所列各类事件均已收到' },
	{ is: cell => cell.kind === 'short', kind: 'short', mark: '缺3', says: '缺数：收到的比所列少几条' },
	{ is: cell => cell.kind === 'silent', kind: 'silent', mark: '未报', says: '未报：应报而未报对账日报' },
	{ is: cell => cell.kind === 'unchecked', kind: 'unchecked', mark: '○', says: '无法核对：未列件数，或者从未报送日报' },
	{ is: cell => cell.tags.includes('核对'), kind: 'out', mark: '核对', says: '以主管部门核对时平台的答复为准' },
	{ is: cell => cell.tags.includes('多收'), kind: 'out', mark: '多收', says: '收到的有多于所列的，不算缺数' },
];

/** What a day lacks, or has beyond what was told. */
export function DayTold({ data, opened }: { data: PlatformCalendar; opened: NonNullable<PlatformCalendar['opened']> }) {
	const { told, gaps } = opened;
	if (!told) return <Nothing>{longDay(opened.day)}不是应报日，也没有报送对账日报。</Nothing>;
	const { name, sign, colour, meaning } = dayStates[told.state as State];
	return (
		<>
			<p>
				<span className="status" data-status={colour}>
					<span aria-hidden="true">{sign}</span>
					{name}
				</span>
				<span className="day-words">{meaning}。</span>
				{told.asked ? '件数以主管部门核对时平台的答复为准。' : ''}
				{told.told === null ? '' : `所列${count(told.told)}条，已收到${count(told.got ?? 0)}条。`}
			</p>
			{told.differences.length > 0 ? <Differences differences={told.differences} /> : null}
			{gaps.length > 0 ? <p>前后有缺号：{gaps.map(numbersOf).join('、')}。</p> : null}
			{told.state === 'complete' ? null : <WayOut state={told.state as State} />}
			<p className="more several">
				{data.refillable && told.state !== 'complete' ? (
					<Link to={`/sources/${data.code}?begins=${opened.day}&ends=${opened.day}#back-fill`}>补采当日</Link>
				) : null}
				<Link to={linkTo(data, `/coverage/${data.code}`)}>收起当日</Link>
			</p>
		</>
	);
}

function WayOut({ state }: { state: State }) {
	const words = {
		complete: '',
		short: '请平台重新报送当日的数据，或者重新采集当日；重复的按编号去掉，不会重复入账。补齐后本日自动变为完整。',
		silent: '请平台补报当日的对账日报，列明各类事件数；也可以向平台核对件数。',
		unchecked: '请平台在对账日报中列明各类事件数；也可以向平台核对件数。',
	};
	return <p className="note">{words[state]}</p>;
}

function Differences({ differences }: { differences: string[] }) {
	return (
		<div className="scroll">
			<table className="plain-table">
				<thead>
					<tr>
						<th>事件</th>
						<th className="number">平台所列</th>
						<th className="number">已收到</th>
						<th className="number">相差</th>
					</tr>
				</thead>
				<tbody>
					{differences.map(differenceParts).map(({ name, told, got }) => (
						<tr key={name}>
							<td>{name}</td>
							<td className="number">{count(told)}</td>
							<td className="number">{count(got)}</td>
							<td className="number">{told > got ? `缺${count(told - got)}` : `多${count(got - told)}`}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The numbers that lack, the latest first. */
export function GapTable({ data }: { data: PlatformCalendar }) {
	if (data.gaps.length === 0) return <Nothing>没有缺号，或者该平台没有给事件编号。</Nothing>;
	return (
		<>
			<p>
				共{count(data.gaps_total)}段，缺{count(data.numbers_lacking)}个号。
				{data.gaps_total > data.gaps.length ? `列出最近${count(data.gaps.length)}段，` : ''}
				请平台按号补报。
			</p>
			<div className="scroll">
				<table className="plain-table">
					<thead>
						<tr>
							<th>缺少的编号</th>
							<th className="number">个数</th>
							<th>前一号写入</th>
							<th>后一号写入</th>
						</tr>
					</thead>
					<tbody>
						{data.gaps.map(gap => (
							<tr key={gap.first_no}>
								<td>{numbersOf(gap)}</td>
								<td className="number">{count(gap.lacking)}</td>
								<td>{longDay(gap.after_on)}</td>
								<td>{longDay(gap.before_on)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}

function numbersOf({ first_no, last_no }: { first_no: number; last_no: number }): string {
	return first_no === last_no ? String(first_no) : `${first_no}至${last_no}`;
}
