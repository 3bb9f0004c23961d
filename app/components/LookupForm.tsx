import { Button } from 'antd';
import { lookupName, ourWords } from '#app/words/mappings.ts';

type Props = { name: string; table: Record<string, string>; onChange(next: Record<string, string>): void };

/** A table of words: what the platform writes, and what it is here. */
export function LookupForm({ name, table, onChange }: Props) {
	const rows = Object.entries(table);
	const words = ourWords[name];
	const set = (at: number, row: [string, string]) =>
		onChange(Object.fromEntries(rows.map((each, n) => (n === at ? row : each))));
	return (
		<fieldset className="mapping-act">
			<legend>{lookupName(name)}</legend>
			{rows.map(([theirs, ours], at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the word itself is what is being written.
				<div className="mapping-field" key={at}>
					<input
						className="native"
						aria-label={`${lookupName(name)}第${at + 1}行平台的写法`}
						value={theirs}
						onChange={event => set(at, [event.target.value, ours])}
					/>
					{words ? (
						<select
							className="native"
							aria-label={`${lookupName(name)}第${at + 1}行即`}
							value={ours}
							onChange={event => set(at, [theirs, event.target.value])}
						>
							{words.map(word => (
								<option key={word.value} value={word.value}>
									即：{word.name}
								</option>
							))}
						</select>
					) : (
						<input
							className="native"
							aria-label={`${lookupName(name)}第${at + 1}行即`}
							value={ours}
							onChange={event => set(at, [theirs, event.target.value])}
						/>
					)}
					<Button type="text" onClick={() => onChange(Object.fromEntries(rows.filter((_, n) => n !== at)))}>
						去掉
					</Button>
				</div>
			))}
			<Button onClick={() => onChange({ ...table, '': words?.[0]?.value ?? '' })}>再加一种写法</Button>
		</fieldset>
	);
}
