import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { CaseData } from '#app/loaders/case.server.ts';
import type { CasePlatform } from '#app/loaders/case-platforms.server.ts';
import { count, longInstant } from '#app/words/format.ts';
import { ConflictTable } from './ConflictTable.tsx';
import { Panel } from './Page.tsx';

/** Who reports a case: one platform in a line, several with their numbers, and where they differ. */
export function CasePlatforms({ data }: { data: CaseData }) {
	const { platforms, numbers, conflicts } = data.reported;
	const [only, ...more] = platforms;
	if (only === undefined) return null;
	if (more.length === 0 && numbers.length === 0) return <p className="note">报送平台：{only.name}。</p>;
	return (
		<Panel title="报送平台" note={<Note data={data} />}>
			<ul className="platforms">
				{platforms.map(platform => (
					<Platform key={platform.source} data={data} platform={platform} />
				))}
			</ul>
			{conflicts.length > 0 ? (
				<>
					<p className="note">报送不一致{conflicts.length}处，待核实：</p>
					<ConflictTable data={data} rows={conflicts} within />
				</>
			) : null}
			<Decide data={data} />
		</Panel>
	);
}

function Note({ data }: { data: CaseData }) {
	const { numbers, decided } = data.reported;
	const one = numbers.length > 0 ? `编号${data.case_id}、${numbers.join('、')}是同一申请，合并为一件计时。` : '';
	const why = decided ? '主管部门认定' : '申请提交在先';
	return `${one}同一行为由几个平台报送的，只计一次，以基准平台（${why}）为准。`;
}

function Platform({ data, platform }: { data: CaseData; platform: CasePlatform }) {
	const { name, numbers, events, first_at, record } = platform;
	const others = numbers.filter(number => number !== data.case_id);
	return (
		<li>
			<b>{name}</b>
			{record ? <span className="record-mark">基准平台</span> : null}
			<small className="sub">
				{others.length > 0 ? `编号${numbers.join('、')}，` : ''}
				{count(events)}条事件，最早{longInstant(first_at)}
			</small>
		</li>
	);
}

/** The ways to what was decided, and to deciding otherwise: of each other number, or of the platform alone. */
function Decide({ data }: { data: CaseData }) {
	if (!data.may_link) return null;
	const { numbers } = data.reported;
	const others = numbers.length > 0 ? numbers : [data.case_id];
	return (
		<p className="more">
			{others.map(other => (
				<Link key={other} to={linkTo(data, '/reconciliation/pair', { one: data.case_id, other })}>
					{other === data.case_id ? '认定基准平台' : `与${other}：比对、认定`}
				</Link>
			))}
		</p>
	);
}
