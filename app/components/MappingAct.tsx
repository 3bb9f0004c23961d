import { Button } from 'antd';
import { type DraftAct, type DraftCondition, fieldOf, type How, readingOf } from '#app/mappings/draft.ts';
import { actChoices, fieldChoices, lookupName } from '#app/words/mappings.ts';
import { ColumnInput } from './ColumnInput.tsx';

type Props = {
	act: DraftAct;
	number: number;
	/** Names of the tables of words. */
	lookups: readonly string[];
	onChange(next: DraftAct): void;
	onRemove(): void;
};

/** One act of a row: which it is, when it holds, which column has its time, what else it says. */
export function MappingAct({ act, number, lookups, onChange, onRemove }: Props) {
	const name = `环节${number}`;
	return (
		<fieldset className="mapping-act">
			<legend>{name}</legend>
			<div className="change-fields">
				<label className="field">
					<span className="field-name">是什么事件</span>
					<select
						className="native"
						aria-label={`${name}的事件`}
						value={act.type}
						onChange={event => onChange({ ...act, type: event.target.value })}
					>
						{actChoices.map(choice => (
							<option key={choice.value} value={choice.value}>
								{choice.name}
							</option>
						))}
					</select>
				</label>
				<ColumnInput label={`${name}的日期所在列`} value={act.time} onChange={time => onChange(withTime(act, time))} />
				<Condition name={name} act={act} onChange={onChange} />
			</div>
			<Fields name={name} act={act} lookups={lookups} onChange={onChange} />
			<Button type="text" onClick={onRemove} aria-label={`去掉${name}`}>
				去掉这个环节
			</Button>
		</fieldset>
	);
}

/** A condition that the time's own column is filled in follows that column. */
function withTime(act: DraftAct, time: string): DraftAct {
	const { when } = act;
	const isOwn = when !== undefined && !Array.isArray(when) && when.present === true && when.column === act.time;
	return { ...act, time, ...(isOwn ? { when: { column: time, present: true } } : {}) };
}

type Kind = 'always' | 'present' | 'word' | 'other';

function kindOf({ when, time }: DraftAct): Kind {
	if (when === undefined) return 'always';
	if (Array.isArray(when)) return 'other';
	if (when.present === true && when.column === time) return 'present';
	return when.present === undefined ? 'word' : 'other';
}

function Condition({ name, act, onChange }: Pick<Props, 'act' | 'onChange'> & { name: string }) {
	const kind = kindOf(act);
	const word = kind === 'word' ? (act.when as DraftCondition) : { column: '', equals: '' };
	const words = word.in?.join('、') ?? word.equals ?? '';
	return (
		<>
			<label className="field">
				<span className="field-name">什么情况下算</span>
				<select
					className="native"
					aria-label={`${name}的条件`}
					value={kind}
					onChange={event => onChange(withKind(act, event.target.value as Kind))}
				>
					<option value="always">每一行都算</option>
					<option value="present">日期列填了才算</option>
					<option value="word">某列写着某些字才算</option>
					{kind === 'other' ? <option value="other">其他条件（见规则全文）</option> : null}
				</select>
			</label>
			{kind === 'word' ? (
				<>
					<ColumnInput
						label={`${name}看哪一列`}
						value={word.column}
						onChange={column => onChange({ ...act, when: { ...word, column } })}
					/>
					<label className="field">
						<span className="field-name">写着什么（几种写法用“、”隔开）</span>
						<input
							className="native"
							value={words}
							onChange={event => onChange({ ...act, when: wordsOf(word.column, event.target.value) })}
						/>
					</label>
				</>
			) : null}
		</>
	);
}

function withKind(act: DraftAct, kind: Kind): DraftAct {
	const { when: _, ...rest } = act;
	if (kind === 'present') return { ...rest, when: { column: act.time, present: true } };
	if (kind === 'word') return { ...rest, when: { column: '', equals: '' } };
	return kind === 'always' ? rest : act;
}

function wordsOf(column: string, written: string): DraftCondition {
	const words = written.split('、');
	return words.length > 1 ? { column, in: words } : { column, equals: written };
}

function Fields({ name, act, lookups, onChange }: Omit<Props, 'number' | 'onRemove'> & { name: string }) {
	const data = act.data ?? {};
	const set = (fields: DraftAct['data']) => onChange({ ...act, data: fields });
	const free = fieldChoices.filter(choice => !Object.hasOwn(data, choice.value));
	return (
		<div className="mapping-fields">
			{Object.entries(data).map(([field, says]) => {
				const { column, how } = readingOf(says);
				const title = fieldChoices.find(choice => choice.value === field)?.name ?? field;
				if (how === 'other') {
					return (
						<p className="note" key={field}>
							{title}：见规则全文
						</p>
					);
				}
				return (
					<div className="mapping-field" key={field}>
						<ColumnInput
							label={`${name}的${title}所在列`}
							value={column}
							onChange={next => set({ ...data, [field]: fieldOf(next, how) })}
						/>
						<Ways
							name={`${name}的${title}怎样读`}
							how={how}
							lookups={lookups}
							onChange={next => set({ ...data, [field]: fieldOf(column, next) })}
						/>
						<Button
							type="text"
							aria-label={`去掉${name}的${title}`}
							onClick={() => set(Object.fromEntries(Object.entries(data).filter(([other]) => other !== field)))}
						>
							去掉
						</Button>
					</div>
				);
			})}
			<select
				className="native"
				aria-label={`${name}另有什么内容`}
				value=""
				onChange={event => {
					const chosen = fieldChoices.find(choice => choice.value === event.target.value);
					if (chosen) set({ ...data, [chosen.value]: fieldOf('', chosen.how as Exclude<How, 'other'>) });
				}}
			>
				<option value="">＋ 这个环节另有什么内容</option>
				{free.map(choice => (
					<option key={choice.value} value={choice.value}>
						{choice.name}
					</option>
				))}
			</select>
		</div>
	);
}

type WaysProps = { name: string; how: How; lookups: readonly string[]; onChange(how: Exclude<How, 'other'>): void };

function Ways({ name, how, lookups, onChange }: WaysProps) {
	return (
		<select
			className="native"
			aria-label={name}
			value={how}
			onChange={event => onChange(event.target.value as Exclude<How, 'other'>)}
		>
			<option value="as_is">照原样</option>
			{lookups.map(lookup => (
				<option key={lookup} value={`lookup:${lookup}`}>
					按对照表“{lookupName(lookup)}”
				</option>
			))}
			<option value="day">读作日期</option>
			<option value="time">读作时间</option>
			<option value="number">读作数字</option>
		</select>
	);
}
