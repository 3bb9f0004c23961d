import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { toDay } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { whatIf } from '#app/loaders/what-if.server.ts';
import { readSupposition } from '#app/policies/supposition.ts';
import { policyFields } from '#app/words/policies.ts';
import {
	calendar,
	extended,
	folded,
	notice,
	provided,
	received,
	rejected,
	replied,
	resubmitted,
} from '#test/cases/casebook.ts';

const [plain] = defaultPolicies as [Policy];

type Asking = { clock?: ClockName; run?: number; policies?: readonly Policy[]; query?: string };

/** The clock as it is and under other readings, as of a day. */
function supposing(asOf: string, events: readonly LedgerEvent[], asking: Asking = {}) {
	const { clock = 'reply.conditional', run = 1, policies = defaultPolicies, query = '' } = asking;
	const asked = readSupposition(new URLSearchParams(query), policies);
	expect(asked.message).toBeNull();
	const which = { line: '', clock, run, asOf: toDay(asOf) };
	const found = whatIf({ state: folded(events), policies, calendar }, which, asked.supposition);
	if (found === null) throw new Error('没有这次计时');
	return found;
}

/** What differs when one reading is changed alone, by the option's name. */
function changing(field: string, ...asked: Parameters<typeof supposing>) {
	return Object.fromEntries(
		supposing(...asked).fields.flatMap(each => (each.field === field ? [[each.value, each.differs]] : [])),
	);
}

describe('假如：同一计时，只改一项口径', () => {
	const opened = [received('2026-06-01'), notice('2026-06-05')];
	const back = [...opened, resubmitted('2026-06-12')];

	test('V20 六月五日告知、十二日补正：不中止15日、中止23日、重新计算29日到期', () => {
		expect(changing('materials', '2026-06-25', [...back, replied('2026-06-24')])).toEqual({
			不中止: [
				'有效到期日由2026年6月23日 24时变为2026年6月15日 24时（早5个工作日）',
				'逾期由1个工作日变为6个工作日',
				'中止计时由5个工作日变为0个工作日',
			],
			重新起算: [
				'由逾期办结变为按时办结',
				'有效到期日由2026年6月23日 24时变为2026年6月29日 24时（晚4个工作日）',
				'逾期由1个工作日变为无',
			],
		});
	});

	test('尚未答复：截至当日各是超期、在办', () => {
		const { actual, fields } = supposing('2026-06-16', back);
		const outcomes = fields.flatMap(each => (each.field === 'materials' ? [each.outcome?.status] : []));
		expect([actual.status, ...outcomes]).toEqual(['running', 'overdue', 'running']);
	});

	test('仍在等待补正：到期日未定，不比较早晚', () => {
		expect(changing('materials', '2026-06-08', opened).不中止).toEqual([
			'由中止计时变为在办',
			'有效到期日由待补正后确定变为2026年6月15日 24时',
		]);
	});

	test('补正逾期中止后再补正：按不中止没有第二次计时', () => {
		const again = [...opened, resubmitted('2026-07-01')];
		expect(changing('materials', '2026-07-02', again, { run: 2 })).toMatchObject({
			不中止: ['按此口径没有这一次计时'],
		});
	});

	test('到期时刻、休息日收到、无理由拒绝、事后同意的延期、验收异议：各说明不同之处', () => {
		const refused = replied('2026-06-15T18:00', { data: { outcome: 'refuse' } });
		expect(changing('dueCutoff', '2026-06-16', [received('2026-06-01'), refused])).toMatchObject({
			'17时30分': [
				'由按时办结变为逾期办结',
				'有效到期日由2026年6月15日 24时变为2026年6月15日 17:30',
				'逾期由无变为不足1个工作日',
				'按法定到期日逾期由无变为不足1个工作日',
			],
		});
		expect(changing('refusalWithoutReason', '2026-06-16', [received('2026-06-01'), refused])).toMatchObject({
			不是答复: ['由按时办结变为超期未办', '逾期由无变为1个工作日', '办结日由2026年6月15日变为无'],
		});
		expect(changing('restDayReceipt', '2026-10-21', [received('2026-10-03')])).toMatchObject({
			视为次一工作日收到: expect.arrayContaining(['由超期未办变为在办', '起算日由2026年10月3日变为2026年10月8日']),
		});
		const late = [received('2026-09-01'), extended('2026-09-18', 10)];
		expect(changing('extensionConsent', '2026-09-20', late)).toMatchObject({
			事后同意也有效: expect.arrayContaining(['由超期未办变为在办', '延期由0个工作日变为10个工作日']),
		});
		const delivered = [received('2026-06-01'), replied('2026-06-05'), provided('2026-06-30'), rejected('2026-07-03')];
		expect(changing('rejection', '2026-07-10', delivered, { clock: 'delivery' })).toMatchObject({
			不影响: ['由超期未办变为按时办结', '逾期由4个工作日变为无', '办结日由无变为2026年6月30日'],
		});
	});

	test('每一项口径都在列，或者是以工作日数计的、承诺的期限；没有差别的说与实际相同', () => {
		const { fields, actual } = supposing('2026-06-25', [received('2026-06-01'), replied('2026-06-12')]);
		const free = ['signOffWithin', 'lapseAfter', 'rejectionWithin', 'promised'];
		expect(new Set([...fields.map(({ field }) => field), ...free])).toEqual(new Set(policyFields));
		const same = fields.filter(({ differs }) => differs.length === 0);
		expect(same.length).toBeGreaterThan(10);
		for (const { outcome } of same) expect({ ...outcome, dueEnd: null }).toEqual({ ...actual, dueEnd: null });
	});
});

describe('假如：历次口径与自选口径', () => {
	const later: Policy = {
		...plain,
		effective: toDay('2026-07-01'),
		document: '数局〔2026〕9号',
		materials: 'RESTART',
		dueCutoff: '18:00',
	};
	const policies = [...defaultPolicies, later];
	const events = [received('2026-06-01'), notice('2026-06-05'), resubmitted('2026-06-12'), replied('2026-06-24')];

	test('按每一个登记过的版本各算一次，标明所依据的一个', () => {
		const { versions } = supposing('2026-06-25', events, { policies });
		expect(
			versions.map(({ effective, governs, outcome, differs }) => [effective, governs, outcome?.dueOn, differs.length]),
		).toEqual([
			['2025-08-01', true, '2026-06-23', 0],
			['2026-07-01', false, '2026-06-29', 3],
		]);
	});

	test('同时改几项，各用地址中的名称；与试算的名称相同', () => {
		const { asked } = supposing('2026-06-25', events, {
			query: 'materials=RESTART&due_cutoff=18:00&promised.reply.conditional=5',
		});
		expect(asked?.differs).toEqual([
			'由逾期办结变为按时办结',
			'有效到期日由2026年6月23日 24时变为2026年6月29日 18:00（晚4个工作日）',
			'逾期由1个工作日变为无',
			'承诺到期日由无变为2026年6月22日',
		]);
	});

	test('指定版本再改一项；什么也没有指定的没有假设', () => {
		const { asked } = supposing('2026-06-25', events, { policies, query: 'policy=2026-07-01&due_cutoff=none' });
		expect(asked?.outcome).toMatchObject({ dueOn: '2026-06-29', status: 'met' });
		expect(supposing('2026-06-25', events).asked).toBeNull();
	});

	test.each([
		['policy=2026-08-01', '没有自“2026-08-01”起施行的口径版本'],
		['materials=other', '“other”不正确'],
		['due_cutoff=25:00', '“25:00”不正确'],
		['promised.delivery=20', '承诺期限应短于法定期限'],
		['lapse_after=0', '“0”不正确'],
	])('%s：说明哪里不对，保留所填', (query, says) => {
		const asked = readSupposition(new URLSearchParams(query), policies);
		expect([asked.message?.includes(says), asked.supposition]).toEqual([true, null]);
		expect(new URLSearchParams(asked.given).toString()).toBe(new URLSearchParams(query).toString());
	});

	test('假设与实际同一规则：按所依据的版本、不改任何一项，处处相同', () => {
		for (const asOf of ['2026-06-02', '2026-06-10', '2026-06-16', '2026-06-25', '2026-07-20']) {
			const { actual, asked } = supposing(asOf, events, { query: 'policy=2025-08-01' });
			expect(asked).toEqual({ outcome: actual, differs: [] });
		}
	});
});
