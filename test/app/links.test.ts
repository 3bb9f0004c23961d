import { expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { unitRows } from '#app/components/links.ts';

const period = { name: '2026', from: toDay('2026-01-01'), to: toDay('2026-12-31') } as never;
const ground = { given: { period: '2026' }, period, as_of: toDay('2026-11-22') };
const filters = { departments: ['A', 'B'], kinds: ['district'], regions: null, catalogues: ['户籍'] };

test.each([
	['全部机构的数字：清单带着页面的全部条件', null, 'department=A&department=B&kind=district&catalogue=户籍'],
	['一个机构的数字：清单只列该机构', 'A', 'department=A&kind=district&catalogue=户籍'],
])('%s', (_, department, narrowed) => {
	const said = new URLSearchParams(unitRows({ ...ground, filters }, 'A1', department, ['unused']).split('?')[1]);
	const wanted = new URLSearchParams(`period=2026&indicator=A1&outcome=unused&${narrowed}`);
	expect([...said].sort()).toEqual([...wanted].sort());
});

test('没有筛选条件的页面：只带区间、指标和机构', () => {
	expect(unitRows(ground, 'Q2', 'A')).toBe('/units?period=2026&indicator=Q2&department=A');
});
