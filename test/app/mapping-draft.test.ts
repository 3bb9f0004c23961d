import { expect, test } from 'vitest';
import {
	blank,
	columnIn,
	type DraftMapping,
	fieldOf,
	idOf,
	readingOf,
	readWritten,
	withAct,
	withCase,
	written,
} from '#app/mappings/draft.ts';
import { fieldChoices } from '#app/words/mappings.ts';
import eventLog from '#ingest/mappings/event-log.json';
import { readMapping } from '#ingest/mappings/mapping.ts';
import requestLedger from '#ingest/mappings/request-ledger.json';
import shareApply from '#ingest/mappings/share-apply.json';

test('表单写出的就是一份有效的映射', () => {
	const filled = withAct(withCase({ ...blank, name: 'a', describes: '甲' }, '申请号'), 0, {
		type: 'request.received',
		time: '受理日期',
		id: '',
		data: { sharing: fieldOf('类型', 'lookup:sharing'), counterparty: fieldOf('需求方', 'as_is') },
	});
	const mapping = readMapping({ ...filled, department: { column: '部门' }, version: 1 }, 'a');
	expect(mapping.events).toEqual([
		{
			type: 'request.received',
			time: '受理日期',
			id: '{申请号}-request-received',
			data: { sharing: { column: '类型', lookup: 'sharing' }, counterparty: '{需求方}' },
		},
	]);
});

test('编号由业务编号和环节得出，随其更改；手写的编号不动；流水（按某列的字判断）的编号加上时间', () => {
	const act = { type: 'request.replied', time: '答复日期', id: '' };
	const one = withAct(withCase(blank, '甲'), 0, act);
	expect(withCase(one, '乙').events[0]?.id).toBe('{乙}-request-replied');
	expect(withAct(one, 0, { ...act, id: '{流水号}' }).events[0]?.id).toBe('{甲}-request-replied');
	const own = { ...one, events: [{ ...act, id: '{流水号}' }] };
	expect(withCase(own, '乙').events[0]?.id).toBe('{流水号}');
	expect(idOf('{甲}', { ...act, when: { column: '事件', equals: '答复' } })).toBe('{甲}-request-replied-{答复日期}');
});

test.each([requestLedger, eventLog, shareApply])('随系统提供的映射经表单显示，内容不变：$name', shipped => {
	const draft = readWritten(JSON.stringify(shipped)) as DraftMapping;
	expect(JSON.parse(written(withCase(draft, columnIn(draft.case))))).toEqual(shipped);
	for (const act of draft.events) {
		for (const field of Object.values(act.data ?? {})) {
			const { column, how } = readingOf(field);
			if (how !== 'other') expect(fieldOf(column, how)).toEqual(field);
		}
	}
});

test('不完整的内容，表单不显示', () => {
	for (const text of ['', '{', '[]', '7', 'null', '{"events":[]}']) expect(readWritten(text)).toBeNull();
});

test('每项可选的内容都能读', () => {
	for (const { how } of fieldChoices) expect(readingOf(fieldOf('列', how as 'as_is'))).toEqual({ column: '列', how });
});
