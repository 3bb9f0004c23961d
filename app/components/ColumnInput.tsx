type Props = { label: string; value: string; onChange(column: string): void };

/** A column of the platform's table: chosen from the sample's own, or written. */
export function ColumnInput({ label, value, onChange }: Props) {
	return (
		<label className="field">
			<span className="field-name">{label}</span>
			<input
				className="native"
				list="columns"
				value={value}
				onChange={event => onChange(event.target.value)}
				placeholder="列名"
			/>
		</label>
	);
}
