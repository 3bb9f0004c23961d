/** A wall-clock reading, as the milliseconds that the same reading would have in UTC. */
export type LocalTime = number;

/** The clocks of one place. */
export type Zone = {
	/** The instants at which the clocks show a reading: one, two in the hour that is passed twice (earlier first), none in the hour that is skipped. */
	instants(local: LocalTime): number[];
	/** Milliseconds that the clocks are ahead of UTC at an instant, in whole minutes. */
	offset(instant: number): number;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** True for a name of the IANA time zone database. */
export function isZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
	} catch {
		return false;
	}
}

/** The zone of an IANA name, `Asia/Shanghai`. Throws RangeError for any other name. */
export function zoneOf(name: string): Zone {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: name,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	});
	const offset = (instant: number) => {
		const minute = Math.floor(instant / 60_000) * 60_000;
		return localOf(format, minute) - minute;
	};
	// Asking Intl costs microseconds; most days have one offset, and a file has few days.
	const byDay = new Map<number, number[]>();
	return { offset, instants: local => instantsOf(local, offset, offsetsAround(local, offset, byDay)) };
}

/** The offsets in force around a reading's day; more than one only next to a change of the clocks. */
function offsetsAround(local: LocalTime, offset: (instant: number) => number, byDay: Map<number, number[]>): number[] {
	const day = Math.floor(local / DAY);
	const known = byDay.get(day);
	if (known) return known;
	const found = [...new Set([offset((day - 1) * DAY), offset((day + 2) * DAY)])];
	byDay.set(day, found);
	return found;
}

function instantsOf(local: LocalTime, offset: (instant: number) => number, offsets: number[]): number[] {
	if (offsets.length === 1) return offsets.map(only => local - only);
	return offsets
		.map(each => local - each)
		.filter(instant => offset(instant) === local - instant)
		.sort((a, b) => a - b);
}

function localOf(format: Intl.DateTimeFormat, instant: number): LocalTime {
	const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
	const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
}
