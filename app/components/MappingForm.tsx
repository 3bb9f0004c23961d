import { Button, Select } from 'antd';
import { columnIn, type DraftMapping, withAct, withCase } from '#app/mappings/draft.ts';
import { dateFormats, zones } from '#app/words/mappings.ts';
import { ColumnInput } from './ColumnInput.tsx';
import { LookupForm } from './LookupForm.tsx';
import { MappingAct } from './MappingAct.tsx';
import { Panel } from './Page.tsx';

type Props = { draft: DraftMapping; columns: readonly string[]; onChange(next: DraftMapping): void };

/** A mapping as a form: which columns say the case and the department, how times are written, which column is which act. */
export function MappingForm(props: Props) {
	const { draft, columns, onChange } = props;
	return (
		<>
			<datalist id="columns">
				{columns.map(column => (
					<option key={column} value={column} />
				))}
			</datalist>
			<Panel title="二、名称和各列" note="列名可从样例数据的表头中选。">
				<div className="change-fields">
					<Identity {...props} />
				</div>
			</Panel>
			<Panel title="三、各环节" note="一行数据里每个有日期的环节是一个事件。">
				{draft.events.map((act, at) => (
					<MappingAct
						// biome-ignore lint/suspicious/noArrayIndexKey: acts have no other identity.
						key={at}
						act={act}
						number={at + 1}
						lookups={Object.keys(draft.lookups ?? {})}
						onChange={next => onChange(withAct(draft, at, next))}
						onRemove={() => onChange({ ...draft, events: draft.events.filter((_, n) => n !== at) })}
					/>
				))}
				<Button onClick={() => onChange(withNewAct(draft))}>再加一个环节</Button>
			</Panel>
			<Panel title="对照表" note="平台的写法与本系统的对应；表里没有的写法会拒收并说明，不作猜测。">
				{Object.entries(draft.lookups ?? {}).map(([name, table]) => (
					<LookupForm
						key={name}
						name={name}
						table={table}
						onChange={next => onChange({ ...draft, lookups: { ...draft.lookups, [name]: next } })}
					/>
				))}
			</Panel>
		</>
	);
}

function withNewAct(draft: DraftMapping): DraftMapping {
	const at = draft.events.length;
	const act = { type: 'request.replied', time: '', id: '', when: { column: '', present: true } };
	return withAct({ ...draft, events: [...draft.events, act] }, at, act);
}

function Identity({ draft, onChange }: Props) {
	const { department } = draft;
	return (
		<>
			<Text
				label="名称"
				value={draft.describes}
				onChange={describes => onChange({ ...draft, describes })}
				placeholder="如：市人力社保局申请台账"
			/>
			<Text
				label="代码（小写字母、数字、“-”）"
				value={draft.name}
				onChange={name => onChange({ ...draft, name })}
				placeholder="如：hrss-ledger"
			/>
			<ColumnInput
				label="业务编号所在列"
				value={columnIn(draft.case)}
				onChange={column => onChange(withCase(draft, column))}
			/>
			<ColumnInput
				label="部门代码所在列"
				value={department.column}
				onChange={column => onChange({ ...draft, department: { ...department, column } })}
			/>
			<ColumnInput
				label="部门名称所在列（没有的不填）"
				value={department.name?.column ?? ''}
				onChange={column =>
					onChange({ ...draft, department: { ...department, name: column === '' ? undefined : { column } } })
				}
			/>
			<div className="field">
				<span className="field-name">日期的写法（可多选）</span>
				<Select
					mode="tags"
					aria-label="日期的写法"
					value={draft.dates}
					onChange={(dates: string[]) => onChange({ ...draft, dates })}
					options={dateFormats.map(({ value, name }) => ({ value, label: name }))}
					maxTagCount="responsive"
					popupMatchSelectWidth={false}
				/>
			</div>
			<div className="field">
				<label className="field-name" htmlFor="zone">
					平台所用的时区
				</label>
				<select
					id="zone"
					className="native"
					value={draft.zone}
					onChange={event => onChange({ ...draft, zone: event.target.value })}
				>
					{zones.some(zone => zone.value === draft.zone) ? null : <option value={draft.zone}>{draft.zone}</option>}
					{zones.map(zone => (
						<option key={zone.value} value={zone.value}>
							{zone.name}
						</option>
					))}
				</select>
			</div>
		</>
	);
}

type TextProps = { label: string; value: string; placeholder: string; onChange(value: string): void };

function Text({ label, value, placeholder, onChange }: TextProps) {
	return (
		<label className="field">
			<span className="field-name">{label}</span>
			<input
				className="native"
				value={value}
				placeholder={placeholder}
				onChange={event => onChange(event.target.value)}
			/>
		</label>
	);
}
