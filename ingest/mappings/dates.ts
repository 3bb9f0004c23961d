import { type LocalTime, type Zone, zoneOf } from './zone.ts';

/** A time as a share event writes it. `time`: RFC 3339 with offset, or the date alone where no hour was given; `day`: the date as written. */
export type WrittenTime = { time: string; day: string };

/** Why a text is no time: it fits no declared format, or the clocks of the zone skipped that hour. */
type TimeFault = 'time_format' | 'time_nonexistent';

export type TimeReader = (text: string) => WrittenTime | TimeFault;

/** Milliseconds or seconds since 1970-01-01T00:00Z, as some platforms write. */
const EPOCH = { epoch_ms: 1, epoch_s: 1000 } as const;

const WIDTH: Record<string, number> = { yyyy: 4, MM: 2, M: 2, dd: 2, d: 2, HH: 2, H: 2, mm: 2, ss: 2 };
const PATTERN: Record<string, string> = {
	yyyy: '(\\d{4})',
	M: '(\\d{1,2})',
	d: '(\\d{1,2})',
	H: '(\\d{1,2})',
	SSS: '(\\d{1,9})',
	XXX: '(Z|[+-]\\d{2}:?\\d{2})',
};
const PART = /'([^']*)'|yyyy|MM|M|dd|d|HH|H|mm|ss|SSS|XXX|[^A-Za-z']/g;

type Format = { pattern: RegExp; tokens: string[]; shape: string };

/**
 * Reads times by the declared formats only, in their order, in a declared zone (IANA name): `13/02/2022` is 13 February
 * under `d/M/yyyy` and nothing at all under `M/d/yyyy`. An hour that the zone's clocks pass twice is taken as the earlier
 * one; an hour that they skip is a fault. Formats: yyyy M MM d dd H HH mm ss SSS XXX (offset), 'text', epoch_ms, epoch_s.
 */
export function timeReader(formats: string[], zone: string): TimeReader {
	const clocks = zoneOf(zone);
	const readers = formats.map(format => oneReader(format, clocks));
	return text => {
		for (const read of readers) {
			const found = read(text);
			if (found) return found;
		}
		return 'time_format';
	};
}

/** What is wrong with a list of formats, in Chinese; null: they can be used together. */
export function formatFault(formats: string[]): string | null {
	const compiled = formats.filter(format => !(format in EPOCH)).map(format => ({ format, as: compile(format) }));
	const unknown = compiled.find(each => each.as === null);
	if (unknown) return `时间格式“${unknown.format}”无法识别，可用 yyyy M MM d dd H HH mm ss SSS XXX、epoch_ms、epoch_s`;
	for (const [at, one] of compiled.entries()) {
		const other = compiled
			.slice(at + 1)
			.find(each => each.as?.shape === one.as?.shape && order(each.as) !== order(one.as));
		if (other) return `时间格式“${one.format}”与“${other.format}”会把同一文字读成不同日期，只能声明其中一个`;
	}
	return null;
}

function order(format: Format | null): string {
	return (format?.tokens ?? []).map(token => token[0]).join('');
}

function compile(format: string): Format | null {
	const parts = [...format.matchAll(PART)];
	if (parts.map(part => part[0]).join('') !== format || !/yyyy.*M|M.*yyyy/.test(format) || !format.includes('d'))
		return null;
	const literal = (part: RegExpMatchArray) => part[1] ?? part[0];
	const isToken = (part: RegExpMatchArray) => part[0] in WIDTH || part[0] in PATTERN;
	return {
		pattern: new RegExp(
			`^${parts.map(part => (isToken(part) ? (PATTERN[part[0]] ?? '(\\d{2})') : verbatim(literal(part)))).join('')}$`,
		),
		tokens: parts.filter(isToken).map(part => part[0]),
		shape: parts.map(part => (isToken(part) ? '0'.repeat(WIDTH[part[0]] ?? 1) : literal(part))).join(''),
	};
}

function verbatim(literal: string): string {
	return literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function oneReader(format: string, zone: Zone): (text: string) => WrittenTime | TimeFault | null {
	if (format === 'epoch_ms' || format === 'epoch_s') {
		const unit = EPOCH[format];
		return text => (/^\d{1,13}$/.test(text) ? fromEpoch(Number(text) * unit, zone) : null);
	}
	const compiled = compile(format);
	if (!compiled) throw new RangeError(`时间格式“${format}”无法识别`);
	const hasHour = compiled.tokens.some(token => token.startsWith('H'));
	return text => {
		const match = compiled.pattern.exec(text);
		const local = match && localOf(compiled.tokens, match.slice(1));
		if (!match || !local) return null;
		const day = new Date(local).toISOString().slice(0, 10);
		if (!hasHour) return { time: day, day };
		const offset = match[compiled.tokens.indexOf('XXX') + 1];
		if (compiled.tokens.includes('XXX') && offset) return withOffset(local, offset, day);
		const [instant] = zone.instants(local);
		return instant === undefined ? 'time_nonexistent' : written(instant, local - instant);
	};
}

/** The wall-clock reading as if it were UTC; null where the calendar or the clock has no such reading. */
function localOf(tokens: string[], values: string[]): LocalTime | null {
	const of = (...names: string[]) => Number(values[tokens.findIndex(token => names.includes(token))] ?? 0);
	const [year, month, day] = [of('yyyy'), of('M', 'MM'), of('d', 'dd')];
	const [hour, minute, second] = [of('H', 'HH'), of('mm'), of('ss')];
	const fraction = values[tokens.indexOf('SSS')] ?? '0';
	const at = Date.UTC(year, month - 1, day, hour, minute, second, Math.floor(Number(`0.${fraction}`) * 1000));
	const back = new Date(at);
	const same = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
	return same && hour < 24 && minute < 60 && second < 60 ? at : null;
}

function withOffset(local: LocalTime, offset: string, day: string): WrittenTime {
	const iso = new Date(local).toISOString().slice(0, -1);
	return { time: `${iso}${offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`}`, day };
}

function fromEpoch(instant: number, zone: Zone): WrittenTime {
	return written(instant, zone.offset(instant));
}

/** An instant with the offset that the zone's clocks had, in milliseconds. */
function written(instant: number, offset: number): WrittenTime {
	const local = new Date(instant + offset).toISOString();
	const minutes = Math.abs(offset) / 60_000;
	const hm = [Math.floor(minutes / 60), minutes % 60].map(n => String(n).padStart(2, '0')).join(':');
	return { time: `${local.slice(0, -1)}${offset < 0 ? '-' : '+'}${hm}`, day: local.slice(0, 10) };
}
