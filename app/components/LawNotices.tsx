import { Link } from '@remix-run/react';
import type { LawNotice } from '#app/loaders/notices.server.ts';
import { count, longDay } from '#app/words/format.ts';

/** At the top of every page: due days of 件 still open were moved by an enactment. */
export function LawNotices({ notices }: { notices: LawNotice[] }) {
	if (notices.length === 0) return null;
	return (
		<section className="law-notices" aria-label="期限变动提示">
			{notices.map(notice => (
				<p key={notice.seq} data-earlier={notice.earlier > 0}>
					<b>期限变动</b>
					<span>{said(notice)}</span>
					<Link to={address(notice)}>查看</Link>
				</p>
			))}
		</section>
	);
}

function said({ cause, earlier, later, earliest, department }: LawNotice): string {
	const whose = department === null ? '各部门共有' : '本部门有';
	const first = earliest === null ? '' : `，最早${longDay(earliest)}到期`;
	const sooner = earlier === 0 ? '' : `${count(earlier)}件到期日提前${first}`;
	const also = earlier === 0 ? `${count(later)}件到期日推迟` : `；另有${count(later)}件推迟`;
	return `${cause}，${whose}${sooner}${later === 0 ? '' : also}。`;
}

function address({ seq, department }: LawNotice): string {
	const query = department === null ? '' : `?${new URLSearchParams({ department })}`;
	return `/calendars/log/${seq}${query}`;
}
