import { Link } from '@remix-run/react';
import type { Step } from '#analytics/cases/steps.ts';
import type { Day } from '#analytics/law/day.ts';
import type { LateDay } from '#app/loaders/overrun.server.ts';
import { longMonth } from '#app/words/format.ts';
import { type Cell, type Month, monthsOf } from './months.ts';

type Props = {
	steps: readonly Step[];
	late?: readonly LateDay[];
	/** Days after it are shown as not yet come. */
	asOf?: Day | null;
};

/** Every day of a clock in its month: counted with its number, or skipped with the reason; readable without colour. */
export function MonthCalendar({ steps, late = [], asOf = null }: Props) {
	const { months, leftOut } = monthsOf(steps, late, asOf);
	return <Months months={months} signs={signs} note={leftOut.length > 0 ? `${between(leftOut)}从略。` : null} />;
}

/** A sign of a calendar and what it says. */
export type Sign = {
	is: (cell: Cell) => boolean;
	kind: Cell['kind'];
	mark: string;
	says: string;
	tag?: 'due' | 'stop';
};

/** Months with every day in its place, and the signs that occur in them. */
export function Months({ months, signs, note }: { months: Month[]; signs: readonly Sign[]; note: string | null }) {
	const cells = months.flatMap(month => month.weeks.flat()).filter(cell => cell !== null);
	return (
		<div className="months-block" data-few={months.length < 3}>
			<div className="months" data-many={months.length > 3}>
				{months.map(month => (
					<MonthTable key={month.month} month={month} />
				))}
			</div>
			{note ? <p className="note">{note}</p> : null}
			<Legend cells={cells} signs={signs} />
		</div>
	);
}

function between(months: string[]): string {
	const [first = '', last = ''] = [months[0], months.at(-1)];
	return months.length === 1 ? longMonth(first) : `${longMonth(first)}至${longMonth(last)}期间的${months.length}个月`;
}

function MonthTable({ month }: { month: Month }) {
	return (
		<table className="month">
			<caption>{longMonth(month.month)}</caption>
			<thead>
				<tr>
					{[...'一二三四五六日'].map(name => (
						<th key={name} scope="col">
							{name}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{month.weeks.map((week, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month never move.
					<tr key={at}>
						{week.map((cell, of) =>
							// biome-ignore lint/suspicious/noArrayIndexKey: days of a week never move.
							cell === null ? <td key={of} /> : <DayCell key={cell.day} cell={cell} />,
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function DayCell({ cell }: { cell: Cell }) {
	return (
		<td
			data-kind={cell.kind}
			data-due={cell.tags.includes('到期') || undefined}
			data-stop={cell.tags.includes('办结') || undefined}
			data-ahead={cell.ahead || undefined}
			title={cell.text || undefined}
		>
			{cell.to ? (
				<Link to={cell.to} aria-label={cell.text} preventScrollReset>
					<DayWords cell={cell} />
				</Link>
			) : (
				<DayWords cell={cell} />
			)}
		</td>
	);
}

function DayWords({ cell }: { cell: Cell }) {
	return (
		<>
			<span className="date">
				{Number(cell.day.slice(8))}
				{cell.makeUp ? <i>班</i> : null}
			</span>
			<b>{cell.mark}</b>
			{cell.tags.length > 0 ? <span className="tags">{cell.tags.join(' ')}</span> : null}
		</>
	);
}

const signs: readonly Sign[] = [
	{ is: cell => cell.kind === 'start', kind: 'start', mark: '起', says: '起算，当日不计入' },
	{ is: cell => cell.kind === 'count', kind: 'count', mark: '1', says: '第几个工作日' },
	{ is: cell => cell.makeUp, kind: 'count', mark: '班', says: '调休上班的工作日' },
	{ is: cell => cell.kind === 'rest', kind: 'rest', mark: '休', says: '周末，不计入' },
	{ is: cell => cell.kind === 'holiday', kind: 'holiday', mark: '假', says: '节假日，不计入' },
	{ is: cell => cell.kind === 'pause', kind: 'pause', mark: '停', says: '中止计时，不计入' },
	{ is: cell => cell.tags.includes('法定'), kind: 'out', mark: '法定', says: '法定期限届满日，未计延期与中止' },
	{ is: cell => cell.tags.includes('到期'), kind: 'out', mark: '到期', says: '到期日', tag: 'due' },
	{ is: cell => cell.tags.includes('办结'), kind: 'out', mark: '办结', says: '停止计时', tag: 'stop' },
	{ is: cell => cell.kind === 'late', kind: 'late', mark: '+1', says: '逾期第几个工作日' },
];

/** Only the signs that occur. */
function Legend({ cells, signs }: { cells: Cell[]; signs: readonly Sign[] }) {
	return (
		<ul className="month-legend" aria-label="图例">
			{signs
				.filter(sign => cells.some(sign.is))
				.map(({ kind, mark, says, tag }) => (
					<li key={says}>
						<span data-kind={kind} data-due={tag === 'due' || undefined} data-stop={tag === 'stop' || undefined}>
							{mark}
						</span>
						{says}
					</li>
				))}
			{cells.some(cell => cell.ahead) ? <li>斜体为截至日之后尚未到来的日子</li> : null}
		</ul>
	);
}
