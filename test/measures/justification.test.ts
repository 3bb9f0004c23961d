import { describe, expect, test } from 'vitest';
import { matters } from '#analytics/measures/matters.ts';
import { overview } from '#analytics/measures/overview.ts';
import { timeliness } from '#analytics/measures/timeliness.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask, position } = asking();

const refused = { outcome: 'refuse', reason_code: '2' };
const clock = 'reply.conditional';

/** 两行，6月15日到期；1行逾期1日答复，2行逾期2日答复；校核同日到期，逾期反馈。 */
const story = [
	registered(hrss, '市人力社保局'),
	registered(civil, '市民政局'),
	received('SQ1/1', '2026-06-01'),
	received('SQ1/2', '2026-06-01'),
	replied('SQ1/1', '2026-06-16', refused),
	replied('SQ1/2', '2026-06-17', refused),
	act('correction.received', 'JH1', '2026-06-01'),
	act('correction.fed_back', 'JH1', '2026-06-17', { result: 'corrected' }),
];

const decided = (subject: string, when: string, accepted: boolean, data: Record<string, unknown> = {}) =>
	act('justification.decided', subject, when, {
		department: authority,
		counterparty: hrss,
		clock,
		accepted,
		reason: '停机',
		...data,
	});

async function excusedOn(as_of: string, known = position()) {
	const rows = await ask(matters, { as_of, known, clocks: [clock] });
	return columns(rows, 'status', 'excused', 'excused_on', 'days_late');
}

describe('正当理由：件', () => {
	test('一件的各逾期行都有正当理由才算有；状态仍为逾期', async () => {
		await begin(story, [decided('SQ1/1', '2026-06-18', true)]);
		expect(await excusedOn('2026-06-30')).toEqual([['late', false, null, 2]]);
		await more([decided('SQ1/2', '2026-06-22', true)]);
		expect(await excusedOn('2026-06-30')).toEqual([['late', true, '2026-06-22', 2]]);
		expect(await excusedOn('2026-06-21')).toEqual([['late', false, null, 2]]);
	});

	test('按时的行不必认定；全案认定及于各行；此前所知的数字不变', async () => {
		await begin([
			...story.slice(0, 4),
			replied('SQ1/1', '2026-06-12', refused),
			replied('SQ1/2', '2026-06-17', refused),
		]);
		const before = position();
		await more([decided('SQ1', '2026-06-18', true)]);
		expect(await excusedOn('2026-06-30')).toEqual([['late', true, '2026-06-18', 2]]);
		expect(await excusedOn('2026-06-30', before)).toEqual([['late', false, null, 2]]);
		await more([decided('SQ1', '2026-06-23', false, { id: '改认定' })]);
		expect(await excusedOn('2026-06-30')).toEqual([['late', false, null, 2]]);
		await more([
			act('justification.decided', 'SQ1', '2026-06-24', { department: authority, id: '撤销', retracts: '改认定' }),
		]);
		expect(await excusedOn('2026-06-30')).toEqual([['late', true, '2026-06-18', 2]]);
	});

	test('认定与说明不改变任何事实上的数字', async () => {
		const figures = async () => {
			const args = { as_of: '2026-06-30', from: '2026-06-01', to: '2026-06-30' };
			const rows = await ask(matters, { as_of: '2026-06-30' });
			const told = rows.map(({ excused, excused_on, pleaded_on, ...row }) => row);
			return [told, await ask(overview, args), await ask(timeliness, args)];
		};
		await begin(story);
		const before = await figures();
		await more([
			act('justification.submitted', 'SQ1', '2026-06-18', { reason: '前置库未就绪' }),
			decided('SQ1', '2026-06-18', true),
			decided('JH1', '2026-06-18', true, { clock: undefined }),
		]);
		expect(await figures()).toEqual(before);
		const rows = await ask(matters, { as_of: '2026-06-30', sort: 'clock' });
		expect(columns(rows, 'clock', 'excused', 'pleaded_on')).toEqual([
			['correction', false, null],
			[clock, true, '2026-06-18'],
		]);
	});
});
