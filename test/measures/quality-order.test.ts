import { test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import type { IndicatorCode } from '#analytics/law/indicators.ts';
import { act, civil, hrss } from '#test/store/acts.ts';
import { sameInAnyOrder } from './any-order.ts';
import { asking } from './asking.ts';
import { assessed, check, corrected, daily, item, refreshed } from './quality-events.ts';

const asked = asking();
const indicators: IndicatorCode[] = ['Q1', 'Q2', 'Q3a', 'Q3b', 'Q4', 'Q5a', 'Q5b', 'Q6', 'Q7'];

/** Two items, and everything that can be told of them, some of it more than once on a day. */
const events: ShareEvent[] = [
	item('A', '2025-12-01', { update_cycle: '月' }),
	item('A', '2026-02-01', { update_cycle: '季', format: '' }),
	item('B', '2025-12-02', { update_cycle: '周' }),
	assessed('A', '2026-03-01 09:00', [check('0201', 7, 9), check('0401', 1, 3)]),
	assessed('A', '2026-03-01 10:00', [check('0201', 5, 9), check('0303', 1, 7), check('0601', 2, 3)]),
	assessed('B', '2026-03-02', [check('0201', 1, 9, { outcome: 'errored' })]),
	act('quality.assessed', null, '2026-03-03', { id: 'gone', catalogue: 'B', rule_set: 'X' }),
	...['2026-01-05', '2026-01-14', '2026-02-20'].map(day => refreshed('B', day)),
	refreshed('A', '2026-01-20', { due_date: '2026-01-10' }),
	refreshed('A', '2026-01-09', { due_date: '2026-01-10' }),
	...corrected('C1', '2026-03-02', '2026-03-05', 'yes', { field: '姓名' }),
	...corrected('C2', '2026-03-09', '2026-03-12', 'yes', { field: '姓名' }),
	act('correction.reopened', 'C2', '2026-03-20', { department: civil, counterparty: hrss }),
	daily('s', '2026-03-02', 4000, 40, { catalogue: 'A', availability_minutes: 1300 }),
	{ ...daily('s', '2026-03-02', 5000, 10, { catalogue: 'A', availability_minutes: 1400 }), id: 's again' },
];

test(
	'事件的先后和重复不改变任何数字、任何一行',
	() => sameInAnyOrder(asked, events, { from: '2026-01-01', to: '2026-03-31', as_of: '2026-04-10', indicators }, 12),
	240_000,
);
