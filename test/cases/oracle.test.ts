import { describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import { compareAll } from './oracle/compare.ts';
import { indexOf, isWorking, nameOf } from './oracle/fingers.ts';
import { request } from './oracle/matters.ts';
import { requestSides } from './oracle/sides.ts';

describe('逐日数手指的第二意见，各种口径：两份测试对照 1,000,000 个随机事项，无差异', () => {
	test('答复与提供：500,000 个随机申请', () => compareAll(500_000, request, requestSides));

	test('工作日历：2025年至2027年逐日', () => {
		const calendar = stateCouncil();
		for (let day = indexOf('2025-01-01'); day <= indexOf('2027-12-31'); day++) {
			expect([nameOf(day), calendar.isWorkday(toDay(nameOf(day)))]).toEqual([nameOf(day), isWorking(day)]);
		}
	});
});
