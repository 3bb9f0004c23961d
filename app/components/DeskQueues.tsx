import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { DeskData, DeskQuestion } from '#app/loaders/desk.server.ts';
import { type Queue, queues } from '#app/words/desk.ts';
import { count } from '#app/words/format.ts';

/** The queues of the day and how many stand in each; one of them is listed below. */
export function DeskQueues({ data }: { data: DeskData }) {
	return (
		<nav className="queues" aria-label="队列">
			{Object.entries(queues).map(([queue, { name, meaning }]) => (
				<Link
					key={queue}
					to={deskLink(data, { queue: queue as Queue, page: 1, case: null })}
					aria-current={queue === data.question.queue ? 'page' : undefined}
					title={meaning}
				>
					<b>{count(data.counts[queue as Queue])}</b>
					<span>{name}</span>
				</Link>
			))}
		</nav>
	);
}

/** The address of the desk as it is, but for what is given. */
export function deskLink(data: DeskData, change: Partial<DeskQuestion>): string {
	const { queue, clocks, departments, search, page, size, case: open } = { ...data.question, ...change };
	return linkTo(data, '/desk', {
		queue: queue === 'slipped' ? null : queue,
		clock: clocks,
		department: departments,
		search,
		page: page === 1 ? null : page,
		size: size === 50 ? null : size,
		case: open,
	});
}
