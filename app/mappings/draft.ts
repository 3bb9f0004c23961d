/** A field of `data` as a mapping says it; what the form does not know stays as it is. */
export type DraftField = string | { column: string; lookup?: string } | Record<string, unknown>;

export type DraftCondition = { column: string; present?: boolean; equals?: string; in?: string[] };

export type DraftAct = {
	type: string;
	when?: DraftCondition | DraftCondition[];
	time: string;
	recorded?: string;
	id: string;
	data?: Record<string, DraftField>;
};

/** A mapping while it is being written: as its JSON, which is the one truth; the form shows it and writes it. */
export type DraftMapping = {
	name: string;
	describes: string;
	zone: string;
	dates: string[];
	case: string;
	department: { column: string; name?: { column: string } };
	lookups?: Record<string, Record<string, string>>;
	events: DraftAct[];
};

/** A mapping of one's own to begin with: a row a case, with the three dates that every platform has. */
export const blank: DraftMapping = {
	name: '',
	describes: '',
	zone: 'Asia/Shanghai',
	dates: ['yyyy-M-d', 'yyyy-M-d H:mm:ss', 'yyyy/M/d', 'yyyy/M/d H:mm:ss', 'yyyy年M月d日'],
	case: '',
	department: { column: '' },
	lookups: {
		sharing: { 无条件共享: 'unconditional', 有条件共享: 'conditional', 不予共享: 'none' },
		outcome: { 同意: 'agree', 部分同意: 'partial', 不同意: 'refuse' },
	},
	events: [{ type: 'request.received', time: '', id: '' }],
};

/** The mapping's JSON as people read it. */
export function written(draft: DraftMapping): string {
	return JSON.stringify(draft, null, '\t');
}

/** The mapping that a text holds, as far as the form can show it; null where it cannot. */
export function readWritten(text: string): DraftMapping | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (value === null || typeof value !== 'object') return null;
	const draft = value as Partial<DraftMapping>;
	const whole = Array.isArray(draft.events) && Array.isArray(draft.dates) && typeof draft.department === 'object';
	return whole ? (draft as DraftMapping) : null;
}

/** The one column that a template names, `{申请单号}`; the template itself where it says more. */
export function columnIn(template: string | undefined): string {
	return /^\{([^{}]+)\}$/.exec(template ?? '')?.[1] ?? template ?? '';
}

/** A template of one column; what is a template already stays. */
function templateOf(column: string): string {
	return column === '' || column.includes('{') ? column : `{${column}}`;
}

/** The draft with another column for the case, and the ids that were made of it. */
export function withCase(draft: DraftMapping, column: string): DraftMapping {
	const next = templateOf(column);
	const events = draft.events.map(act => (act.id === idOf(draft.case, act) ? { ...act, id: idOf(next, act) } : act));
	return { ...draft, case: next, events };
}

/** The draft with one act replaced; its id follows where it was made of its type and time. */
export function withAct(draft: DraftMapping, at: number, act: DraftAct): DraftMapping {
	const before = draft.events[at];
	const isMade = before === undefined || before.id === '' || before.id === idOf(draft.case, before);
	const next = isMade ? { ...act, id: idOf(draft.case, act) } : act;
	return { ...draft, events: draft.events.map((each, n) => (n === at ? next : each)) };
}

/**
 * The id of an act: case and type. Where a condition asks for a word in another column the rows are a log, in which one
 * case has several rows of a kind, and the time belongs to the id.
 */
export function idOf(template: string, { type, when, time }: DraftAct): string {
	if (template === '') return '';
	const isLog = [when ?? []].flat().some(condition => condition.equals !== undefined || condition.in !== undefined);
	return `${template}-${type.replaceAll('.', '-')}${isLog ? `-{${time}}` : ''}`;
}

/** How a field is read. other: in a way that only the JSON can say. */
export type How = 'as_is' | 'day' | 'time' | 'number' | 'other' | `lookup:${string}`;

/** A field as the form shows it: its column, and how that is read. */
export function readingOf(field: DraftField): { column: string; how: How } {
	if (typeof field === 'string') return { column: columnIn(field), how: 'as_is' };
	const { column, lookup, day, time, number, ...rest } = field as Record<string, unknown>;
	if (Object.keys(rest).length > 0) return { column: '', how: 'other' };
	if (typeof column === 'string' && typeof lookup === 'string') return { column, how: `lookup:${lookup}` };
	if (typeof column === 'string' && lookup === undefined) return { column, how: 'as_is' };
	if (typeof day === 'string') return { column: day, how: 'day' };
	if (typeof time === 'string') return { column: time, how: 'time' };
	return typeof number === 'string' ? { column: number, how: 'number' } : { column: '', how: 'other' };
}

/** A field read from a column in a way. */
export function fieldOf(column: string, how: Exclude<How, 'other'>): DraftField {
	if (how === 'as_is') return templateOf(column);
	if (how.startsWith('lookup:')) return { column, lookup: how.slice('lookup:'.length) };
	return { [how]: column };
}
