import type { Unreadable } from '../row.ts';
import { type TimeReader, timeReader, type WrittenTime } from './dates.ts';
import type { Condition, Field, Looked, MappedAct, Mapping } from './mapping.ts';

/** One row of a foreign table. `where` names it in messages: 第 17 行. A column that is not there is empty. */
export type TableRow = { where: string; columns: Record<string, string> };

/** The CloudEvents that a row says, and what it said that cannot be read. */
export type Translated = { events: unknown[]; rejects: Unreadable[] };

/** Something in a row that cannot be read; caught per event, so that its neighbours go on. */
class RowFault extends Error {
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

/**
 * A pure function from rows to share events of the source, by a mapping. A value outside the mapping's declarations is
 * never guessed: its event becomes a reject that names row, column, value and what was expected; the row's other events stand.
 */
export function translator(mapping: Mapping, source: { code: string }): (row: TableRow) => Translated {
	const read = timeReader(mapping.dates, mapping.zone);
	return row => {
		const reader = new RowReader(mapping, row, read);
		const translated: Translated = { events: [], rejects: [] };
		for (const act of mapping.events) {
			try {
				if (reader.holds(act)) translated.events.push(reader.event(act, source.code));
			} catch (error) {
				if (!(error instanceof RowFault)) throw error;
				translated.rejects.push({ code: error.code, message: error.message, eventId: reader.idOf(act) });
			}
		}
		return { ...translated, rejects: onePerCode(translated.rejects) };
	};
}

/** Several faults of one kind in one row are one reject with all their reasons. */
function onePerCode(rejects: Unreadable[]): Unreadable[] {
	const byCode = new Map<string, Unreadable>();
	for (const reject of rejects) {
		const before = byCode.get(reject.code);
		const message = before && before.message !== reject.message ? `${before.message}${reject.message}` : reject.message;
		byCode.set(reject.code, { ...(before ?? reject), message });
	}
	return [...byCode.values()];
}

class RowReader {
	readonly #mapping: Mapping;
	readonly #row: TableRow;
	readonly #read: TimeReader;

	constructor(mapping: Mapping, row: TableRow, read: TimeReader) {
		this.#mapping = mapping;
		this.#row = row;
		this.#read = read;
	}

	holds(act: MappedAct): boolean {
		return [act.when ?? []].flat().every(condition => this.#holds(condition));
	}

	event(act: MappedAct, source: string): unknown {
		return {
			specversion: '1.0',
			id: this.#filled(act.id, 'id'),
			source: `/platforms/${source}`,
			type: act.type,
			time: this.#time(act.time).time,
			...(act.recorded && this.#cell(act.recorded) !== '' ? { recordedtime: this.#time(act.recorded).time } : {}),
			subject: this.#filled(act.subject ?? this.#mapping.case, 'subject'),
			datacontenttype: 'application/json',
			dataschema: 'urn:shudu:event:1',
			data: { ...this.#department(), ...this.#fields(act.data ?? {}) },
		};
	}

	/** The id that the act would have; null where the row does not say it. */
	idOf(act: MappedAct): string | null {
		const { text, empty } = this.#filledIn(act.id);
		return empty === null ? text : null;
	}

	#cell(column: string): string {
		return (this.#row.columns[column] ?? '').trim();
	}

	#holds(condition: Condition): boolean {
		const cell = this.#cell(condition.column);
		if ('present' in condition) return (cell !== '') === condition.present;
		return 'equals' in condition ? cell === condition.equals : condition.in.includes(cell);
	}

	#filledIn(template: string): { text: string; empty: string | null } {
		let empty: string | null = null;
		const text = template.replace(/\{([^{}]+)\}/g, (_, column: string) => {
			const cell = this.#cell(column);
			if (cell === '') empty ??= column;
			return cell;
		});
		return { text, empty };
	}

	/** A template all of whose columns must be filled in. */
	#filled(template: string, what: string): string {
		const { text, empty } = this.#filledIn(template);
		if (empty === null) return text;
		throw new RowFault('empty_column', `${this.#row.where}的列“${empty}”为空，无法确定 ${what}。请补填后重新导入。`);
	}

	#time(column: string): WrittenTime {
		const cell = this.#cell(column);
		if (cell === '')
			throw new RowFault('empty_column', `${this.#row.where}的列“${column}”为空，应填写时间。请补填后重新导入。`);
		const found = this.#read(cell);
		if (typeof found === 'object') return found;
		throw this.#fault(
			found,
			column,
			cell,
			found === 'time_format' ? this.#expected() : `${this.#mapping.zone} 当时拨快时钟，没有这一时刻`,
		);
	}

	#expected(): string {
		return `应为 ${this.#mapping.dates.join(' 或 ')}`;
	}

	#fault(code: string, column: string, value: string, expected: string): RowFault {
		const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
		return new RowFault(
			code,
			`${this.#row.where}的列“${column}”的值“${shown}”无法读取：${expected}。请更正该行，或修改映射 ${this.#mapping.name} 后重新导入。`,
		);
	}

	#department(): Record<string, unknown> {
		const { name, ...department } = this.#mapping.department;
		const code = this.#looked(department);
		if (code === undefined)
			throw new RowFault(
				'empty_column',
				`${this.#row.where}的列“${department.column}”为空，应填写部门。请补填后重新导入。`,
			);
		const shown = name && this.#looked(name);
		return { department: code, ...(shown === undefined ? {} : { department_name: shown }) };
	}

	/** Fields of `data`; an empty cell leaves its field out, unless the mapping says null. */
	#fields(fields: Record<string, Field>): Record<string, unknown> {
		const found = Object.entries(fields).map(([name, field]) => [name, this.#field(field)] as const);
		return Object.fromEntries(found.filter(([, value]) => value !== undefined));
	}

	#field(field: Field): unknown {
		if (typeof field === 'string') return this.#filledIn(field).text.trim() || undefined;
		if ('value' in field) return field.value;
		if ('column' in field) return this.#looked(field);
		if ('list' in field) return this.#list(field);
		return this.#converted(field);
	}

	#converted(field: Exclude<Field, string | Looked | { value: unknown } | { list: string }>): unknown {
		const column = 'time' in field ? field.time : 'day' in field ? field.day : field.number;
		if (this.#cell(column) === '') return field.empty ? null : undefined;
		if ('number' in field) return this.#number(column);
		return 'time' in field ? this.#time(column).time : this.#time(column).day;
	}

	#looked({ column, lookup, otherwise }: Looked): string | undefined {
		const cell = this.#cell(column);
		const table = typeof lookup === 'string' ? this.#mapping.lookups[lookup] : lookup;
		if (cell === '' || !table) return cell || undefined;
		if (Object.hasOwn(table, cell)) return table[cell];
		if (otherwise) return cell;
		throw this.#fault('unknown_value', column, cell, `应为 ${Object.keys(table).join('、')}`);
	}

	#list({ list, separator }: { list: string; separator: string }): string[] | undefined {
		const items = this.#cell(list)
			.split(separator)
			.map(item => item.trim());
		const filled = items.filter(item => item !== '');
		return filled.length > 0 ? filled : undefined;
	}

	#number(column: string): number {
		const cell = this.#cell(column);
		if (/^-?\d{1,15}(\.\d+)?$/.test(cell)) return Number(cell);
		throw this.#fault('bad_number', column, cell, '应为数字');
	}
}
