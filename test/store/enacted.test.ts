import { beforeEach, describe, expect, test } from 'vitest';
import { enactmentOf } from '#analytics/cases/enactment.ts';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { toDay } from '#analytics/law/day.ts';
import { matters } from '#analytics/measures/matters.ts';
import { moves } from '#analytics/measures/moves.ts';
import type { Store } from '#analytics/store/store.ts';
import { act, received, replied } from './acts.ts';
import { bench, everyMatter } from './opened.ts';

const { tell, wipe, open } = bench();

/** A notice for 2027 that nobody has published: New Year with the Monday after it, Spring Festival of nine days. */
const year2027 = {
	year: 2027,
	published: true,
	title: '国务院办公厅关于2027年部分节假日安排的通知（样例）',
	address: null,
	off: [
		{ name: '元旦', from: '2027-01-01', to: '2027-01-03' },
		{ name: '春节', from: '2027-02-05', to: '2027-02-13' },
		{ name: '清明节', from: '2027-04-03', to: '2027-04-05' },
		{ name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
		{ name: '端午节', from: '2027-06-09', to: '2027-06-09' },
		{ name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
		{ name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
	],
	work: [
		{ name: '春节', date: '2027-02-20' },
		{ name: '元旦', date: '2027-01-09' },
	],
};

const typhoon = {
	code: 'typhoon-2026-09',
	name: '台风停工',
	region: '330100',
	document: '杭政办函〔2026〕8号',
	off: [{ name: '台风停工', from: '2026-09-01', to: '2026-09-02' }],
	work: [],
};

const adopted = (data: Record<string, unknown>, when = '2026-11-20') =>
	act(data.policy === undefined ? 'calendar.adopted' : 'policy.adopted', null, when, data);

let store: Store;
async function begin(...batches: ShareEvent[][]): Promise<void> {
	await wipe();
	store = await open();
	for (const batch of batches) {
		await tell(batch);
		await store.catchUp();
	}
}

async function dueDays(known = store.position(), on = '2026-11-21'): Promise<string[]> {
	const rows = await store.ask(matters, { ...everyMatter, as_of: toDay(on), known });
	return rows.map(row => `${row.case_id} ${row.due_on}${row.provisional ? ' 暂定' : ''} ${row.status}`).sort();
}

const log = (seq: number, known = store.position()) =>
	store.ask(moves, {
		...{ as_of: toDay('2026-11-21'), known, visible: null, seq },
		...{ earlier: null, departments: null, limit: 100, offset: 0 },
	});
const logged = async (seq: number) =>
	(await log(seq)).map(row => [row.case_id, row.clock, row.due_before, row.due_after, row.earlier, row.change]);

const stories = [
	received('A', '2026-11-02'),
	replied('A', '2026-11-13'),
	received('B', '2026-12-21', { sharing: 'conditional' }),
	act('request.received', 'C', '2027-01-29', { sharing: 'conditional' }),
	received('D', '2026-08-20'),
];

describe('放假通知公布', () => {
	beforeEach(() => begin(stories, [adopted({ year: year2027 })]));

	test('只有落在该年的暂定到期日改变，其余不动', async () => {
		const seq = store.position();
		expect(await dueDays(seq - 1, '2027-03-01')).toEqual([
			'A 2026-11-16 met',
			'A 2026-12-11 overdue',
			'B 2027-01-05 暂定 overdue',
			'C 2027-02-16 暂定 overdue',
			'D 2026-09-03 overdue',
		]);
		expect(await dueDays(seq, '2027-03-01')).toEqual([
			'A 2026-11-16 met',
			'A 2026-12-11 overdue',
			'B 2027-01-05 overdue',
			'C 2027-02-20 overdue',
			'D 2026-09-03 overdue',
		]);
	});

	test('改变逐件登记在案', async () => {
		expect(await logged(store.position())).toEqual([
			['B', 'reply.conditional', '2027-01-05', '2027-01-05', false, 'confirmed'],
			['C', 'reply.conditional', '2027-02-16', '2027-02-20', false, 'later'],
		]);
	});
});

describe('地方的放假日', () => {
	const here = received('H', '2026-08-20', { region: '330100' });
	const there = received('T', '2026-08-20', { region: '330200' });

	test('只对该地区的事项有效；县区属于其市', async () => {
		const inside = received('I', '2026-08-20', { region: '330103' });
		await begin([here, there, inside], [adopted({ overlay: typhoon })]);
		expect(await dueDays()).toEqual(['H 2026-09-07 overdue', 'I 2026-09-07 overdue', 'T 2026-09-03 overdue']);
	});

	test('登记之后才收到的事项同样适用；重建读模型结果相同', async () => {
		await begin([adopted({ overlay: typhoon })], [here]);
		expect(await dueDays()).toEqual(['H 2026-09-07 overdue']);
		const again = await open();
		await again.catchUp();
		expect(again.lawAt(again.position()).calendars.of('330103').key).toBe('330100');
		expect(again.lawAt(0).calendars.of('330103').key).toBe('');
	});

	test('同一批次里，登记之前与之后的事件各按其时', async () => {
		await begin([here, adopted({ overlay: typhoon }), there]);
		expect([await dueDays(1), await dueDays(2), (await dueDays(3)).length]).toEqual([
			['H 2026-09-03 overdue'],
			['H 2026-09-07 overdue'],
			2,
		]);
	});

	test('逾期天数按该地区的工作日计', async () => {
		await begin([received('H', '2026-08-18', { region: '330100' })], [adopted({ overlay: typhoon })]);
		const late = async (known: number) =>
			(await store.ask(matters, { ...everyMatter, as_of: toDay('2026-09-04'), known })).map(row => row.days_late);
		expect([await late(1), await late(2)]).toEqual([[3], [1]]);
	});

	test('停工以前早已到期、仍未办结的，逾期天数也按该地区的工作日计', async () => {
		await begin([received('H', '2026-08-03', { region: '330100' })], [adopted({ overlay: typhoon })]);
		const late = async (known: number) =>
			(await store.ask(matters, { ...everyMatter, as_of: toDay('2026-09-04'), known })).map(row => [
				row.due_on,
				row.days_late,
			]);
		expect([await late(1), await late(2)]).toEqual([[['2026-08-17', 14]], [['2026-08-17', 12]]]);
	});
});

describe('预告与登记一致', () => {
	const policy = { effective: '2026-08-01', document: '数督发〔2026〕3号', ground: '测试', dueCutoff: '18:00' };
	const nextDay = {
		effective: '2026-08-01',
		document: '数督发〔2026〕4号',
		ground: '测试',
		restDayReceipt: 'next_workday',
	};

	test.each([
		['2027年放假通知', { year: year2027 }],
		['台风停工', { overlay: { ...typhoon, region: null } }],
		['到期时刻', { policy }],
		['休息日收到', { policy: nextDay }],
	])('%s：预告的改变就是登记后的改变', async (_, data) => {
		await begin([
			...stories,
			received('W', '2026-08-22'),
			received('L', '2026-08-24'),
			replied('L', '2026-09-07 19:00'),
		]);
		const event = adopted(data);
		const enactment = enactmentOf(event);
		const foreseen = enactment === null ? [] : await store.foresee(enactment, toDay('2026-11-21'));
		await tell([event]);
		await store.catchUp();
		const rows = await log(store.position());
		expect(foreseen.length).toBeGreaterThan(0);
		expect(
			foreseen.map(({ case_id, clock, before, after, change }) => [
				...[case_id, clock, before?.due_on, after?.due_on, change],
				...[before?.due_end, after?.due_end, before?.status ?? null, after?.status ?? null],
			]),
		).toEqual(
			rows.map(row => [
				...[row.case_id, row.clock, row.due_before, row.due_after, row.change],
				...[row.due_end_before, row.due_end_after, row.status_before, row.status_after],
			]),
		);
	});

	test('到期时刻改为18时：到期日不变也是提前，19时办结的由按时变为逾期', async () => {
		await begin([received('L', '2026-08-24'), replied('L', '2026-09-07 19:00', { outcome: 'refuse' })]);
		const enactment = enactmentOf(adopted({ policy }));
		const [move] = enactment === null ? [] : await store.foresee(enactment, toDay('2026-11-21'));
		expect([move?.before?.due_on, move?.after?.due_on, move?.change]).toEqual(['2026-09-07', '2026-09-07', 'earlier']);
		expect([move?.before?.status, move?.after?.status]).toEqual(['met', 'late']);
	});

	test('只在期间改变状态的也预告：补正期限缩短，等待补正的变为补正逾期中止', async () => {
		const shorter = { ...policy, dueCutoff: undefined, lapseAfter: 2 };
		await begin([
			received('M', '2026-11-09'),
			act('request.material_notice', 'M', '2026-11-16', { missing_items: ['依据'] }),
		]);
		const enactment = enactmentOf(adopted({ policy: shorter }));
		const [move] = enactment === null ? [] : await store.foresee(enactment, toDay('2026-11-21'));
		expect([move?.before?.status, move?.after?.status]).toEqual(['paused', 'excluded']);
	});
});
