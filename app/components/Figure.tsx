import { Link } from '@remix-run/react';
import { count, percent } from '#app/words/format.ts';

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

type RateProps = { onTime: number; due: number; to: string; name: string; note?: string };

/** A rate over the counts it is made of, and what is to be said of it; nothing due: a dash. */
export function Rate({ onTime, due, to, name, note }: RateProps) {
	if (due === 0) return <span className="rate none">—</span>;
	return (
		<span className="rate">
			<Link to={to} aria-label={`${name}按时率${percent(onTime, due)}，查看清单`}>
				{percent(onTime, due)}
			</Link>
			<small>
				{count(onTime)}/{count(due)}
				{note ? `　${note}` : ''}
			</small>
		</span>
	);
}
