import { test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import type { IndicatorCode } from '#analytics/law/indicators.ts';
import { act, civil, court, hrss, received } from '#test/store/acts.ts';
import { sameInAnyOrder } from './any-order.ts';
import { asking } from './asking.ts';
import { bodies, called, effect, found, inspected, provided, record, right, safeguard, status } from './usage.ts';

const asked = asking();
const indicators: IndicatorCode[] = [
	'A1',
	'A2',
	'A3',
	'A4',
	'A5',
	'A7a',
	'A7b',
	'A7c',
	'S1',
	'S2a',
	'S2b',
	'S3',
	'S4a',
	'S4b',
	'S5',
	'S6a',
	'S6b',
];

/** Everything that can be told of use and safeguards, some of it more than once on a day, taken back or put right. */
const events: ShareEvent[] = [
	...bodies,
	provided('2026-03-02'),
	provided('2026-03-02', 'S2', { method: 'file' }),
	provided('2026-03-03', 'S3', { counterparty: court }),
	right('terminated', '2026-06-01', { service_id: 'S2' }),
	provided('2026-06-02', 'S2', { method: 'file' }),
	called('2026-08-03', 40),
	called('2026-08-03', 50, { counterparty: court, service_id: 'S3' }),
	status('2026-08-10 09:00', 'in_use', { service_id: 'S2', id: 'told' }),
	status('2026-08-10 10:00', 'unused', { service_id: 'S2', corrects: 'told', id: 'put right' }),
	status('2026-08-12', 'in_use', { services: ['S1', 'S2'] }),
	effect('2026-08-20'),
	record('2026-09-15'),
	inspected('2026-09-20', 20, 4, { services: ['S2'] }),
	inspected('2026-09-21', 20, 5, { services: ['S2'] }),
	right('suspended', '2026-08-03'),
	right('resumed', '2026-08-10'),
	right('suspended', '2026-09-21', { service_id: 'S3', counterparty: court }),
	safeguard('2026-08-03 09:00', '等保', 'in_place'),
	safeguard('2026-08-03 10:00', '等保', 'lacking'),
	safeguard('2026-08-04', '制度', 'in_place'),
	found('2026-08-03', '40.1', 'confirmed', { subject: 'XS1' }),
	found('2026-08-05', '40.2'),
	act('security.discovered', 'AQ1', '2026-08-03 22:00', { department: civil, level: '较大', side: 'demander' }),
	act('security.reported', 'AQ1', '2026-08-04 01:59', { department: civil }),
	found('2026-08-20', '40.6', 'confirmed', { subject: 'AQ1' }),
	act('disposal.required', 'CZ1', '2026-08-03', { counterparty: court, service_id: 'S3', deadline: '2026-08-21' }),
	act('complaint.received', 'TS1', '2026-08-03', { department: civil }),
	act('complaint.closed', 'TS1', '2026-08-20', { department: civil, upheld: true }),
	received('A', '2026-08-03'),
	act('request.material_notice', 'A', '2026-08-04', { department: hrss, counterparty: civil, missing_items: ['依据'] }),
	act('use.status', null, '2026-08-30', { id: 'gone', department: court, service_id: 'S3', status: 'in_use' }),
	act('use.status', null, '2026-08-31', { department: court, retracts: 'gone' }),
];

test(
	'事件的先后和重复不改变应用、保障的任何数字、任何一行',
	() => sameInAnyOrder(asked, events, { from: '2026-07-01', to: '2026-09-30', as_of: '2026-10-10', indicators }, 8),
	240_000,
);
