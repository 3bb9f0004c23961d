import { readPeriod } from '#app/asked.ts';

/** A value of a choice and its name. */
export type Option = { value: string; name: string };

const PARTS = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];

/** Spans to choose from: the year so far, this year's parts and months that have begun, last year's parts; and the one in the address where it is none of them. */
export function periodChoices(today: string, current: Option | null): Option[] {
	const year = Number(today.slice(0, 4));
	const months = Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`);
	const thisYear = [...PARTS, ...months].map(part => named(`${year}${part}`)).filter(one => one.from <= today);
	const lastYear = PARTS.map(part => named(`${year - 1}${part}`));
	const all: Option[] = [{ value: '', name: '本年至截至日' }, ...thisYear, ...lastYear];
	return current && !all.some(one => one.value === current.value) ? [...all, current] : all;
}

function named(value: string): Option & { from: string } {
	const { label, from } = readPeriod(value);
	return { value, name: value.length === 4 ? `${label}全年` : label, from };
}
