import { parameterOf } from '#app/words/policies.ts';
import { FieldInput } from './FieldInput.tsx';
import { PromiseInput } from './PromiseInput.tsx';

const fields = ['receiptBasis', 'signOffWithin', 'forwarding', 'receiptCutoff', 'restDayReceipt', 'dueCutoff'] as const;

/** Readings to try out instead of those of the version; what is left empty is as in the version. */
export function DuePolicy({ given }: { given: Record<string, string> }) {
	const names = [...fields.map(parameterOf), 'signed', 'precheck', `promised.${given.clock}`];
	return (
		<details className="due-policy" open={names.some(name => given[name] !== undefined)}>
			<summary>改用其他口径试算</summary>
			<div className="filters bare">
				{fields.map(field => (
					<FieldInput key={field} field={field} value={given[parameterOf(field)] ?? ''} empty="按所选版本" />
				))}
				<Moment name="signed" label="签收时间" value={given.signed} />
				<Moment name="precheck" label="主管部门收到时间" value={given.precheck} />
				<PromiseInput clock={given.clock ?? ''} given={given} />
			</div>
			<p className="note">留空的按所选版本；不设截止时刻的写 none。只作试算，不改变任何口径。</p>
		</details>
	);
}

function Moment({ name, label, value }: { name: string; label: string; value: string | undefined }) {
	return (
		<label className="field">
			<span className="field-name">{label}</span>
			<input type="datetime-local" name={name} className="native" defaultValue={value?.slice(0, 16)} />
		</label>
	);
}
