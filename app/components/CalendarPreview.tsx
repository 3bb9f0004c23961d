import { Form, useNavigation } from '@remix-run/react';
import { Button } from 'antd';
import type { Draft } from '#app/calendars/draft.ts';
import type { Preview } from '#app/calendars/preview.server.ts';
import { count } from '#app/words/format.ts';
import { FestivalTable } from './FestivalTable.tsx';
import { MoveCountsLine, MovesByDepartment, MovesTable } from './MovesTable.tsx';
import { Nothing, Panel } from './Page.tsx';
import { WorkdayTable, YearCalendar } from './YearCalendar.tsx';

const nowhere = { given: {} };

/** What a draft would put into force: the calendar, what speaks against it, what would move; and the confirmation. */
export function CalendarPreview({ preview, title }: { preview: Preview; title: string }) {
	const { moves } = preview;
	return (
		<section aria-label="登记预览" className="law-preview">
			<h2>登记预览：{title}</h2>
			<p className="note">尚未登记，不影响任何统计。请逐项核对后在页末确认。</p>
			<Doubts preview={preview} />
			<MoveCountsLine counts={moves.counts} />
			{preview.enactment.kind === 'year' ? (
				<Panel title="读到的放假安排" note={preview.enactment.year.title}>
					<FestivalTable year={preview.enactment.year} />
				</Panel>
			) : null}
			{preview.pictures.map(picture => (
				<YearPreview key={picture.after.year} {...picture} whole={preview.enactment.kind === 'year'} />
			))}
			<Panel title="将改变的事项" note="按现在的数据推算；登记时以当时的数据为准，逐件登记在变动记录中。">
				{moves.total === 0 ? (
					<Nothing>没有事项的到期日或者状态因此改变。</Nothing>
				) : (
					<>
						<MovesByDepartment data={nowhere} rows={moves.departments} />
						<MovesTable data={nowhere} rows={moves.rows} />
						<MovesPages preview={preview} />
					</>
				)}
			</Panel>
			<Confirm preview={preview} />
		</section>
	);
}

function Doubts({ preview: { problems, losses } }: { preview: Preview }) {
	if (problems.length + losses.length === 0)
		return <p className="sound">✓ 全部读懂，未发现问题，不会失去已有的放假日或者上班日。</p>;
	return (
		<section className="doubts" aria-label="须核实" role="alert">
			<h3>
				<span aria-hidden="true">▲</span> 有{problems.length + losses.length}处须核实，登记须另行确认
			</h3>
			<ul>
				{[...problems, ...losses].map(said => (
					<li key={said}>{said}</li>
				))}
			</ul>
		</section>
	);
}

function YearPreview({ before, after, whole }: Preview['pictures'][number] & { whole: boolean }) {
	const days = [...before.marks, ...after.marks]
		.filter(({ overlay }) => overlay !== null)
		.map(({ day }) => day.slice(0, 7));
	const only = whole ? undefined : [...new Set(days)].sort();
	return (
		<Panel title={`登记后的${after.year}年日历：全年${after.count.total}个工作日`}>
			<YearCalendar picture={after} {...(only === undefined ? {} : { only })} />
			<WorkdayTable
				rows={[
					{ name: '现行', ...before.count },
					{ name: '登记后', ...after.count },
				]}
			/>
		</Panel>
	);
}

/** Every field of the draft, unchanged. */
function Carried({ draft }: { draft: Draft }) {
	const everywhere = draft.kind === 'overlay' && draft.region === '';
	return (
		<>
			{Object.entries(draft).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{everywhere ? <input type="hidden" name="scope" value="everywhere" /> : null}
		</>
	);
}

function MovesPages({ preview: { draft, moves } }: { preview: Preview }) {
	const last = Math.max(1, Math.ceil(moves.total / moves.size));
	const busy = useNavigation().state !== 'idle';
	const pages = [
		{ to: moves.page - 1, name: '上一页', on: moves.page > 1 },
		{ to: moves.page + 1, name: '下一页', on: moves.page < last },
	];
	return (
		<Form method="post" encType="multipart/form-data" className="pager" preventScrollReset>
			<Carried draft={draft} />
			<span>
				共{count(moves.total)}项，第{count(moves.page)}/{count(last)}页
			</span>
			{last === 1
				? null
				: pages.map(({ to, name, on }) => (
						<button key={name} type="submit" name="page" value={to} className="plain" disabled={!on || busy}>
							{name}
						</button>
					))}
		</Form>
	);
}

function Confirm({ preview }: { preview: Preview }) {
	const doubtful = preview.problems.length + preview.losses.length > 0;
	const busy = useNavigation().state !== 'idle';
	return (
		<Form method="post" encType="multipart/form-data" className="confirm">
			<Carried draft={preview.draft} />
			<input type="hidden" name="since" value={preview.since} />
			<input type="hidden" name="digest" value={preview.digest} />
			{doubtful ? (
				<label className="despite">
					<input type="checkbox" name="despite" value="yes" required />
					我已逐条核实上列{preview.problems.length + preview.losses.length}处，确认仍按此登记，并承担核实责任
				</label>
			) : null}
			<Button type="primary" htmlType="submit" name="intent" value="confirm" disabled={busy}>
				确认登记
			</Button>
			<p className="note">登记后立即生效，所涉期限当即重算；登记不能删除，有误的须另行登记更正。</p>
		</Form>
	);
}
