import type { Supposed } from '#app/loaders/what-if.server.ts';
import { late, longDay } from '#app/words/format.ts';
import { materialsRules } from '#app/words/slip.ts';
import { Status } from './Status.tsx';

/** 假如: a reply clock under the three materials rules, side by side. */
export function WhatIf({ supposed }: { supposed: Supposed[] }) {
	return (
		<section className="what-if" aria-label="假如">
			<h3>
				假如：告知补正按其他规则处理
				<em>假设，不影响任何统计</em>
			</h3>
			<div className="what-if-rules">
				{supposed.map(each => (
					<Rule key={each.rule} supposed={each} />
				))}
			</div>
		</section>
	);
}

function Rule({ supposed: { rule, inForce, outcome, difference } }: { supposed: Supposed }) {
	const { name, meaning } = materialsRules[rule];
	return (
		<div className="what-if-rule" data-in-force={inForce}>
			<h4>
				{name}
				{inForce ? <span className="in-force">现行口径</span> : null}
			</h4>
			<p className="sub">{meaning}</p>
			{outcome === null ? (
				<p>按此规则没有这次计时：此前的计时未因补正逾期中止，无需重新起算。</p>
			) : (
				<dl>
					<div>
						<dt>到期日</dt>
						<dd>
							{outcome.status === 'paused'
								? '待补正后确定'
								: `${longDay(outcome.dueOn)}${outcome.provisional ? '（暂定）' : ''}`}
						</dd>
					</div>
					<div>
						<dt>状态</dt>
						<dd>
							<Status status={outcome.status} />
							{outcome.daysLate === null ? null : `　逾期${late(outcome.daysLate)}`}
						</dd>
					</div>
					<div>
						<dt>与现行口径相差</dt>
						<dd>{inForce ? '—' : differenceWords(difference)}</dd>
					</div>
				</dl>
			)}
		</div>
	);
}

function differenceWords(days: number | null): string {
	if (days === null) return '待补正后确定';
	if (days === 0) return '到期日相同';
	return `${days > 0 ? '晚' : '早'}${Math.abs(days)}个工作日`;
}
