import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { CaseData } from '#app/loaders/case.server.ts';
import type { Refiled } from '#app/loaders/restarts.server.ts';
import { restartGrounds } from '#app/words/evidence.ts';
import { longDay } from '#app/words/format.ts';
import { Panel } from './Page.tsx';

/** The requests that may be this one under another number, before it and after it; nothing where there are none. */
export function RefiledPanel({ data }: { data: CaseData }) {
	if (data.restarts.length === 0) return null;
	return (
		<Panel title="疑似换号重报" note="需求部门、提供部门和目录相同，收到日期相近。待核查，不合并、不计分。">
			<ul className="refiled">
				{data.restarts.map(row => (
					<li key={[row.earlier_case, row.later_case, row.department, row.catalogue].join('|')}>
						<Other data={data} row={row} isLater={row.is_later === true} />
					</li>
				))}
			</ul>
		</Panel>
	);
}

function Other({ data, row, isLater }: { data: CaseData; row: Refiled; isLater: boolean }) {
	const other = isLater ? row.earlier_case : row.later_case;
	const [earlier, later] = isLater ? ['前案', '本案'] : ['本案', '后案'];
	return (
		<>
			{isLater ? '前案' : '后案'}{' '}
			<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(other)}`)}>
				{other}
			</Link>
			<small className="sub">
				{row.catalogue_title ?? row.catalogue}：{earlier}
				{longDay(row.how_on)}
				{restartGrounds[row.how]}，{later}
				{longDay(row.received_on)}收到{apartWords(row.apart)}
				{gainedWords(row.gained)}
			</small>
		</>
	);
}

function apartWords(days: number): string {
	return days === 0 ? '，在同一日' : `，相隔${days}日`;
}

function gainedWords(days: number | null): string {
	if (days === null) return '';
	return days === 0 ? '，到期日没有推后' : `，到期日推后${days}个工作日`;
}
