import { describe, expect, test } from 'vitest';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { adjustments } from '#analytics/measures/adjustments.ts';
import { act, authority } from '#test/store/acts.ts';
import { asking } from './asking.ts';
import { body, changed, takenBack } from './organisations.ts';

const { begin, ask, position } = asking();

const policy = { ...defaultPolicies[0], effective: '2026-03-10', document: '数发〔2026〕9号' };
const adopted = act('policy.adopted', null, '2026-03-01', { department: authority, policy });
const typhoon = act('calendar.adopted', null, '2026-09-01', {
	department: authority,
	overlay: {
		...{ code: 'typhoon', name: '台风停工', region: '330100', document: '杭政办函〔2026〕8号', work: [] },
		off: [{ name: '台风停工', from: '2026-08-31', to: '2026-09-01' }],
	},
});
const merger = changed('merge', '2026-05-01', ['甲'], [['乙']]);
const recognised = changed('recognise', '2026-05-02', ['旧码'], [['甲']]);

async function between(from: string, to: string, known = position()) {
	const rows = await ask(adjustments, { as_of: '2026-12-31', known, from, to });
	return rows.map(
		({ type, effective_on: on, codes }) => `${on} ${type}${codes === null ? '' : ` ${[...codes].sort()}`}`,
	);
}

describe('口径调整：两个区间之间生效的变动', () => {
	test.each([
		['2026-02-01', '2026-03-31', ['2026-03-10 policy.adopted']],
		['2026-03-10', '2026-04-30', []],
		['2026-03-11', '2026-04-30', []],
		['2026-02-01', '2026-03-09', []],
		['2026-04-01', '2026-05-31', ['2026-05-01 organisation.changed 乙,甲']],
		['2026-08-01', '2026-09-30', ['2026-08-31 calendar.adopted']],
		['2026-10-01', '2026-11-30', []],
	])('%s至%s', async (from, to, expected) => {
		await begin([body('甲'), body('乙'), adopted, merger, recognised, typhoon]);
		expect(await between(from, to)).toEqual(expected);
	});

	test('撤回的登记不是口径调整；此前所知仍然是', async () => {
		await begin([body('甲'), body('乙'), merger]);
		const before = position();
		await begin([body('甲'), body('乙'), merger, takenBack(merger, '2026-06-01')]);
		expect(await between('2026-04-01', '2026-05-31')).toEqual([]);
		expect(await between('2026-04-01', '2026-05-31', before)).toEqual(['2026-05-01 organisation.changed 乙,甲']);
	});
});
