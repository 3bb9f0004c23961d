import { fieldWords, parameterOf } from '#app/words/policies.ts';
import type { Entry, PolicyField } from '#app/words/policy-entry.ts';

type Props = {
	field: Exclude<PolicyField, 'promised'>;
	/** What stands in it; empty: nothing is given. */
	value: string;
	/** What an empty one means, where it may be empty. */
	empty?: string;
};

/** One reading to choose in a line of a form, by its parameter's name; no script is needed. */
export function FieldInput({ field, value, empty }: Props) {
	const entry = fieldWords(field);
	return (
		<span className="field">
			<label className="field-name" htmlFor={parameterOf(field)}>
				{entry.number} {entry.name}
			</label>
			<Input entry={entry} name={parameterOf(field)} value={value} empty={empty} />
		</span>
	);
}

type InputProps = { entry: Entry; name: string; value: string; empty: string | undefined };

function Input({ entry, name, value, empty }: InputProps) {
	if (entry.kind === 'choice') {
		return (
			<select id={name} name={name} defaultValue={value} className="native">
				{empty === undefined ? null : <option value="">{empty}</option>}
				{Object.entries(entry.options).map(([option, words]) => (
					<option key={option} value={option}>
						{words.name}
					</option>
				))}
			</select>
		);
	}
	if (entry.kind === 'days') {
		const bounds = { min: entry.least, max: entry.most, placeholder: empty };
		return (
			<input
				type="number"
				id={name}
				name={name}
				className="native"
				defaultValue={value}
				{...bounds}
				inputMode="numeric"
			/>
		);
	}
	return (
		<input
			id={name}
			name={name}
			className="native"
			defaultValue={value}
			placeholder={empty ?? '如 17:30'}
			maxLength={5}
		/>
	);
}
