import { expect, test } from 'vitest';
import { toFact } from '#analytics/cases/fact.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { startReason } from '#app/words/slip.ts';
import { act, calendar, received, under } from '#test/cases/casebook.ts';

const [default_ = raise()] = under({});
const reply = 'reply.conditional' as const;
const signed = received('2026-06-01', { data: { signed_at: '2026-06-04T09:00:00+08:00' } });
const saturday = act('correction.received', '2026-06-06');

test.each<[string, ClockName, Partial<Policy>, typeof signed, string]>([
	['缺省：到达即为收到', reply, {}, signed, '是否签收不影响起算'],
	['签收为收到', reply, { receiptBasis: 'sign_off' }, signed, '以2026年6月4日9时签收为收到，自2026年6月4日起算'],
	[
		'签收为收到，到达时已签收',
		reply,
		{ receiptBasis: 'sign_off_capped' },
		received('2026-06-01', { data: { signed_at: '2026-06-01' } }),
		'按现行口径，以到达提供部门之时为收到',
	],
	['校核申请在休息日收到', 'correction', { restDayReceipt: 'next_workday' }, saturday, '自2026年6月8日起算'],
	[
		'提供自同意答复之日起',
		'delivery',
		{ restDayReceipt: 'next_workday' },
		act('request.replied', '2026-06-06', { data: { outcome: 'agree' } }),
		'以提供部门作出同意共享的答复之日为准',
	],
])('计时说明的起算理由随口径而定：%s', (_, clock, deviation, event, words) => {
	const reason = startReason(clock, toFact(event), { ...default_, ...deviation }, calendar);
	expect(reason.text).toContain(words);
});

function raise(): never {
	throw new Error('没有缺省口径');
}
