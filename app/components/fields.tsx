import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Option } from './periods.ts';

type PickProps = { name: string; label: string; value: string; choices: Option[]; wide?: boolean };

/** One of several; submitted with the form it stands in. */
export function PickField({ name, label, value, choices, wide = false }: PickProps) {
	const [chosen, choose] = useState(value);
	return (
		<span className={wide ? 'field wide' : 'field'}>
			<span className="field-name">{label}</span>
			<Select
				aria-label={label}
				value={chosen}
				onChange={choose}
				options={choices.map(choice => ({ value: choice.value, label: choice.name }))}
				showSearch={{ optionFilterProp: 'label' }}
				popupMatchSelectWidth={false}
			/>
			<input type="hidden" name={name} value={chosen} />
		</span>
	);
}

type ManyProps = { name: string; label: string; values: string[]; choices: Option[] };

/** Any number of several; submitted as one field each. */
export function PickManyField({ name, label, values, choices }: ManyProps) {
	const [chosen, choose] = useState(values);
	return (
		<span className="field wide">
			<span className="field-name">{label}</span>
			<Select
				mode="multiple"
				aria-label={label}
				value={chosen}
				onChange={choose}
				options={choices.map(choice => ({ value: choice.value, label: choice.name }))}
				showSearch={{ optionFilterProp: 'label' }}
				placeholder="全部"
				maxTagCount={1}
				allowClear
				popupMatchSelectWidth={false}
			/>
			{chosen.map(value => (
				<input key={value} type="hidden" name={name} value={value} />
			))}
		</span>
	);
}

type DayProps = { name: string; label: string; value: string | null; placeholder?: string };

/** A day; submitted as `2026-11-21`, empty where none is chosen. */
export function DayField({ name, label, value, placeholder = '不限' }: DayProps) {
	const [chosen, choose] = useState(value ?? '');
	return (
		<span className="field">
			<span className="field-name">{label}</span>
			<DatePicker
				aria-label={label}
				value={chosen ? dayjs(chosen) : null}
				onChange={day => choose(day ? day.format('YYYY-MM-DD') : '')}
				placeholder={placeholder}
				format="YYYY-MM-DD"
			/>
			<input type="hidden" name={name} value={chosen} />
		</span>
	);
}
