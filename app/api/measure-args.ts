import { toClockName } from '#analytics/law/clocks.ts';
import { toDay } from '#analytics/law/day.ts';
import { toLiabilityItem } from '#analytics/law/liability.ts';
import { WITHIN } from '#analytics/measures/candidates.ts';
import { CONFIRM_WITHIN } from '#analytics/measures/delivery-pairs.ts';
import type { Args, Kind, Measure, Shape } from '#analytics/measures/measure.ts';
import { patternCodes, THRESHOLDS } from '#analytics/measures/patterns.ts';
import { sorts } from '../filters.ts';
import { answers } from '../words/breaches.ts';
import { dayStates } from '../words/coverage.ts';
import { jurisdictions } from '../words/organisations.ts';
import { isQualityDimension } from '../words/quality.ts';
import { bases, riskOrders } from '../words/risk.ts';
import { statuses } from '../words/zh.ts';

/** Arguments every measure gets from the page's own question. */
type Fixed = {
	as_of: string;
	known: number;
	visible: string[] | null;
	ruled_on: string;
	from: string;
	to: string;
};

/** What a list gives where the caller does not say. */
const defaults: Record<string, unknown> = {
	...{ limit: 200, each: 10, offset: 0, sort: 'due_on', descending: false },
	...{ within: WITHIN, days: CONFIRM_WITHIN, ...THRESHOLDS },
};
const MOST_ROWS = 10_000;

/** Singular names of list arguments, as a caller writes them: department=A&department=B. */
const singular: Record<string, string> = {
	departments: 'department',
	indicators: 'indicator',
	regions: 'region',
	clocks: 'clock',
	statuses: 'status',
	items: 'item',
	jurisdictions: 'jurisdiction',
	states: 'state',
	patterns: 'pattern',
	bases: 'basis',
	dimensions: 'dimension',
	outcomes: 'outcome',
	rules: 'rule',
	kinds: 'kind',
	catalogues: 'catalogue',
};

/** Reads a measure's arguments from a query string by their declared kinds; `message` (Chinese) where one is wrong or missing. */
export function readArgs<M extends Measure>(
	measure: M,
	query: URLSearchParams,
	fixed: Fixed,
): { args: Args<M> } | { message: string } {
	const wrong = unknownIn(measure, query, fixed);
	if (wrong !== null) return { message: wrong };
	const args: Record<string, unknown> = {};
	for (const [name, kind] of Object.entries(measure.params as Shape)) {
		const value = name in fixed ? fixed[name as keyof Fixed] : readOne(name, kind, query);
		if (value === undefined || !known(name, value)) return { message: `参数 ${singular[name] ?? name} 缺失或不正确` };
		args[name] = value;
	}
	if (typeof args.limit === 'number' && args.limit > MOST_ROWS) return { message: `参数 limit 不得超过 ${MOST_ROWS}` };
	return { args: args as Args<M> };
}

/** Refuses a parameter that would be ignored, and names those that are not; null: there is none. */
function unknownIn(measure: Measure, query: URLSearchParams, fixed: Fixed): string | null {
	const allowed = namesOf(measure, fixed);
	const name = [...query.keys()].find(each => !allowed.includes(each));
	if (name === undefined) return null;
	const instead = name === 'from' || name === 'to' ? '；起止日请用 period，如 period=2026-01-01..2026-03-31' : '';
	return `没有参数 ${name}，可用：${allowed.join('、')}${instead}。`;
}

/** The parameters a caller may give: those of every page, and those of the measure that the page's own question does not settle. */
function namesOf(measure: Measure, fixed: Fixed): string[] {
	const own = Object.keys(measure.params).filter(name => !(name in fixed));
	return ['as_of', 'known', 'period', ...own.flatMap(name => [singular[name] ?? [], name].flat())];
}

function readOne(name: string, kind: Kind, query: URLSearchParams): unknown {
	const given = [...query.getAll(name), ...query.getAll(singular[name] ?? name)]
		.flatMap(text => text.split(','))
		.filter(text => text !== '');
	if (given.length === 0) return kind.endsWith('?') ? null : defaults[name];
	const [first = ''] = given;
	const reader = readers[kind.replace('?', '')];
	return reader ? reader(first, given) : first;
}

/** One value of each kind from text; undefined where the text is not of the kind. */
const readers: Record<string, (first: string, given: string[]) => unknown> = {
	texts: (_first, given) => given,
	int: first => (/^\d{1,9}$/.test(first) ? Number(first) : undefined),
	flag: first => ({ true: true, false: false })[first],
	day: first => {
		try {
			return toDay(first);
		} catch {
			return undefined;
		}
	},
};

/** The words that an argument may be; what is not listed may be anything. */
const words: Record<string, (word: string) => boolean> = {
	sort: word => sorts.some(sort => sort === word),
	clocks: word => toClockName(word) !== null,
	statuses: word => Object.hasOwn(statuses, word),
	items: word => toLiabilityItem(word) !== null,
	decided: word => Object.hasOwn(answers, word),
	patterns: word => patternCodes.some(code => code === word),
	states: word => Object.hasOwn(dayStates, word),
	jurisdictions: word => Object.hasOwn(jurisdictions, word),
	bases: word => Object.hasOwn(bases, word),
	dimensions: word => isQualityDimension(word),
	by: word => Object.hasOwn(riskOrders, word),
	counted: word => ['by_day', 'by_month', 'at_month_end'].includes(word),
};

function known(name: string, value: unknown): boolean {
	const asked = Array.isArray(value) ? value : [value];
	return value === null || asked.every(word => words[name]?.(String(word)) ?? true);
}
