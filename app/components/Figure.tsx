import { Link } from '@remix-run/react';
import { count, percent } from '#app/words/format.ts';
import { dueRows, type Ground } from './links.ts';

/** A number that opens its rows; a zero has none to open. `name` says what is counted, for those who hear the page. */
export function Figure({ value, to, name, unit = '' }: { value: number; to: string; name: string; unit?: string }) {
	if (value === 0) return <span className="figure zero">0{unit}</span>;
	return (
		<Link className="figure" to={to} aria-label={`${name}${count(value)}${unit || '件'}，查看清单`}>
			{count(value)}
			{unit}
		</Link>
	);
}

type RateProps = {
	data: Ground;
	/** A clock's name, or `total`. */
	clock: string;
	department: string;
	/** Whose rate it is, for those who hear the page. */
	name: string;
	cell: { due: number; on_time: number };
	/** What else is to be said of it. */
	note?: string;
};

/** A rate over the two counts it is made of, each opening its rows; nothing due: a dash. */
export function Rate({ data, clock, department, name, cell, note }: RateProps) {
	const { due, on_time } = cell;
	if (due === 0) return <span className="rate none">—</span>;
	const all = dueRows(data, clock, { department });
	return (
		<span className="rate">
			<Link to={all} aria-label={`${name}按时率${percent(on_time, due)}，查看到期事项`}>
				{percent(on_time, due)}
			</Link>
			<small>
				<Figure value={on_time} to={dueRows(data, clock, { department, status: ['met'] })} name={`${name}按时`} />/
				<Figure value={due} to={all} name={`${name}到期`} />
				{note ? `　${note}` : ''}
			</small>
		</span>
	);
}
