import { expect, test } from 'vitest';
import { circuitOf, cursorWords, duration } from '#app/words/sources.ts';

test.each<[string | null, string]>([
	[null, '尚未读到任何位置，将从头开始'],
	['1234', '已读到平台的第1,234位'],
	['abc-1', '已读到：abc-1'],
	['{"at":"2026-10-20 09:00:00","key":"2026-001","round":true}', '已读到：2026-10-20 09:00:00（2026-001）'],
	['{"at":"17","key":null}', '已读到：17'],
	['{"at":3,"before":"x"}', '下次从平台列表的第3页（条）读起'],
	['{"x":1}', '已读到：{"x":1}'],
	['{', '已读到：{'],
])('采集位置 %s', (cursor, words) => {
	expect(cursorWords(cursor)).toBe(words);
});

test('连续失败一至四次是重试中，五次起熔断，成功即正常', () => {
	expect([0, 1, 4, 5, 99].map(failures => circuitOf({ failures }))).toEqual([
		'closed',
		'retrying',
		'retrying',
		'open',
		'open',
	]);
});

test('用时', () => {
	expect([0, 999, 1000, 61_000].map(duration)).toEqual(['不足1秒', '不足1秒', '1秒', '1分1秒']);
});
