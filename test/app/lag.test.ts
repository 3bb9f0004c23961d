import { describe, expect, test } from 'vitest';
import { startOf, toDay } from '#analytics/law/day.ts';
import { lagWords, receiptLag, recordLag } from '#app/words/lag.ts';

const day = startOf(toDay('2026-03-13'));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const times = (recorded: number, received = recorded, day_only = false) => ({
	occurred_at: day,
	day_only,
	recorded_at: day + recorded,
	received_at: day + received,
});

describe('办理、平台记录、收到报送三个时间', () => {
	test.each([
		['记录早于办理', -HOUR, false, null],
		['十分钟以内不算晚', 10 * MINUTE, false, null],
		['十一分钟', 11 * MINUTE, false, 11],
		['五日', 5 * 24 * HOUR, false, 7200],
		['纸质办件当日记录', 20 * HOUR, true, null],
		['纸质办件次日零时五分记录', 24 * HOUR + 5 * MINUTE, true, 5],
	])('平台记录：%s', (_, recorded, dayOnly, lag) => {
		expect(recordLag(times(recorded, recorded, dayOnly))).toBe(lag);
	});

	test.each([
		['一小时以内不算晚', 0, HOUR, 0, null],
		['三小时', 0, 3 * HOUR, 0, 180],
		['接入以前的记录', 0, 90 * 24 * HOUR, 10 * HOUR, null],
		['接入之后的记录', 11 * HOUR, 14 * HOUR, 10 * HOUR, 180],
	])('收到报送：%s', (_, recorded, received, joined, lag) => {
		expect(receiptLag(times(recorded, received), day + joined)).toBe(lag);
	});

	test.each([
		[0, '0分钟'],
		[59, '59分钟'],
		[60, '1小时'],
		[23 * 60 + 59, '23小时'],
		[24 * 60, '1天'],
		[26 * 60, '1天2小时'],
		[7 * 24 * 60 + 300, '7天'],
		[1200 * 24 * 60, '1,200天'],
	])('%d分钟说成“%s”', (minutes, words) => expect(lagWords(minutes)).toBe(words));
});
