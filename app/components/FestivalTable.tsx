import type { HolidayYear } from '#analytics/law/calendar.ts';
import { longDay } from '#app/words/format.ts';

/** The days off and make-up days of a year, festival by festival, as its notice tells them. */
export function FestivalTable({ year: { off, work } }: { year: HolidayYear }) {
	const names = [...new Set([...off, ...work].map(({ name }) => name))];
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>节日</th>
						<th>放假</th>
						<th>调休上班</th>
					</tr>
				</thead>
				<tbody>
					{names.map(name => (
						<tr key={name}>
							<td>{name}</td>
							<td>
								{off
									.filter(each => each.name === name)
									.map(rangeWords)
									.join('、') || '—'}
							</td>
							<td>{work.flatMap(each => (each.name === name ? longDay(each.date) : [])).join('、') || '—'}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** `2026年10月1日至2026年10月7日`, or one day. */
export function rangeWords({ from, to }: { from: string; to: string }): string {
	return from === to ? longDay(from) : `${longDay(from)}至${longDay(to)}`;
}
