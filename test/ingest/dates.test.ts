import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFault, timeReader } from '#ingest/mappings/dates.ts';
import { zoneOf } from '#ingest/mappings/zone.ts';

const NY = 'America/New_York';
const SH = 'Asia/Shanghai';

test.each<[string, string, string, string]>([
	// zone, format, text, what a share event writes (or the fault)
	[SH, 'yyyy-MM-dd HH:mm:ss', '2026-03-03 16:40:00', '2026-03-03T16:40:00.000+08:00'],
	[SH, 'yyyy-MM-dd', '2026-03-03', '2026-03-03'],
	[SH, 'yyyy/M/d', '2026/3/3', '2026-03-03'],
	[SH, 'yyyy年M月d日', '2026年12月3日', '2026-12-03'],
	[SH, 'yyyyMMdd', '20260303', '2026-03-03'],
	[SH, "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-03T16:40:00.1239Z', '2026-03-03T16:40:00.123Z'],
	[SH, 'yyyy-MM-dd HH:mm:ss XXX', '2026-03-03 16:40:00 -0530', '2026-03-03T16:40:00.000-05:30'],
	[SH, 'epoch_ms', '1772527200123', '2026-03-03T16:40:00.123+08:00'],
	[SH, 'epoch_s', '1772527200', '2026-03-03T16:40:00.000+08:00'],
	['Asia/Urumqi', 'yyyy-MM-dd HH:mm', '2026-03-03 16:40', '2026-03-03T16:40:00.000+06:00'],
	[NY, 'yyyy-MM-dd HH:mm:ss', '2022-01-21 13:47:00', '2022-01-21T13:47:00.000-05:00'],
	[NY, 'yyyy-MM-dd HH:mm:ss', '2022-07-21 13:47:00', '2022-07-21T13:47:00.000-04:00'],
	// 13 February by d/M/yyyy; by M/d/yyyy nothing at all
	[NY, 'd/M/yyyy', '13/02/2022', '2022-02-13'],
	[NY, 'M/d/yyyy', '13/02/2022', 'time_format'],
	[NY, 'd/M/yyyy', '02/13/2022', 'time_format'],
	// the clocks go forward: 02:30 never was; and back: 01:30 was twice, the earlier counts
	[NY, 'yyyy-MM-dd HH:mm', '2022-03-13 02:30', 'time_nonexistent'],
	[NY, 'yyyy-MM-dd HH:mm', '2022-03-13 01:59', '2022-03-13T01:59:00.000-05:00'],
	[NY, 'yyyy-MM-dd HH:mm', '2022-03-13 03:00', '2022-03-13T03:00:00.000-04:00'],
	[NY, 'yyyy-MM-dd HH:mm', '2022-11-06 01:30', '2022-11-06T01:30:00.000-04:00'],
	[NY, 'yyyy-MM-dd HH:mm', '2022-11-06 02:00', '2022-11-06T02:00:00.000-05:00'],
	['Australia/Lord_Howe', 'yyyy-MM-dd HH:mm', '2026-10-04 02:15', 'time_nonexistent'],
	['Asia/Kathmandu', 'yyyy-MM-dd HH:mm', '2026-10-04 02:15', '2026-10-04T02:15:00.000+05:45'],
	// not in the calendar, not on the clock, not in the format
	[SH, 'yyyy-MM-dd', '2026-02-30', 'time_format'],
	[SH, 'yyyy-MM-dd', '0026-02-03', 'time_format'],
	[SH, 'yyyy-MM-dd HH:mm', '2026-02-03 24:00', 'time_format'],
	[SH, 'yyyy-MM-dd HH:mm', '2026-02-03 23:60', 'time_format'],
	[SH, 'yyyy-MM-dd', '2026-2-3', 'time_format'],
	[SH, 'yyyy-MM-dd', '2026-02-03 ', 'time_format'],
	[SH, 'yyyy-MM-dd', ' ', 'time_format'],
	[SH, 'yyyy-MM-dd', '去年', 'time_format'],
	[SH, 'yyyy.MM.dd', '2026-02-03', 'time_format'],
	[SH, 'epoch_ms', '-1', 'time_format'],
])('%s %s：%s → %s', (zone, format, text, expected) => {
	expect(formatFault([format])).toBeNull();
	const found = timeReader([format], zone)(text);
	expect(typeof found === 'string' ? found : found.time).toBe(expected);
});

test('多种格式按声明的顺序，只读声明过的', () => {
	const read = timeReader(['yyyy-M-d H:mm', 'yyyy/M/d', 'epoch_ms'], SH);
	expect(['2026-3-3 9:05', '2026/3/3', '1772527200000', '3/3/2026'].map(text => read(text))).toEqual([
		{ time: '2026-03-03T09:05:00.000+08:00', day: '2026-03-03' },
		{ time: '2026-03-03', day: '2026-03-03' },
		{ time: '2026-03-03T16:40:00.000+08:00', day: '2026-03-03' },
		'time_format',
	]);
});

describe('不能使用的格式', () => {
	test.each<[string[], RegExp | null]>([
		[['d/M/yyyy', 'M/d/yyyy'], /读成不同日期/],
		[['dd/MM/yyyy HH:mm', 'M/d/yyyy H:mm'], /读成不同日期/],
		[['ddMMyyyy', 'yyyyMMdd'], /读成不同日期/],
		[['d/M/yyyy', 'M-d-yyyy'], null],
		[['yyyy/M/d', 'd/M/yyyy'], null],
		[['YYYY-MM-DD'], /无法识别/],
		[['HH:mm'], /无法识别/],
		[['yyyy-MM'], /无法识别/],
		[['yyyy-MM-dd hh:mm a'], /无法识别/],
	])('%j', (formats, fault) => {
		const found = formatFault(formats);
		if (fault) expect(found).toMatch(fault);
		else expect(found).toBeNull();
	});
});

test('时区换算可逆：任一时刻在当地的读数都指回这一时刻', () => {
	const zones = [
		SH,
		NY,
		'Europe/Berlin',
		'Asia/Kathmandu',
		'Pacific/Apia',
		'America/Sao_Paulo',
		'Africa/Casablanca',
	].map(zoneOf);
	const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
	fc.assert(
		fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
			const instant = minute * 60_000;
			const found = zone.instants(instant + zone.offset(instant));
			expect(found).toContain(instant);
			expect(found.length).toBeLessThanOrEqual(2);
			for (const each of found) expect(each + zone.offset(each)).toBe(instant + zone.offset(instant));
		}),
		{ numRuns: 1000 },
	);
});
