import { describe, expect, test } from 'vitest';
import {
	AUTHORITY,
	act,
	dueOf,
	extended,
	judged,
	notice,
	notified,
	received,
	replied,
	resubmitted,
	runOf,
	spanOn,
	statusOn,
	under,
	withdrawn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;

describe('延期（第二十一条第一款，口径④）', () => {
	test('V19 自原到期日起续算', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-10', 10)]);
		expect([run.statutoryDueOn, dueOf(run), run.extended]).toEqual(['2026-09-15', '2026-09-29', 10]);
		expect(spanOn(run, '2026-09-09').dueOn).toBe('2026-09-15');
		expect(spanOn(run, '2026-09-10').dueOn).toBe('2026-09-29');
	});

	test('到期后才同意：不生效，记为问题', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-16T00:00', 10)]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-15', 0, ['extension_after_due']]);
	});

	test('倒签的同意：以平台记录时间为准', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-10', 10, { recorded: '2026-09-17' })]);
		expect([dueOf(run), run.defects]).toEqual(['2026-09-15', ['backdated', 'extension_after_due']]);
	});

	test('累计不超过10个工作日', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-08', 6), extended('2026-09-09', 6)]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-29', 10, ['extension_over_limit']]);
	});

	test('两个平台报同一次同意：只延长一次', () => {
		const run = runOf(conditional, [
			received('2026-09-01'),
			extended('2026-09-08', 5),
			extended('2026-09-08T15:00', 5, { source: 2 }),
		]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-21', 5, []]);
	});

	test('到期日落在补正的周六：当日两次同意均在届满前', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			notice('2026-06-15'),
			resubmitted('2026-06-27T09:00'),
			extended('2026-06-27T10:00', 2),
			extended('2026-06-27T11:00', 3),
		]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-07-03', 5, []]);
	});

	test('原到期日已过、延长期内才告知：中止不使原到期日复活', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			extended('2026-06-10', 5),
			notice('2026-06-20'),
			resubmitted('2026-06-22T09:00'),
			extended('2026-06-22T10:00', 2),
		]);
		expect([run.extended, run.defects]).toEqual([5, ['extension_after_due']]);
	});

	test('第二次同意须在原到期日前，不得在延长期内', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-08', 2), extended('2026-09-16', 2)]);
		expect([run.extended, run.defects]).toEqual([2, ['extension_after_due']]);
	});

	test('未告知需求部门：延期仍有效，记为问题', () => {
		const events = [received('2026-09-01'), extended('2026-09-10', 10), replied('2026-09-28')];
		const run = runOf(conditional, events);
		expect(statusOn(run, '2026-09-28')).toBe('met');
		expect(run.defects).toEqual(['extension_not_notified']);
		expect(runOf(conditional, [...events, act('request.extension_notified', '2026-09-11')]).defects).toEqual([]);
	});

	test('不同意延期：不变', () => {
		const data = { granted: false };
		const refused = act('request.extension_decided', '2026-09-10', { by: AUTHORITY, data });
		expect(dueOf(runOf(conditional, [received('2026-09-01'), refused]))).toBe('2026-09-15');
	});

	test('无条件共享也可延期', () => {
		const data = { sharing: 'unconditional' };
		const run = runOf('reply.unconditional', [received('2026-03-10', { data }), extended('2026-03-11', 3)]);
		expect(dueOf(run)).toBe('2026-03-16');
	});

	test('同意延期而未写天数：不延长，存疑', () => {
		const found = judged([
			received('2026-09-01'),
			act('request.extension_decided', '2026-09-10', { data: { granted: true } }),
		]);
		expect(found.runs[0]?.extended).toBe(0);
		expect(found.doubts.map(({ code }) => code)).toEqual(['extension_without_days']);
	});
});

describe('事后同意（口径④，延期同意可补救）', () => {
	const anyTime = under({ extensionConsent: 'any_time' });
	const asked = received('2026-09-01');

	test('到期后同意：自原到期日起续算，同意之前已逾期，问题仍记', () => {
		const run = runOf(conditional, [asked, extended('2026-09-18', 10)], anyTime);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-29', 10, ['extension_after_due']]);
		expect(['2026-09-15', '2026-09-17', '2026-09-18', '2026-09-30'].map(day => statusOn(run, day))).toEqual([
			'running',
			'overdue',
			'running',
			'overdue',
		]);
	});

	test('到期后同意的天数不足以补到同意之日：仍逾期', () => {
		const run = runOf(conditional, [asked, extended('2026-09-21', 2)], anyTime);
		expect([dueOf(run), statusOn(run, '2026-09-21')]).toEqual(['2026-09-17', 'overdue']);
	});

	test('累计仍不超过10个工作日', () => {
		const run = runOf(conditional, [asked, extended('2026-09-10', 6), extended('2026-09-24', 6)], anyTime);
		expect([dueOf(run), run.extended, run.defects]).toEqual([
			'2026-09-29',
			10,
			['extension_after_due', 'extension_over_limit'],
		]);
	});

	test('办结之后才同意的，没有效力', () => {
		const run = runOf(conditional, [asked, replied('2026-09-17'), extended('2026-09-18', 10)], anyTime);
		expect([statusOn(run, '2026-09-18'), run.extended, run.defects]).toEqual(['late', 0, []]);
	});

	test('目录更新同样（第十七条第二款）', () => {
		const events = [
			act('catalogue.triggered', '2026-05-06'),
			act('catalogue.extended', '2026-05-21', { by: AUTHORITY, data: { granted_wd: 8 } }),
		];
		const run = runOf('catalogue.update', events, anyTime);
		expect([dueOf(run), run.extended, run.defects]).toEqual([
			'2026-05-26',
			5,
			['extension_after_due', 'extension_over_limit'],
		]);
	});
});

describe('未告知的延期（第二十一条第一款“并告知政务数据需求部门”）', () => {
	const required = under({ extensionNotice: 'required' });
	const cured = under({ extensionNotice: 'required', extensionConsent: 'any_time' });
	const asked = received('2026-09-01');
	const consent = extended('2026-09-10', 10);

	test.each([
		['告知在后：自告知之日生效', required, [consent, notified('2026-09-11')], '2026-09-29', '2026-09-11', []],
		['告知在先：自同意之日生效', required, [notified('2026-09-09'), consent], '2026-09-29', '2026-09-10', []],
		['同日告知', required, [consent, notified('2026-09-10T16:00')], '2026-09-29', '2026-09-10', []],
		['从未告知：不生效', required, [consent], '2026-09-15', null, ['extension_not_notified']],
		[
			'到期后才告知：不生效',
			required,
			[consent, notified('2026-09-16T00:00')],
			'2026-09-15',
			null,
			['extension_not_notified'],
		],
		['到期后才告知，可补救：自告知之日生效', cured, [consent, notified('2026-09-18')], '2026-09-29', '2026-09-18', []],
		[
			'到期后才同意、才告知，可补救',
			cured,
			[extended('2026-09-17', 10), notified('2026-09-18')],
			'2026-09-29',
			'2026-09-18',
			['extension_after_due'],
		],
		['可补救而从未告知：不生效', cured, [consent], '2026-09-15', null, ['extension_not_notified']],
		[
			'办结之后才告知：不生效',
			cured,
			[consent, replied('2026-09-16'), notified('2026-09-17')],
			'2026-09-15',
			null,
			['extension_not_notified'],
		],
		[
			'一次告知及于前后两次同意',
			required,
			[extended('2026-09-07', 3), notified('2026-09-08'), extended('2026-09-09', 4)],
			'2026-09-23',
			'2026-09-09',
			[],
		],
	] as const)('%s', (_, policies, events, due, from, defects) => {
		const run = runOf(conditional, [asked, ...events], policies);
		expect([dueOf(run), run.defects]).toEqual([due, defects]);
		const last = run.spans.findLast(span => span.phase === 'open');
		if (from !== null) expect([last?.from, last?.dueOn]).toEqual([from, due]);
	});

	test('期限中止时告知：尚未届满，为有效', () => {
		const events = [
			asked,
			extended('2026-09-09', 2),
			notice('2026-09-15'),
			notified('2026-09-16'),
			resubmitted('2026-09-17'),
		];
		const run = runOf(conditional, events, required);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-20', 2, []]);
	});

	test('目录更新的延期没有告知的规定', () => {
		const events = [
			act('catalogue.triggered', '2026-05-06'),
			act('catalogue.extended', '2026-05-15', { by: AUTHORITY, data: { granted_wd: 5 } }),
		];
		expect(dueOf(runOf('catalogue.update', events, required))).toBe('2026-05-26');
	});

	test('前一次计时的告知不及于再次收到后的延期', () => {
		const again = [withdrawn('2026-09-14'), received('2026-09-15', { id: 'R2' }), extended('2026-09-16', 5)];
		const { runs } = judged([asked, consent, notified('2026-09-11'), ...again], required);
		expect(runs.map(run => [run.extended, run.defects])).toEqual([
			[10, []],
			[0, ['extension_not_notified']],
		]);
	});
});
