import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { scoreFacts } from '#analytics/measures/scores.ts';
import { orders, verdicts } from '#analytics/measures/verdicts.ts';
import { act, authority, registered } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask, suppose } = asking();

const spring = { as_of: '2026-03-31', from: '2026-03-01', to: '2026-03-31' };
const own = (type: Parameters<typeof act>[0], when: string, id: string, data: object) =>
	act(type, null, when, { department: authority, counterparty: '甲', id, ...data });
const model = (id: string, when: string, data: object = {}) =>
	own('practice.recognised', when, id, {
		...{ title: '出生一件事', recognised_by: '国家数据局', document: '国数〔2026〕3号', issued: '2026-02-20', ...data },
	});
const ordered = (id: string, deadline: string | undefined, data: object = {}) =>
	own('enforcement.ordered', '2026-03-02', id, { document: `数责〔2026〕${id}号`, deadline, ...data });
const refusal = (id: string, when: string, order: string, data: object = {}) =>
	own('enforcement.refusal_decided', when, id, { order, refused: true, reason: '逾期未整改', ...data });

const tell = async (...acts: ShareEvent[]) => {
	await begin([registered('甲', '市甲局'), registered('乙', '市乙局')]);
	await more(acts, 1);
};
const standings = async (args: object = {}) =>
	columns((await ask(verdicts, { ...spring, ...args })).toReversed(), 'event_id', 'standing');

describe('典型案例与拒不改正的登记', () => {
	test.each<[string, ShareEvent[], [string, string][]]>([
		['有效', [model('甲1', '2026-03-05')], [['甲1', 'counts']]],
		[
			'更正后，原登记标明已更正',
			[model('甲1', '2026-03-05'), model('甲2', '2026-03-05', { corrects: '甲1', title: '新生儿一件事' })],
			[
				['甲1', 'corrected'],
				['甲2', 'counts'],
			],
		],
		[
			'撤回后不计',
			[model('甲1', '2026-03-05'), own('practice.recognised', '2026-03-09', '撤回', { retracts: '甲1' })],
			[['甲1', 'retracted']],
		],
		['没有责令改正', [refusal('认1', '2026-03-16', '数责〔2026〕1号')], [['认1', 'without_order']]],
		['期限届满', [ordered('1', '2026-03-10'), refusal('认1', '2026-03-16', '1')], [['认1', 'counts']]],
		['期限未满', [ordered('1', '2026-03-20'), refusal('认1', '2026-03-16', '1')], [['认1', 'without_order']]],
		[
			'其后认定不构成的，前一次为其取代',
			[
				ordered('1', '2026-03-10'),
				refusal('认1', '2026-03-16', '1'),
				refusal('认2', '2026-03-18', '1', { refused: false }),
			],
			[
				['认1', 'replaced'],
				['认2', 'denied'],
			],
		],
	])('效力：%s', async (_, acts, expected) => {
		await tell(...acts);
		expect(await standings()).toEqual(expected);
		const counted = await ask(scoreFacts, { ...spring, scheme: null });
		expect(counted.map(({ event_id }) => event_id)).toEqual(
			expected.flatMap(([id, standing]) => (standing === 'counts' ? [id] : [])),
		);
	});

	test('登记的内容、所依据的责令改正、撤回的理由都列明；部门只看到自己的；此前的日子没有', async () => {
		await tell(
			ordered('1', '2026-03-10'),
			refusal('认1', '2026-03-16', '1', { officer: 'li' }),
			model('甲1', '2026-03-05'),
			own('practice.recognised', '2026-03-09', '撤回', {
				retracts: '甲1',
				correction_reason: '文件不属推广',
				officer: 'li',
			}),
		);
		const rows = await ask(verdicts, spring);
		expect(columns(rows, 'fact', 'department_name', 'told_on', 'order_document', 'deadline_on', 'issued_on')).toEqual([
			['model_case', '市甲局', '2026-03-05', null, null, '2026-02-20'],
			['order_refused', '市甲局', '2026-03-16', '数责〔2026〕1号', '2026-03-10', null],
		]);
		expect(columns(rows, 'retracted_by', 'retraction_reason')[0]).toEqual(['li', '文件不属推广']);
		expect(await ask(verdicts, { ...spring, visible: ['乙'] })).toEqual([]);
		expect(await standings({ as_of: '2026-03-10' })).toEqual([['甲1', 'retracted']]);
	});

	test('责令改正的期限是否届满、是否核查通过', async () => {
		await tell(
			ordered('1', '2026-03-10'),
			ordered('2', '2026-03-31'),
			ordered('3', undefined),
			own('enforcement.verified', '2026-03-12', '核1', { order: '1', result: 'pass' }),
		);
		const rows = await ask(orders, spring);
		expect(columns(rows, 'event_id', 'deadline_on', 'over', 'passed')).toEqual([
			['2', '2026-03-31', false, false],
			['1', '2026-03-10', true, true],
			['3', null, true, false],
		]);
		expect(await ask(orders, { ...spring, visible: ['乙'] })).toEqual([]);
	});

	test('预览：与登记之后计入得分的一致，预览不改变任何得分；撤回的预览同样', async () => {
		const read = (asked: typeof ask) => asked(scoreFacts, { ...spring, scheme: null });
		await tell(ordered('1', '2026-03-10'));
		const before = await read(ask);
		const done = refusal('认1', '2026-03-16', '1');
		const supposed = await suppose(done, read);
		expect(await read(ask)).toEqual(before);
		expect(supposed).not.toEqual(before);
		await more([done], 1);
		expect(await read(ask)).toEqual(supposed);
		const back = own('enforcement.refusal_decided', '2026-03-20', '撤回', { retracts: '认1' });
		expect(await suppose(back, read)).toEqual(before);
	});
});
