import { type Mapping, requiredColumns } from '../mappings/mapping.ts';
import { translator } from '../mappings/translate.ts';
import { type Row, unread } from '../row.ts';
import type { ForeignRow, Translation } from './translation.ts';

/** The translation that a mapping declares. Rows may come from a table or as JSON objects. */
export function mapped(mapping: Mapping): Translation {
	const { encoding, delimiter } = mapping;
	return {
		mapping: `${mapping.name}@${mapping.version}`,
		table: { encoding, delimiter, required: requiredColumns(mapping) },
		begin: source => {
			const translate = translator(mapping, source);
			return { row: row => rowsOf(row, translate), end: () => [] };
		},
	};
}

function rowsOf({ where, raw, value }: ForeignRow, translate: ReturnType<typeof translator>): Row[] {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) {
		return [unread(raw, 'not_a_row', `${where}不是一个对象，无法按列读取。请更正后重报。`)];
	}
	const columns = Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, textOf(cell)]));
	const { events, rejects } = translate({ where, columns });
	const told = { raw, record: value };
	return [...events.map(event => ({ ...told, value: event })), ...rejects.map(unreadable => ({ ...told, unreadable }))];
}

function textOf(cell: unknown): string {
	if (typeof cell === 'string') return cell;
	return cell === null || cell === undefined ? '' : JSON.stringify(cell);
}
