import { expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { feedFindings, feedQuality } from '#analytics/measures/feed.ts';
import { act, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask } = asking();

const week = { as_of: '2026-03-31', from: '2026-03-01', to: '2026-03-31' };
const told = async (...events: ShareEvent[]) => {
	await begin([registered(hrss, '市人力社保局')]);
	await more(events, 2);
	return columns(await ask(feedFindings, week), 'kind', 'case_id', 'minutes');
};

test.each<[string, ShareEvent[], unknown[][]]>([
	['依次报来，没有问题', [received('A', '2026-03-02'), replied('A', '2026-03-05')], []],
	['记录早于办理', [received('A', '2026-03-02 09:00', { recorded: '2026-03-02 08:50' })], [['before_act', 'A', 10]]],
	['相差五分钟以内，不算', [received('A', '2026-03-02 09:00', { recorded: '2026-03-02 08:55' })], []],
	[
		'补录：迟于办理72小时以上',
		[received('A', '2026-03-02 09:00', { recorded: '2026-03-05 09:01' })],
		[['recorded_late', 'A', 72 * 60 + 1]],
	],
	['恰满72小时，不算', [received('A', '2026-03-02 09:00', { recorded: '2026-03-05 09:00' })], []],
	[
		'只写日期的，自当日24时起算',
		[{ ...received('A', '2026-03-02 00:00', { recorded: '2026-03-06 00:00' }), dayOnly: true }],
		[],
	],
	['没有收到而答复', [replied('B', '2026-03-05')], [['no_receipt', 'B', null]]],
	[
		'没有答复而提供',
		[received('C', '2026-03-02'), act('delivery.provided', 'C', '2026-03-09', { method: 'api' })],
		[['no_reply', 'C', null]],
	],
	[
		'自报4个工作日，3月2日至5日核算为3个',
		[received('A', '2026-03-02'), replied('A', '2026-03-05', { took_wd: 4 })],
		[['took_differs', 'A', null]],
	],
	['自报与核算相符', [received('A', '2026-03-02'), replied('A', '2026-03-05', { took_wd: 3, took_hours: 72.5 })], []],
	[
		'自报小时数相差1小时以上',
		[received('A', '2026-03-02 09:00'), replied('A', '2026-03-05 09:00', { took_hours: 70.9 })],
		[['took_differs', 'A', null]],
	],
	[
		'跨周末只计工作日；不是数字的不核对',
		[
			...[received('A', '2026-03-06'), replied('A', '2026-03-09', { took_wd: 1 })],
			...[received('B', '2026-03-06'), replied('B', '2026-03-09', { took_wd: '很快' })],
		],
		[],
	],
	['没有起算的不核对', [received('A', '2026-03-02', { took_wd: 9 })], []],
])('%s', async (_, events, findings) => expect(await told(...events)).toEqual(findings));

test('按平台统计，与清单件数相同，分母为其写入的事件；区间以外的不计', async () => {
	await told(
		replied('B', '2026-03-05'),
		replied('D', '2026-03-06'),
		received('A', '2026-03-02'),
		replied('E', '2026-04-02'),
	);
	const rows = await ask(feedQuality, week);
	expect(columns(rows, 'source_id', 'kind', 'found', 'events', 'share')).toEqual([[2, 'no_receipt', 2, 3, 2 / 3]]);
	expect((await ask(feedFindings, { ...week, kinds: ['no_receipt'], source_id: 2 })).length).toBe(2);
	expect(await ask(feedFindings, { ...week, source_id: 3 })).toEqual([]);
});

test('自报用时不符的列明自报和核算各是多少', async () => {
	await told(received('A', '2026-03-02'), replied('A', '2026-03-10', { took_wd: 2, took_hours: 1 }));
	const rows = await ask(feedFindings, week);
	expect(columns(rows, 'kind', 'unit', 'stated', 'counted').toSorted()).toEqual([
		['took_differs', 'hours', 1, 192],
		['took_differs', 'wd', 2, 6],
	]);
});
