import { zhType } from '#analytics/cases/vocabulary.ts';
import type { Tried, TriedRow } from '#analytics/ledger/trial.ts';
import { count, longInstant } from '#app/words/format.ts';
import { Nothing } from './Page.tsx';

type Event = TriedRow['events'][number];

/** What rows would become, row by row: the text as it came, the events, the rejects with their reasons. */
export function TriedRows({ tried }: { tried: Tried }) {
	const { rows, fault } = tried;
	return (
		<>
			{fault ? (
				<p className="tried-fault" role="alert">
					▲ {fault}
				</p>
			) : null}
			{tried.count === 0 ? (
				fault ? null : (
					<Nothing>连接正常，目前没有数据。</Nothing>
				)
			) : (
				<p className="tried-sum" role="status">
					读到<b>{count(tried.count)}</b>行，可成为<b>{count(tried.events)}</b>个事件，拒收<b>{count(tried.rejects)}</b>
					条。只作显示，没有写入。
				</p>
			)}
			<ol className="tried">
				{rows.map(row => (
					<li key={row.where}>
						<div>
							<b>{row.where}</b>
							<pre>{row.raw.slice(0, 2000)}</pre>
						</div>
						<div>
							{row.events.map(event => (
								<TriedEvent key={event.id} event={event} />
							))}
							{row.rejects.map(reject => (
								<p key={reject.message} className="wrong">
									▲ {reject.message}
								</p>
							))}
							{row.events.length + row.rejects.length === 0 ? <p className="note">这一行不成事件。</p> : null}
						</div>
					</li>
				))}
			</ol>
			{rows.length > 0 && rows.length < tried.count ? <p className="note">只列前{count(rows.length)}行。</p> : null}
		</>
	);
}

function TriedEvent({ event }: { event: Event }) {
	return (
		<details>
			<summary>
				<b>{zhType(event.type)}</b>　{longInstant(event.occurredAt, event.dayOnly)}　{event.subject ?? ''}
			</summary>
			<pre>{JSON.stringify({ id: event.id, ...event.data }, null, '  ')}</pre>
		</details>
	);
}
