import { clockNames } from '#analytics/law/clocks.ts';
import { statuses } from '#app/words/zh.ts';
import type { Sums } from './asked-lists.ts';
import type { Asker } from './asked-loaders.ts';
import { near } from './compared-by.ts';

type Line = Record<string, unknown>;
/** Whether a line meets what an address says under a name. */
type Condition = (line: Line, values: string[], asked: URLSearchParams) => boolean;

/** What one viewer is told at one place, whole; the lists behind figures are parts of it. */
export type Whole = (link: string) => Promise<Sums>;

const among =
	(column: string): Condition =>
	(line, values) =>
		values.includes(String(line[column]));
const known: Record<string, Condition> = { as_of: () => true, known: () => true, period: () => true };
const fell = (asked: URLSearchParams) => asked.has('due_from') || asked.has('due_to');

const ofMatters: Record<string, Condition> = {
	clock: among('clock'),
	status: among('status'),
	/** What fell due is of whoever bore the duty then; anything else of who must act. */
	department: (line, values, asked) => values.includes(String(fell(asked) ? line.department : line.held_by)),
	due_from: ({ due_on }, [from = '']) => due_on !== null && String(due_on) >= from,
	due_to: ({ due_on }, [to = '']) => due_on !== null && String(due_on) <= to,
	unheard: among('unheard'),
	sort: () => true,
};
const ofUnits: Record<string, Condition> = {
	...{ indicator: among('indicator'), department: among('department') },
	...{ outcome: among('outcome'), catalogue: among('catalogue') },
};
const decided: Condition = (line, values) => values.includes(String(line.decision ?? 'pending'));

type Part = { measure: string; query: string; conditions: Record<string, Condition>; fixed?: string };
/** What a list of matters holds where no status is named. */
const counted = Object.keys(statuses).filter(status => status !== 'excluded');
const everything = [
	...clockNames.map(one => `clock=${one}`),
	...Object.keys(statuses).map(one => `status=${one}`),
].join('&');
const parts: Record<string, Part> = {
	'/matters': { measure: 'matters', query: everything, conditions: ofMatters },
	'/overdue': { measure: 'matters', query: everything, conditions: ofMatters, fixed: 'status=overdue' },
	'/breaches': {
		...{ measure: 'breaches', query: '' },
		conditions: { item: among('item'), department: among('department'), decided },
	},
	'/patterns': {
		...{ measure: 'pattern_cases', query: '' },
		conditions: { pattern: among('pattern'), department: among('department') },
	},
	'/quality/checks': {
		...{ measure: 'quality_checks', query: '' },
		conditions: {
			...{ department: among('department'), dimension: among('dimension'), rule: among('rule') },
			...{ outcome: among('state'), catalogue: among('catalogue') },
		},
	},
};

/** Asks for whole lists once each, at one place of one viewer; what an address says of them is then read here, not by SQL. */
export function wholeAt(asker: Asker, query: string): Whole {
	const kept = new Map<string, Promise<Line[]>>();
	const lines = (measure: string, more: string) => {
		const asking = kept.get(measure) ?? asker.api<Line>(measure, `${query}&${more}&limit=10000`);
		kept.set(measure, asking);
		return asking;
	};
	return async link => {
		const [path = '', said = ''] = link.split('?');
		if (path === '/units') return unitsIn(await lines('indicator_units', ''), said);
		const part = parts[path];
		if (part === undefined) throw new Error(`没有整张清单可核：${link}`);
		const asked = new URLSearchParams(`${said}&${part.fixed ?? ''}`);
		if (part.measure === 'matters' && !asked.has('status'))
			for (const status of counted) asked.append('status', status);
		return { total: meeting(await lines(part.measure, part.query), part.conditions, asked).length };
	};
}

/** Whether a list can be told from the whole here: what it is narrowed to can be read from its lines. */
export const isWhole = (link: string) =>
	['/units', ...Object.keys(parts)].includes(link.split('?')[0] ?? '') &&
	!/[?&](kind|region|search|late_min|jurisdiction)=/.test(link);

function meeting(lines: Line[], conditions: Record<string, Condition>, asked: URLSearchParams): Line[] {
	const names = [...new Set(asked.keys())];
	return lines.filter(line =>
		names.every(name => {
			const condition = conditions[name] ?? known[name];
			if (condition === undefined) throw new Error(`清单没有条件：${name}`);
			return condition(line, asked.getAll(name), asked);
		}),
	);
}

function unitsIn(lines: Line[], said: string): Sums {
	const own = meeting(lines, ofUnits, new URLSearchParams(said));
	const add = (key: string) => near(own.reduce((sum, line) => sum + Number(line[key] ?? 0), 0));
	return { total: own.length, num: add('num'), den: add('den') };
}
