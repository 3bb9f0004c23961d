import { promisable } from '#app/words/policies.ts';

type Props = {
	clock: string;
	/** What stands in the form, by name. */
	given: Record<string, string>;
};

/** A shorter period promised for a clock, by its parameter's name; nothing where none can be. */
export function PromiseInput({ clock, given }: Props) {
	const promise = promisable.find(each => each.clock === clock);
	if (promise === undefined) return null;
	const name = `promised.${promise.clock}`;
	return (
		<label className="field">
			<span className="field-name">⑮ 承诺期限（工作日）</span>
			<input
				type="number"
				name={name}
				min={1}
				max={promise.most}
				className="native"
				defaultValue={given[name]}
				placeholder="按所选版本"
				inputMode="numeric"
			/>
		</label>
	);
}
