import { readPeriod } from '#app/period.ts';

/** A value of a choice and its name. */
export type Option = { value: string; name: string };

/** Choices under a heading; those without one come first. */
export type OptionGroup = { name: string; options: Option[] };

const PARTS = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];
const MONTHS = Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`);

/**
 * Spans to choose from: the year so far, two days of one's own; this and last year with their parts, months and rolling
 * twelve months that have begun; and the one in the address where it is none of them.
 */
export function periodChoices(today: string, current: Option | null): OptionGroup[] {
	const year = Number(today.slice(0, 4));
	const years = [year, year - 1].map(String);
	const begun = (parts: string[]) =>
		years.flatMap(one => parts.map(part => named(one, part))).filter(({ from }) => from <= today);
	const rolling = years
		.flatMap(one => MONTHS.map(month => named(one, `${month}-R12`)))
		.filter(({ value }) => value.slice(0, 7) <= today.slice(0, 7));
	const groups = [
		{
			name: '',
			options: [
				{ value: '', name: '本年至截至日' },
				{ value: 'range', name: '自选起止日' },
			],
		},
		{ name: '年、半年、季度', options: begun(PARTS) },
		{ name: '月', options: begun(MONTHS).sort(latestFirst) },
		{ name: '滚动12个月', options: rolling.sort(latestFirst) },
	];
	if (current === null || groups.some(({ options }) => options.some(one => one.value === current.value))) return groups;
	return [...groups, { name: '当前所选', options: [current] }];
}

function latestFirst(a: Option, b: Option): number {
	return a.value < b.value ? 1 : -1;
}

function named(year: string, part: string): Option & { from: string } {
	const { label, from } = readPeriod(`${year}${part}`);
	return { value: `${year}${part}`, name: part === '' ? `${label}全年` : label, from };
}
