import { describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { firstChange } from '#analytics/law/first-change.ts';
import { calendarsOf, type Enactment, enact, type Lawbook, shipped } from '#analytics/law/lawbook.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';

const typhoon = (region: string | null, from: string, name = '台风停工'): Enactment => ({
	kind: 'overlay',
	overlay: { code: name, name, region, document: '甲', off: [{ name, from, to: from }], work: [] },
});
const readings = (effective: string, more: Partial<Policy> = {}): Enactment => ({
	kind: 'policy',
	policy: { ...(defaultPolicies[0] as Policy), document: '乙', effective: toDay(effective), ...more },
});
const counted = (book: Lawbook) => ({ policies: book.policies, calendars: calendarsOf(book) });
const published: Enactment = {
	kind: 'year',
	year: { year: 2027, published: true, title: '通知', address: null, off: [], work: [] },
};

describe('从哪一天起计法不同', () => {
	test.each<[string, Enactment[], Enactment, string | null]>([
		['什么都不改', [], { kind: 'year', year: shipped.years[0] as (typeof shipped.years)[number] }, null],
		['公布一年的放假通知：该年第一天', [], published, '2027-01-01'],
		['停工一天：当日', [], typhoon(null, '2026-09-01'), '2026-09-01'],
		['停工在周日：没有不同', [], typhoon(null, '2026-09-06'), null],
		['一地停工：当日', [], typhoon('330100', '2026-09-01'), '2026-09-01'],
		[
			'一地已有放假日，其区再停工一天：后一天',
			[typhoon('330100', '2026-09-01')],
			typhoon('330103', '2026-09-02', '停水'),
			'2026-09-02',
		],
		['口径：施行之日', [], readings('2026-08-01'), '2026-08-01'],
		['最早的口径也适用于以前', [], readings('2020-01-01'), '0001-01-01'],
		['在两个版本之间施行的口径：施行之日', [readings('2026-10-01')], readings('2026-08-01'), '2026-08-01'],
		['改写最早的版本：自始', [], readings('2025-08-01', { dueCutoff: '18:00' }), '0001-01-01'],
	])('%s', (_, past, enactment, day) => {
		const before = past.reduce(enact, shipped);
		expect(firstChange(counted(before), counted(enact(before, enactment)))).toBe(day);
	});
});
