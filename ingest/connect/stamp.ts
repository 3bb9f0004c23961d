import { timeReader } from '../mappings/dates.ts';
import { zoneOf } from '../mappings/zone.ts';

/** How a platform writes instants: read (null: not so written), written, and the smallest step that it can write, in ms. */
export type Stamp = { read(value: unknown): number | null; write(at: number): string; step: number };

/** The stamp of a name; `local` is read and written in the zone (IANA name). */
export function stampOf(name: 'iso' | 'local' | 'epoch_ms' | 'epoch_s', zone: string): Stamp {
	switch (name) {
		case 'epoch_ms':
			return { read: numberOf, write: String, step: 1 };
		case 'epoch_s':
			return {
				read: value => {
					const seconds = numberOf(value);
					return seconds === null ? null : seconds * 1000;
				},
				write: at => String(Math.floor(at / 1000)),
				step: 1000,
			};
		case 'iso':
			return { read: isoOf, write: at => new Date(at).toISOString(), step: 1 };
		case 'local':
			return localStamp(zone);
	}
}

function numberOf(value: unknown): number | null {
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? Math.floor(number) : null;
}

function isoOf(value: unknown): number | null {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value))
		return null;
	const at = Date.parse(value);
	return Number.isNaN(at) ? null : at;
}

/** Fractions of a second are rounded down, so that nothing of the same second is passed over. */
function localStamp(zone: string): Stamp {
	const clocks = zoneOf(zone);
	const formats = [
		'yyyy-MM-dd HH:mm:ss',
		'yyyy-MM-dd HH:mm:ss.SSS',
		"yyyy-MM-dd'T'HH:mm:ss",
		"yyyy-MM-dd'T'HH:mm:ss.SSS",
	];
	const reader = timeReader(formats, zone);
	return {
		read(value) {
			const found = typeof value === 'string' ? reader(value) : 'time_format';
			return typeof found === 'string' ? null : Math.floor(Date.parse(found.time) / 1000) * 1000;
		},
		write: at => new Date(at + clocks.offset(at)).toISOString().slice(0, 19).replace('T', ' '),
		step: 1000,
	};
}
