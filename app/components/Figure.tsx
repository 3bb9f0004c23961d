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

/** A rate over the counts it is made of; nothing due: a dash and the reason. */
export function Rate({ onTime, due, to, name }: { onTime: number; due: number; to: string; name: string }) {
	if (due === 0) return <span className="rate none">—</span>;
	return (
		<Link className="rate" to={to} aria-label={`${name}按时率${percent(onTime, due)}，查看清单`}>
			<b>{percent(onTime, due)}</b>
			<small>
				{count(onTime)}/{count(due)}
			</small>
		</Link>
	);
}
