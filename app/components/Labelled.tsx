import type { ReactNode } from 'react';
import type { Problem } from '#app/policies/fields.ts';
import { Wrong } from './Wrong.tsx';

type Props = {
	name: string;
	label: string;
	problems: readonly Problem[];
	/** Said below the field. */
	note?: ReactNode;
	children: ReactNode;
};

/** A field of a form with its name, and what is wrong with it below it; the control's id is its name. */
export function Labelled({ name, label, problems, note, children }: Props) {
	return (
		<div className="field" data-wrong={problems.some(each => each.name === name) || undefined}>
			<label className="field-name" htmlFor={name}>
				{label}
			</label>
			{children}
			{note ? <small className="sub">{note}</small> : null}
			<Wrong problems={problems} name={name} />
		</div>
	);
}
