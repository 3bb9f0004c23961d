import type { Scheme } from '#analytics/law/scheme.ts';
import type { SchemesData } from '#app/loaders/schemes.server.ts';
import { longDay } from '#app/words/format.ts';
import { factNames, gradeNames } from '#app/words/scores.ts';

/** What a scheme says besides its weights. */
export function SchemeRules({ scheme }: { scheme: Scheme }) {
	const { adjustments, deductionCap, bonusCap, vetoes, grades, fewest, leastWeight, unreported } = scheme;
	return (
		<dl className="definitions">
			<div>
				<dt>扣分</dt>
				<dd>
					{adjustments
						.filter(({ each }) => each < 0)
						.map(({ adjustment, each, cap }) => `${factNames[adjustment]}，每件扣${-each}分，至多${cap}分`)
						.join('；')}
					；合计至多扣{deductionCap}分，从综合得分中扣。
				</dd>
			</div>
			<div>
				<dt>加分</dt>
				<dd>
					{adjustments
						.filter(({ each }) => each > 0)
						.map(({ adjustment, each }) => `${factNames[adjustment]}，加${each}分`)
						.join('；')}
					；合计至多加{bonusCap}分。
				</dd>
			</div>
			<div>
				<dt>一票否决</dt>
				<dd>{vetoes.map(({ veto, grade }) => `${factNames[veto]}的，等次不高于${gradeNames[grade]}`).join('；')}。</dd>
			</div>
			<div>
				<dt>等次</dt>
				<dd>{grades.map(({ grade, from }) => `${gradeNames[grade]}：${from}分以上`).join('；')}。</dd>
			</div>
			<div>
				<dt>样本与排名</dt>
				<dd>
					指标不足{fewest}件的不计分，权重由同一方面的其他指标承担；参评权重不到{leastWeight * 100}
					%的不排名；未报送的指标{unreported === 'zero' ? '计零分' : '不计分，并注明未报送的项数'}。
				</dd>
			</div>
		</dl>
	);
}

/** Every version, the latest first. */
export function SchemeVersions({ versions }: { versions: SchemesData['versions'] }) {
	return (
		<ul className="facts">
			{versions.map(({ seq, scheme, in_force }) => (
				<li key={seq}>
					自{longDay(scheme.effective)}起施行：《{scheme.title}》，{scheme.document ?? '随系统提供的缺省方案'}
					{in_force ? '（截至日施行）' : ''}
				</li>
			))}
		</ul>
	);
}
