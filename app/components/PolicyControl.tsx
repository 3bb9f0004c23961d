import { clocks } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Problem } from '#app/policies/fields.ts';
import { fieldWords, parameterOf, promisable, sayField } from '#app/words/policies.ts';
import type { Choice, PolicyField } from '#app/words/policy-entry.ts';
import { Wrong } from './Wrong.tsx';

type Props = {
	field: PolicyField;
	/** The version in force, against which a change is a change. */
	base: Policy;
	/** What stands in the controls, by name. */
	shown: Record<string, string>;
	problems: readonly Problem[];
};

/** One reading to decide: the question and its options with their meaning, the one in force marked. */
export function PolicyControl(props: Props) {
	const { field, base } = props;
	const { number, name, question, article, only, kind } = fieldWords(field);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out beside its legend.
		<div className="policy-control" data-field={field} role="group" aria-labelledby={`${field}-name`}>
			<div className="asked">
				<h3 id={`${field}-name`}>
					{number} {name}
				</h3>
				<p>{question}</p>
				<small className="sub">
					{article}
					{only ? `；${only}` : ''}
				</small>
				{kind === 'choice' ? null : <small className="sub">施行中：{sayField(field, base).name}</small>}
			</div>
			<div className="answers">
				<Control {...props} />
			</div>
		</div>
	);
}

function Control({ field, base, shown, problems }: Props) {
	const entry = fieldWords(field);
	const name = parameterOf(field);
	if (entry.kind === 'choice') {
		return <Options entry={entry} name={name} inForce={String(base[field])} shown={shown[name]} problems={problems} />;
	}
	if (entry.kind === 'promised') return <Promises shown={shown} problems={problems} meaning={entry.meaning} />;
	const given = { name, className: 'native', defaultValue: shown[name], 'aria-label': entry.name };
	return (
		<>
			{entry.kind === 'days' ? (
				<p className="small-field">
					<input type="number" {...given} min={entry.least} max={entry.most} inputMode="numeric" />
					个工作日
				</p>
			) : (
				<p className="small-field">
					<input {...given} placeholder="如 17:30" maxLength={5} />
					留空即{entry.none.name}
				</p>
			)}
			<small className="sub">{entry.meaning}</small>
			<Wrong problems={problems} name={name} />
		</>
	);
}

type OptionProps = {
	entry: Choice;
	name: string;
	inForce: string;
	shown: string | undefined;
	problems: readonly Problem[];
};

function Options({ entry, name, inForce, shown, problems }: OptionProps) {
	return (
		<>
			{Object.entries(entry.options).map(([value, option]) => (
				<label key={value} className="option">
					<input type="radio" name={name} value={value} defaultChecked={value === shown} />
					<span>
						{option.name}
						{value === inForce ? <span className="in-force">施行中</span> : null}
						<small className="sub">{option.meaning}</small>
					</span>
				</label>
			))}
			<Wrong problems={problems} name={name} />
		</>
	);
}

function Promises({
	shown,
	problems,
	meaning,
}: {
	shown: Props['shown'];
	problems: Props['problems'];
	meaning: string;
}) {
	return (
		<>
			{promisable.map(({ clock, most }) => {
				const name = `promised.${clock}`;
				return (
					<div key={clock}>
						<label className="small-field">
							<span>{clocks[clock].zh}</span>
							<input
								type="number"
								name={name}
								className="native"
								defaultValue={shown[name]}
								min={1}
								max={most}
								inputMode="numeric"
							/>
							个工作日（法定{most + 1}个）
						</label>
						<Wrong problems={problems} name={name} />
					</div>
				);
			})}
			<small className="sub">留空：没有承诺。填写：{meaning}</small>
		</>
	);
}
