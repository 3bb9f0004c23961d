import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { DemanderData, Shown } from '#app/loaders/demander.server.ts';
import { count, longDay } from '#app/words/format.ts';
import { outcomeWords, unitWords } from '#app/words/indicators.ts';
import { statuses } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { unitRows } from './links.ts';
import { Nothing, Panel } from './Page.tsx';

/** Title of each list and what is said where it is empty, by indicator and first outcome. */
const heads: Record<string, { title: string; none: string }> = {
	'A1 unused': { title: '应用未用的服务', none: '本期没有应用未用的服务。' },
	'A1 not_reported': { title: '未报送使用状态的服务', none: '各项服务都有使用情况可查。' },
	'A2 effect_missing': { title: '在用而未报告成效的服务', none: '在用的服务都报告了成效。' },
	'A3 ': { title: '认定成立的重复收集', none: '本期没有认定成立的重复收集问题。' },
	'S1 unrecorded': { title: '不完备的使用记录', none: '本期应有的使用记录都完备。' },
	'S5 lacking': { title: '未落实的保障措施', none: '适用的保障措施都已落实。' },
	'S3 late': { title: '未按期限处置', none: '本期到期的处置要求都已按期限处置。' },
	'S4a ': { title: '安全事件', none: '本期没有报告或者认定的安全事件。' },
	'S2a ': { title: '认定的超范围使用、擅自提供第三方', none: '本期没有认定成立的问题。' },
	'S6a ': { title: '查证成立的投诉举报', none: '本期没有查证成立的投诉举报。' },
};

/** What is amiss, the latest first; each list opens the whole of it. */
export function DemanderLists({ data }: { data: DemanderData }) {
	return (
		<div className="two">
			{data.lists.map(list => (
				<List key={`${list.indicator} ${list.outcomes}`} data={data} list={list} />
			))}
		</div>
	);
}

function List({ data, list }: { data: DemanderData; list: Shown }) {
	const head = heads[`${list.indicator} ${list.outcomes?.[0] ?? ''}`];
	return (
		<Panel title={`${head?.title}：${count(list.total)}项`}>
			{list.total === 0 ? (
				<Nothing>{head?.none}</Nothing>
			) : (
				<>
					<ul className="facts">
						{list.units.map((unit, n) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: units of one list have no name of their own.
							<li key={n}>
								<DepartmentName data={data} code={unit.department} name={unit.department_name} />：
								<About data={data} unit={unit} />
								<small className="sub">
									{outcomeWords(unit.outcome) ?? statuses[unit.outcome ?? '']?.name ?? ''}，{longDay(unit.on_day)}
								</small>
							</li>
						))}
					</ul>
					<p className="more">
						<Link to={unitRows(data, list.indicator, null, list.outcomes)}>查看全部</Link>
					</p>
				</>
			)}
		</Panel>
	);
}

/** The case, where there is one, and what it is about. */
function About({ data, unit }: { data: DemanderData; unit: Shown['units'][number] }) {
	const title = unit.catalogue_title ?? unit.catalogue ?? unit.service;
	if (unit.case_id === null) return unitWords(unit);
	return (
		<>
			<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(unit.case_id)}`)}>
				{unit.case_id}
			</Link>{' '}
			{unit.clock === null && unit.line !== null ? unitWords(unit) : title}
		</>
	);
}
