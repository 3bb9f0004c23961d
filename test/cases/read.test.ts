import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { canonical, readEvent, sourceCode, toCloudEvent } from '#analytics/cases/read.ts';
import { eventTypes, isOwn, schemas, toEventType, zhType } from '#analytics/cases/vocabulary.ts';

const reply = {
	specversion: '1.0',
	id: 'SJ-2026-000123-07',
	source: '/platforms/330100-hrss',
	type: 'request.replied',
	time: '2026-03-03T16:40:00+08:00',
	recordedtime: '2026-03-03T16:40:12+08:00',
	subject: 'SQ20260211-0042/1',
	datacontenttype: 'application/json',
	dataschema: 'urn:shudu:event:1',
	data: {
		department: '11330100002489559B',
		department_name: '市人力社保局',
		counterparty: '113301000024896012',
		region: '330100',
		catalogue: '330100/hrss/insured-persons',
		outcome: 'refuse',
		reason_code: '1',
		reason: '法律法规不允许提供',
	},
};

function accepted(raw: unknown): ShareEvent {
	const read = readEvent(raw);
	if (!read.ok) throw new Error(`${read.code}: ${read.message}`);
	return read.event;
}

function refused(raw: unknown) {
	const read = readEvent(raw);
	if (read.ok) throw new Error('应予拒收');
	return read;
}

describe('收件：CloudEvents 1.0', () => {
	test('约定中的样例', () => {
		expect(accepted(reply)).toEqual({
			id: 'SJ-2026-000123-07',
			type: 'request.replied',
			occurredAt: Date.parse('2026-03-03T08:40:00Z'),
			dayOnly: false,
			recordedAt: Date.parse('2026-03-03T08:40:12Z'),
			subject: 'SQ20260211-0042/1',
			data: reply.data,
		});
		expect(sourceCode(reply)).toBe('330100-hrss');
	});

	test('未写 recordedtime：以 time 为准；只有日期的纸质办件记为整日', () => {
		const { recordedtime, ...paper } = { ...reply, time: '2026-03-03' };
		expect(accepted(paper)).toMatchObject({
			dayOnly: true,
			occurredAt: Date.parse('2026-03-02T16:00:00Z'),
			recordedAt: Date.parse('2026-03-02T16:00:00Z'),
		});
	});

	test('第二十一条第二款：不同意而未说明理由的答复照收，由计时标为问题', () => {
		expect(accepted({ ...reply, data: { department: '市局', outcome: 'refuse' } }).data.outcome).toBe('refuse');
	});

	test('未约定的字段予以保留；撤销事件无须重复原事件的字段', () => {
		expect(accepted({ ...reply, data: { ...reply.data, 备注: { a: [1] } } }).data.备注).toEqual({ a: [1] });
		expect(accepted({ ...reply, data: { department: 'D', retracts: 'X-1' } }).data.retracts).toBe('X-1');
	});

	const without = (field: string) => Object.fromEntries(Object.entries(reply).filter(([key]) => key !== field));
	const received = { ...reply, type: 'request.received', data: { department: 'D', sharing: 'conditional' } };
	test.each([
		['不是对象', [reply], 'wrong_shape', '数组'],
		['空值', null, 'wrong_shape', '空值'],
		['缺 id', without('id'), 'missing_field', 'id'],
		['缺 source', without('source'), 'missing_field', 'source'],
		['缺 specversion', without('specversion'), 'missing_field', 'specversion'],
		['缺 time', without('time'), 'missing_field', 'time'],
		['缺 data', without('data'), 'missing_field', 'data'],
		['data 是文本', { ...reply, data: '{}' }, 'wrong_type', 'data'],
		['id 是数字', { ...reply, id: 7 }, 'wrong_type', 'id'],
		['time 是毫秒数', { ...reply, time: 1772527200000 }, 'wrong_type', 'time'],
		['其他版本', { ...reply, specversion: '0.3' }, 'wrong_shape', '0.3'],
		['未知类型', { ...reply, type: 'request.answered' }, 'unknown_type', 'request.answered'],
		['原型上的名字不是类型', { ...reply, type: 'toString' }, 'unknown_type', 'toString'],
		['数据需求不是共享申请（口径⑩）', { ...reply, type: 'demand.submitted' }, 'unknown_type', 'demand.submitted'],
		['没有偏移', { ...reply, time: '2026-03-03T16:40:00' }, 'time_without_offset', '2026-03-03T16:40:00'],
		['记录时间没有偏移', { ...reply, recordedtime: '2026-03-03T16:40:00' }, 'time_without_offset', 'recordedtime'],
		['不存在的日期', { ...reply, time: '2026-02-30' }, 'bad_time', '2026-02-30'],
		['不存在的日期，带时刻', { ...reply, time: '2026-02-30T10:00:00+08:00' }, 'bad_time', '2026-02-30'],
		['不存在的时刻', { ...reply, time: '2026-03-03T24:10:00+08:00' }, 'bad_time', '24:10'],
		['不存在的偏移', { ...reply, time: '2026-03-03T10:00:00+25:00' }, 'bad_time', '+25:00'],
		['早于2000年', { ...reply, time: '1999-12-31T23:59:59+08:00' }, 'bad_time', '1999'],
		['晚于2099年', { ...reply, time: '2100-01-01' }, 'bad_time', '2100'],
		['斜线日期', { ...reply, time: '2026/3/3 16:40' }, 'bad_time', '2026/3/3'],
		['没有办件编号', without('subject'), 'subject_missing', 'SQ20260211-0042/1'],
		['办件编号只有斜线', { ...reply, subject: '/' }, 'subject_missing', '"/"'],
		['办件编号为空', { ...reply, subject: '  ' }, 'subject_missing', 'subject'],
		['没有部门', { ...reply, data: { outcome: 'agree' } }, 'bad_data', 'data.department'],
		[
			'“原则同意，另行研究”不是决定',
			{ ...reply, data: { department: 'D', outcome: '原则同意' } },
			'bad_data',
			'原则同意',
		],
		['没有共享属性，无从确定时限', { ...received, data: { department: 'D' } }, 'bad_data', 'data.sharing'],
		['准予延期而无天数', { ...reply, type: 'catalogue.extended', data: { department: 'D' } }, 'bad_data', 'granted_wd'],
		['NUL 字符', { ...reply, id: 'a\0b' }, 'wrong_shape', 'id'],
		['孤立代理项', { ...reply, data: { ...reply.data, reason: '\ud800' } }, 'bad_data', 'data.reason'],
		['过长的编号', { ...reply, id: 'x'.repeat(257) }, 'wrong_shape', '257'],
		[
			'不可计数的日期',
			{ ...received, type: 'catalogue.triggered', data: { department: 'D', trigger_date: '0202-01-01' } },
			'bad_data',
			'trigger_date',
		],
	])('%s：拒收', (_, raw, code, named) => {
		const { code: found, message } = refused(raw);
		expect(found).toBe(code);
		expect(message).toContain(named);
	});

	test('嵌套过深：拒收而不中断', () => {
		const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
		expect(refused({ ...reply, data: { ...reply.data, deep } }).code).toBe('bad_data');
		expect(refused({ ...reply, id: deep }).code).toBe('wrong_type');
		expect(refused(deep).code).toBe('wrong_shape');
	});

	test('任何 JSON 值都有答复，不抛错', () => {
		fc.assert(
			fc.property(fc.jsonValue(), raw => typeof readEvent(raw).ok === 'boolean'),
			{ numRuns: 500 },
		);
		const mangled = fc.record({ field: fc.constantFrom(...Object.keys(reply)), value: fc.jsonValue() });
		fc.assert(
			fc.property(mangled, ({ field, value }) => typeof readEvent({ ...reply, [field]: value }).ok === 'boolean'),
			{ numRuns: 2000 },
		);
	});
});

describe('送出', () => {
	test.each([
		['带时刻', reply],
		['带毫秒', { ...reply, time: '2026-03-03T08:40:00.25Z' }],
		['只有日期', { ...reply, time: '2026-03-03', recordedtime: null }],
		['只有日期，另有记录时间', { ...reply, time: '2026-03-03', recordedtime: '2026-03-05T09:00:00+08:00' }],
		[
			'不属于事项',
			{ ...reply, type: 'platform.heartbeat', subject: null, data: { department: 'D', date: '2026-03-03' } },
		],
	])('%s：读出再写，写出再读，不变', (_, raw) => {
		const event = accepted(raw);
		const again = toCloudEvent(event, '330100-hrss');
		expect(accepted(JSON.parse(JSON.stringify(again)))).toEqual(event);
		expect(sourceCode(again)).toBe('330100-hrss');
	});

	test('内容相同则规范串相同，与键序无关；内容不同则不同', () => {
		const shuffled = Object.fromEntries(Object.entries(reply.data).reverse());
		const one = canonical(accepted(reply));
		expect(canonical(accepted({ ...reply, data: shuffled }))).toBe(one);
		expect(canonical(accepted({ ...reply, time: '2026-03-03T08:40:00Z' }))).toBe(one);
		expect(canonical(accepted({ ...reply, data: { ...reply.data, reason: '别的理由' } }))).not.toBe(one);
	});
});

describe('词汇表', () => {
	test('每个类型都有中文名称与 JSON Schema', () => {
		const document = JSON.parse(JSON.stringify(schemas()));
		expect(document.oneOf).toHaveLength(eventTypes.filter(type => !isOwn(type)).length);
		expect(document.properties.type.enum).toContain('request.replied');
		expect(eventTypes.every(type => zhType(type).length >= 2)).toBe(true);
		expect(zhType('request.replied')).toBe('作出答复');
		expect(toEventType('request.replied')).toBe('request.replied');
		expect(toEventType('constructor')).toBeNull();
	});
});
