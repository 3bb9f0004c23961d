import type { Asked } from '#app/asked.ts';
import type { MovedItem, RuleSetPreview } from '#app/rulesets/adopt.server.ts';
import { count, longDay } from '#app/words/format.ts';
import { decimal } from '#app/words/indicators.ts';
import { unscored } from '#app/words/quality.ts';
import { DepartmentName } from './DepartmentName.tsx';

const MOST = 30;

/** What a rule set would move: items whose score is another, those that gain or lose one first. */
export function RuleSetMoves({ data, preview }: { data: Pick<Asked, 'given' | 'period'>; preview: RuleSetPreview }) {
	const { assessed, moved, replaces } = preview;
	return (
		<section className="policy-preview" aria-label="预览">
			<p className="note">
				{data.period.label}评估过的{count(assessed)}个目录项中，{count(moved.length)}个的得分会改变。
				{replaces ? '同一代码、同一版本已经登记过，登记后以本次为准。' : ''}
				{moved.length > MOST ? `以下列出变动最大的${MOST}个。` : ''}
			</p>
			{moved.length === 0 ? null : (
				<div className="scroll">
					<table className="plain-table named">
						<thead>
							<tr>
								<th>部门</th>
								<th>目录项</th>
								<th>评估日</th>
								<th className="number">现得分</th>
								<th className="number">登记后得分</th>
							</tr>
						</thead>
						<tbody>
							{moved.slice(0, MOST).map(row => (
								<tr key={`${row.department} ${row.catalogue}`}>
									<td>
										<DepartmentName data={data} code={row.department} name={row.department_name} />
									</td>
									<td>{row.catalogue_title ?? row.catalogue}</td>
									<td>{longDay(row.told_on)}</td>
									<td className="number">{scoreWords(row.before)}</td>
									<td className="number">{scoreWords(row.after)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
		</section>
	);
}

function scoreWords({ score, state }: MovedItem['before']): string {
	return score === null ? (unscored[state] ?? '—') : decimal(score, 2);
}
