import { Link, useLocation } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import { frozenWords } from '#app/words/knowledge.ts';
import { liveAddress } from './links.ts';

/** Says that the page is fixed, to what, and the ways out: back to now, or the difference to what is known now. */
export function FrozenNote({ data }: { data: Framed }) {
	const here = useLocation();
	const compared = linkTo({ given: { ...data.given, known: undefined } }, '/restatements', {
		before: data.given.known ?? data.as_of,
	});
	return (
		<p className="frozen-note" role="note" data-forecast={data.forecast}>
			<span>
				<span aria-hidden="true">{data.forecast ? '◇' : '■'}</span> {frozenWords(data).join('')}
			</span>
			<span className="frozen-ways">
				{data.forecast || here.pathname === '/restatements' ? null : <Link to={compared}>与当前所知比较</Link>}
				<Link className="back-live" to={liveAddress(here)}>
					回到实时
				</Link>
			</span>
		</p>
	);
}
