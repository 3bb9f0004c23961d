import { expect, test } from 'vitest';
import { zhType } from '#analytics/cases/vocabulary.ts';
import { tryOut } from '#ingest/try-out.ts';
import { wire } from './house.ts';

const code = '330100-p1';
const none = { find: async () => null };

/** What the rows of a small file become: the act, the moment (Beijing time), the case; and the reasons of rejects. */
async function told(mapping: string | undefined, text: string) {
	const { rows, fault } = await tryOut({ code, mapping: { name: mapping }, rows: { text } }, { mappings: none });
	expect(fault).toBeNull();
	const events = rows.flatMap(row => row.events);
	return {
		events: events.map(({ type, occurredAt, dayOnly, subject }) => {
			const at = new Date(occurredAt + 8 * 3_600_000).toISOString();
			return [zhType(type), dayOnly ? at.slice(0, 10) : at.slice(0, 16), subject];
		}),
		data: events.map(event => event.data),
		rejects: rows.flatMap(row => row.rejects.map(reject => reject.code)),
	};
}

const at = (time: string) => Date.parse(`${time}+08:00`);

test('本系统约定的事件：原样入账', async () => {
	const { events, rejects } = await told(undefined, JSON.stringify([wire({ code }, 'e1')]));
	expect([events, rejects]).toEqual([[['收到申请', '2026-03-03T16:40', 'SQ-e1/1']], []]);
});

test('共享交换平台的申请状态：送达签收起算，分析、审核、实施中的状态不成事件，各终结状态各成一个事件', async () => {
	const states: [string, string, string, number | string][] = [
		['A1', '未申报', '', at('2026-03-01T09:00')],
		['A1', '申报审核', '', at('2026-03-01T10:00')],
		['A1', '分析待签收', '2', at('2026-03-02T09:00')],
		['A1', '待分析', '2', at('2026-03-02T10:00')],
		['A1', '分析中', '2', at('2026-03-02T11:00')],
		['A1', '数据共享审核中', '2', at('2026-03-04T11:00')],
		['A1', '审核通过', '2', '2026-03-06 15:30:00'],
		['A1', '实施待签收', '2', at('2026-03-07T09:00')],
		['A1', '数据推送失败', '2', at('2026-03-08T09:00')],
		['A1', '实施成果待确认', '2', at('2026-03-10T09:00')],
		['A1', '已完结', '2', at('2026-03-11T09:00')],
		['A1', '成效反馈', '2', at('2026-03-20T09:00')],
		['A2', '分析待签收', '1', at('2026-03-02T09:00')],
		['A2', '分析结论不可行', '1', at('2026-03-03T09:00')],
		['A3', '分析待签收', '9', at('2026-03-02T09:00')],
	];
	const rows = states.map(([id, state, share_type, state_time]) => ({
		...{ id, state, share_type, state_time, apply_id: `P-${id}`, provider_code: '11330100002489559B' },
		...{
			provider_name: '甲局',
			demander_code: '113301000024896012',
			demander_name: '乙局',
			reason_code: '2',
			reason: '数据不在本部门',
		},
	}));
	const { events, data, rejects } = await told('share-apply', JSON.stringify(rows));
	expect(events).toEqual([
		['收到申请', '2026-03-02T09:00', 'A1'],
		['作出答复', '2026-03-06T15:30', 'A1'],
		['提供数据', '2026-03-10T09:00', 'A1'],
		['验收确认', '2026-03-11T09:00', 'A1'],
		['应用成效', '2026-03-20T09:00', 'A1'],
		['收到申请', '2026-03-02T09:00', 'A2'],
		['作出答复', '2026-03-03T09:00', 'A2'],
	]);
	expect(data[0]).toMatchObject({ sharing: 'conditional', global_case: 'P-A1', counterparty: '113301000024896012' });
	expect(data[4]).toMatchObject({ department: '113301000024896012', department_name: '乙局' });
	expect(data[6]).toMatchObject({ outcome: 'refuse', reason_code: '2', reason: '数据不在本部门' });
	expect(rejects).toEqual(['unknown_value']);
});

test('X-Road 运行监测记录：提供方一侧按服务和日汇总，需求方一侧不重复计', async () => {
	const call = (securityServerType: string, messageId: string, succeeded: boolean) => ({
		...{ securityServerType, messageId, succeeded, requestInTs: at('2026-03-02T09:00') },
		...{ responseOutTs: at('2026-03-02T09:00') + 40, serviceMemberCode: '11330100002489559B', serviceCode: 'ren-kou' },
	});
	const rows = [call('Producer', 'm1', true), call('Client', 'm1', true), call('Producer', 'm2', false)];
	const { events, data, rejects } = await told('xroad', JSON.stringify(rows));
	expect(events.map(event => event.slice(0, 2))).toEqual([['服务运行日报', '2026-03-02']]);
	expect(data[0]).toMatchObject({ calls: 2, failures: 1, p50_ms: 40 });
	expect(rejects).toEqual([]);
});

test('一行一件、各环节日期各占一列的台账', async () => {
	const { events, rejects } = await told(
		'request-ledger',
		'申请单号,提供部门代码,提供部门,共享类型,收到日期,答复日期,结果,提供日期\nA1,11330100002489559B,甲局,有条件,2026-03-02,2026/3/9,同意,2026年3月20日\n',
	);
	expect(events).toEqual([
		['收到申请', '2026-03-02', 'A1'],
		['作出答复', '2026-03-09', 'A1'],
		['提供数据', '2026-03-20', 'A1'],
	]);
	expect(rejects).toEqual([]);
});

test('一行一个事件的流水：事件名称定类型，不认识的名称不成事件', async () => {
	const head = '事件编号,业务编号,事件,发生时间,记录时间,部门代码,共享类型,结果,说明,延期工作日';
	const { events, data, rejects } = await told(
		'event-log',
		[
			head,
			'1,A1,申请送达,2026-03-02 09:00,2026-03-02 09:01,11330100002489559B,有条件,,,',
			'2,A1,补正告知,2026-03-03 09:00,,11330100002489559B,,,清单；依据,',
			'3,A1,补正提交,2026-03-05 09:00,,11330100002489559B,,,,',
			'4,A1,延期批准,2026-03-06 09:00,,11330100002489559B,,,,5',
			'5,A1,答复,2026-03-09 09:00,,11330100002489559B,,部分同意,,',
			'6,A1,提供,2026-03-12 09:00,,11330100002489559B,,,,',
			'7,A1,内部流转,2026-03-12 09:00,,11330100002489559B,,,,',
			'8,A2,答复,2026-03-09,,11330100002489559B,,照准,,',
		].join('\n'),
	);
	expect(events.map(event => event[0])).toEqual([
		'收到申请',
		'一次性告知补正',
		'补正提交',
		'延期审批',
		'作出答复',
		'提供数据',
	]);
	expect(data[1]).toMatchObject({ missing_items: ['清单', '依据'] });
	expect(data[3]).toMatchObject({ granted: true, granted_wd: 5 });
	expect(rejects).toEqual(['unknown_value']);
});
