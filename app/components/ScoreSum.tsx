import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { Score, ScoreData, ScoreFact } from '#app/loaders/scores.server.ts';
import { count, longDay } from '#app/words/format.ts';
import { decimal } from '#app/words/indicators.ts';
import {
	boardNames,
	factNames,
	gradeNames,
	isOfComposite,
	onlyWords,
	rankStep,
	unrankedScores,
} from '#app/words/scores.ts';

/** How the score of a role table follows from the sums of its lines. */
export function BoardSum({ data, board }: { data: ScoreData; board: Score }) {
	const lines = data.lines.filter(line => line.board === board.board);
	const sum = (of: (line: (typeof lines)[number]) => number | null) =>
		lines.reduce((total, line) => total + (of(line) ?? 0), 0);
	if (board.score === null)
		return <p className="note">没有可以计分的指标：{unrankedScores[board.unranked ?? 'no_obligations']}。</p>;
	return (
		<p className="note">
			{boardNames[board.board]}得分＝得分之和
			{decimal(
				sum(line => line.brings),
				4,
			)}
			÷计分权重之和
			{decimal(
				sum(line => line.used),
				4,
			)}
			×100＝<b>{decimal(board.score, 2)}分</b>；方案权重合计{decimal(board.weight, 2)}，其中参评
			{decimal(board.weight_scored, 2)}。{placeWords(board)}
		</p>
	);
}

/** How the composite follows from the role tables, deductions and additions. */
export function CompositeSum({ data, composite }: { data: ScoreData; composite: Score }) {
	const counted = data.boards.filter(isOfComposite);
	if (composite.score === null || composite.base === null) {
		return <p className="note">没有综合得分：{unrankedScores[composite.unranked ?? 'no_obligations']}。</p>;
	}
	return (
		<>
			<p className="note">
				合成分＝（
				{counted
					.map(board => `${boardNames[board.board]}${decimal(board.score ?? 0, 2)}×权重${decimal(board.weight, 0)}`)
					.join('＋')}
				）÷权重之和
				{decimal(
					counted.reduce((total, board) => total + board.weight, 0),
					0,
				)}
				＝{decimal(composite.base, 2)}分；扣分
				{decimal(composite.deducted, 2)}，加分{decimal(composite.added, 2)}；综合得分
				<b>{decimal(composite.score, 2)}分</b>
				{composite.grade === null ? '' : `，等次${gradeNames[composite.grade]}`}。{placeWords(composite)}
			</p>
			{composite.only === null ? null : <p className="note">{onlyWords(composite.only)}。</p>}
			<Facts data={data} />
		</>
	);
}

/** `第3名，上期第5名，▲ 上升2位。` */
function placeWords({ rank, unranked, before }: Score): string {
	if (rank === null) return `${unrankedScores[unranked ?? 'no_obligations']}。`;
	const step = rankStep(before?.rank ?? null, rank);
	return step === null ? `第${rank}名。` : `第${rank}名，上期第${before?.rank}名，${step}。`;
}

function Facts({ data }: { data: ScoreData }) {
	const kinds = [...new Set(data.facts.map(({ fact }) => fact))];
	return (
		<>
			{kinds.length === 0 ? (
				<p className="note">没有扣分、加分和一票否决的事项。</p>
			) : (
				<ul className="facts">
					{kinds.map(kind => (
						<Kind key={kind} data={data} facts={data.facts.filter(({ fact }) => fact === kind)} />
					))}
				</ul>
			)}
			<p className="more">
				<Link to={linkTo(data, '/verdicts', { department: data.department })}>该部门的典型案例与拒不改正认定</Link>
			</p>
		</>
	);
}

function Kind({ data, facts }: { data: ScoreData; facts: ScoreFact[] }) {
	const [first] = facts;
	if (first === undefined) return null;
	const cases = [...new Set(facts.flatMap(({ case_id }) => case_id ?? []))];
	return (
		<li>
			{factNames[first.fact]}：{count(facts.length)}件
			{first.each === null
				? `，等次不高于${gradeNames[first.grade ?? '']}`
				: `，每件${decimal(first.each, 2)}分，至多${decimal(first.cap ?? 0, 2)}分，计${decimal(first.brings ?? 0, 2)}分`}
			{facts.flatMap(({ document, on_day }) => (document === null ? [] : [`（${document}，${longDay(on_day)}）`]))}
			{cases.map(id => (
				<Link key={id} className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(id)}`)}>
					{id}
				</Link>
			))}
		</li>
	);
}
