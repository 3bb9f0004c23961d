/**
 * A festival of the 放假办法第二条: the dates off (month and day) where it has fixed ones, else how many days off and between
 * which dates its lunar or solar days can lie.
 */
export type Festival = { name: string } & (
	| { on: readonly string[] }
	| { days: number; between: readonly [string, string] }
);

/** The festivals by the year from which they hold: 11 days from 2008, 13 from 2025. */
const editions: { since: number; festivals: readonly Festival[] }[] = [
	{ since: 2025, festivals: edition(4, ['05-01', '05-02']) },
	{ since: 2008, festivals: edition(3, ['05-01']) },
];

/** The festivals of a year; none for years before 2008, whose rules are not kept. */
export function festivalsOf(year: number): readonly Festival[] {
	return editions.find(each => year >= each.since)?.festivals ?? [];
}

/** True where a name contains that of a festival, e.g. 国庆节、中秋节. */
export function isFestival(name: string): boolean {
	return festivalsOf(Number.POSITIVE_INFINITY).some(festival => name.includes(festival.name));
}

function edition(spring: number, labour: readonly string[]): readonly Festival[] {
	return [
		{ name: '元旦', on: ['01-01'] },
		{ name: '春节', days: spring, between: ['01-20', '02-25'] },
		{ name: '清明', days: 1, between: ['04-03', '04-06'] },
		{ name: '劳动', on: labour },
		{ name: '端午', days: 1, between: ['05-25', '06-26'] },
		{ name: '中秋', days: 1, between: ['09-07', '10-09'] },
		{ name: '国庆', on: ['10-01', '10-02', '10-03'] },
	];
}
