import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DeskData } from '#app/loaders/desk.server.ts';
import type { RemindedWords } from '#app/loaders/remind.server.ts';
import { queues } from '#app/words/desk.ts';
import { count } from '#app/words/format.ts';
import { DeskFilters } from './DeskFilters.tsx';
import { DeskTable } from './DeskTable.tsx';
import { OrderTable } from './OrderTable.tsx';
import { Nothing } from './Page.tsx';
import { Pager } from './Pager.tsx';
import { RiskTable } from './RiskTable.tsx';
import { useDeskKeys } from './useDeskKeys.tsx';
import { useKeptAnswer } from './useKeptAnswer.ts';

/** The list of the queue chosen, and what can be done about several of its 件 at once. */
export function DeskList({ data }: { data: DeskData }) {
	const { question, total } = data;
	const { name, meaning } = queues[question.queue];
	const answer = useKeptAnswer<() => RemindedWords>();
	const [chosen, choose] = useChosen(data, answer);
	const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]);
	const help = useDeskKeys(toggle);
	const filtered = question.queue !== 'orders';
	return (
		<section className="panel desk-list" aria-label={name}>
			<h2>{name}</h2>
			<p className="note">
				{meaning}。{help}
			</p>
			{filtered ? <DeskFilters data={data} /> : null}
			{answer ? <Answer answer={answer} /> : null}
			{total === 0 ? <Nothing>没有符合条件的事项。</Nothing> : <Rows {...{ data, chosen, choose, toggle }} />}
			{filtered ? <Pager page={question.page} size={question.size} total={total} /> : null}
		</section>
	);
}

type RowsProps = {
	data: DeskData;
	chosen: readonly string[];
	choose: (chosen: string[]) => void;
	toggle: (id: string) => void;
};

/** The lines of the queue, as its kind shows them. */
function Rows({ data, chosen, choose, toggle }: RowsProps) {
	const { queue } = data.question;
	if (queue === 'risk') return <RiskTable data={data} />;
	if (queue === 'orders') return <OrderTable data={data} />;
	const all = data.may_remind ? remindable(data) : [];
	return (
		<Form method="post" preventScrollReset>
			<DeskTable data={data} chosen={chosen} toggle={data.may_remind ? toggle : null} />
			{all.length > 0 ? <Remind all={all} chosen={chosen} choose={choose} /> : null}
		</Form>
	);
}

/** What came of a reminder, brought into view. */
function Answer({ answer }: { answer: RemindedWords }) {
	const said = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: every answer is shown, also one that says the same again.
	useEffect(() => void said.current?.scrollIntoView({ block: 'center' }), [answer]);
	return (
		<div ref={said} className="desk-answer">
			<Alert type={answer.done ? 'success' : 'error'} showIcon title={answer.message} role="status" />
		</div>
	);
}

/** Cases of the page that a department can be reminded of. */
function remindable({ rows }: DeskData): string[] {
	return [...new Set(rows.filter(row => row.status === 'overdue' && !row.ours).map(row => row.case_id))];
}

/** The cases chosen; none any more once something was done about them, or another list is shown. */
function useChosen(data: DeskData, answer: RemindedWords | undefined) {
	const here = JSON.stringify({ ...data.question, case: null, given: data.given });
	const [state, set] = useState({ here, answer, chosen: [] as string[] });
	if (state.here !== here || state.answer !== answer) set({ here, answer, chosen: [] });
	return [state.chosen, (chosen: string[]) => set({ here, answer, chosen })] as const;
}

type RemindProps = { all: string[]; chosen: readonly string[]; choose: (chosen: string[]) => void };

/** Reminds of what is chosen, after asking once more. */
function Remind({ all, chosen, choose }: RemindProps) {
	const busy = useNavigation().state === 'submitting';
	const [asking, ask] = useState(false);
	if (asking && chosen.length > 0) {
		return (
			<div className="bulk" role="alertdialog" aria-label="确认催办">
				<p>
					将登记催办<b>{count(chosen.length)}</b>
					件，记入各事项的办理记录并计入主管部门自查，登记后不能删除，只能另行撤销。
				</p>
				<Button type="primary" htmlType="submit" disabled={busy} onClick={() => setTimeout(() => ask(false))}>
					确认催办
				</Button>
				<Button onClick={() => ask(false)}>取消</Button>
			</div>
		);
	}
	return (
		<div className="bulk">
			<Button type="primary" disabled={chosen.length === 0 || busy} onClick={() => ask(true)}>
				{busy ? '正在登记…' : `催办所选（${count(chosen.length)}件）`}
			</Button>
			<Button type="link" onClick={() => choose(chosen.length === all.length ? [] : all)}>
				{chosen.length === all.length ? '全部取消' : `本页全选（${count(all.length)}件）`}
			</Button>
		</div>
	);
}
