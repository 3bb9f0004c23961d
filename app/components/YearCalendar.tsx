import type { Day } from '#analytics/law/day.ts';
import type { Mark, Picture } from '#app/calendars/picture.ts';
import { count, longDay } from '#app/words/format.ts';
import { Months, type Sign } from './MonthCalendar.tsx';
import { type Cell, weeksOf } from './months.ts';

type Props = {
	picture: Picture;
	/** Months to show, `2026-09`; absent: all twelve. */
	only?: readonly string[];
};

/** A year of the working-day calendar: days off, make-up days and those of an overlay each with a sign of their own. */
export function YearCalendar({ picture, only }: Props) {
	const cells = new Map<Day, Cell>(picture.marks.map(mark => [mark.day, cellOf(mark)]));
	const months = only ?? Array.from({ length: 12 }, (_, at) => `${picture.year}-${String(at + 1).padStart(2, '0')}`);
	return <Months months={months.map(month => ({ month, weeks: weeksOf(month, cells) }))} signs={signs} note={null} />;
}

const marks = { rest: '休', off: '假', work: '班' };
const kinds = { rest: 'rest', off: 'holiday', work: 'count' } as const;

function cellOf({ day, kind, says, overlay }: Mark): Cell {
	const tags = overlay === null ? [] : [overlay.regional ? '地方' : '专项'];
	const text = `${longDay(day)}：${says}${overlay === null ? '' : `（${overlay.document}）`}`;
	return { day, kind: kinds[kind], mark: marks[kind], makeUp: false, tags, ahead: false, text };
}

const signs: readonly Sign[] = [
	{ is: cell => cell.mark === '休', kind: 'rest', mark: '休', says: '周末' },
	{ is: cell => cell.mark === '假', kind: 'holiday', mark: '假', says: '放假' },
	{ is: cell => cell.mark === '班', kind: 'count', mark: '班', says: '周末调休上班，是工作日' },
	{ is: cell => cell.tags.includes('地方'), kind: 'out', mark: '地方', says: '地方规定，只在该地区有效' },
	{ is: cell => cell.tags.includes('专项'), kind: 'out', mark: '专项', says: '全国一次性安排' },
];

/** Working days month by month and in all, one line a year. */
export function WorkdayTable({ rows }: { rows: { name: string; months: number[]; total: number }[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>工作日数</th>
						{Array.from({ length: 12 }, (_, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: months never move.
							<th key={at} className="number">
								{at + 1}月
							</th>
						))}
						<th className="number">全年</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ name, months, total }) => (
						<tr key={name}>
							<td>{name}</td>
							{months.map((days, at) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: months never move.
								<td key={at} className="number">
									{days}
								</td>
							))}
							<td className="number">
								<b>{count(total)}</b>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
