import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { policySchema } from '#analytics/cases/enactment.ts';
import { clockNames, clocks } from '#analytics/law/clocks.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { readings } from '#app/loaders/readings.server.ts';
import { readPolicyFields, writePolicyFields } from '#app/policies/fields.ts';
import { fieldWords, parameterOf, policyFields, promisable, sayField } from '#app/words/policies.ts';

const [shipped] = defaultPolicies as [Policy];
const schema = z.toJSONSchema(policySchema, { io: 'input' }) as {
	properties: Record<string, { enum?: string[]; minimum?: number; maximum?: number }>;
};

describe('口径的用语', () => {
	test('每一个字段都有用语，不多不少', () => {
		const fields = Object.keys(shipped).filter(name => !['effective', 'document', 'ground'].includes(name));
		expect([...policyFields].sort()).toEqual(fields.sort());
	});

	test.each(policyFields)('%s：名称、问题、条文、依据俱全，选项与事件格式一致，均为中文', field => {
		const entry = fieldWords(field);
		for (const words of [entry.name, entry.question, entry.ground]) expect(words).toMatch(/\p{Script=Han}/u);
		expect(entry.question).toMatch(/？$/);
		expect(entry.article).toMatch(/^(?:第.+条|各项期限)/);
		const { enum: values, minimum, maximum } = schema.properties[field] ?? {};
		if (entry.kind === 'choice') {
			expect(Object.keys(entry.options).sort()).toEqual([...(values ?? [])].sort());
			for (const option of Object.values(entry.options)) {
				expect(option.name).toMatch(/^\P{ASCII}+$/u);
				expect(option.meaning).toMatch(/\p{Script=Han}/u);
			}
		}
		if (entry.kind === 'days') expect([entry.least, entry.most]).toEqual([minimum, maximum]);
		expect(sayField(field, shipped).name).not.toBe('未定义');
	});

	test('编号①至⑰中可以选择的都在，其余在读法全文中', () => {
		const open = policyFields.map(field => fieldWords(field).number);
		for (const number of '①②③④⑥⑧⑫⑭⑮⑯⑰') expect(open).toContain(number);
		for (const number of '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰') {
			expect(readings.some(({ title }) => title.startsWith(`口径${number}`))).toBe(true);
		}
	});

	test('读法全文每条有日期、内容和依据', () => {
		for (const { title, day, says, basis } of readings) {
			expect([title, day, says !== '', basis !== '']).toEqual([title, expect.stringMatching(/^20\d\d-/), true, true]);
		}
	});

	test('可以承诺更短期限的，是期限多于一个工作日的法定时限', () => {
		const expected = clockNames.filter(clock => clocks[clock].statutory && (clocks[clock].workdays ?? 0) > 1);
		expect(promisable.map(({ clock }) => clock)).toEqual(expected);
	});

	test.each([
		[{ dueCutoff: '17:30' }, 'dueCutoff', '17时30分'],
		[{ dueCutoff: '18:00' }, 'dueCutoff', '18时'],
		[{ dueCutoff: null }, 'dueCutoff', '24时'],
		[{ lapseAfter: 15 }, 'lapseAfter', '15个工作日'],
		[{ promised: { delivery: 15 } }, 'promised', '共享数据提供15个工作日'],
		[{ promised: {} }, 'promised', '没有承诺'],
	] as const)('%j 写作：%s %s', (altered, field, name) => {
		expect(sayField(field, { ...shipped, ...altered } as Policy).name).toBe(name);
	});
});

describe('口径字段的填写', () => {
	const read = (given: Record<string, string>) => readPolicyFields(name => given[name] ?? null);

	test('写出来的读回去，一字不差', () => {
		const policy: Policy = {
			...shipped,
			...{ receiptCutoff: '17:30', dueCutoff: '18:00', materials: 'RESTART', lapseAfter: 15 },
			promised: { delivery: 15, 'reply.conditional': 5 },
		};
		const { given, problems } = read(writePolicyFields(policy));
		expect(problems).toEqual([]);
		expect({ ...policy, ...given }).toEqual(policy);
		expect(Object.keys(given).sort()).toEqual([...policyFields].sort());
	});

	test.each([
		['due_cutoff', '17：30', { dueCutoff: '17:30' }],
		['due_cutoff', '9:00', { dueCutoff: '09:00' }],
		['due_cutoff', '', { dueCutoff: null }],
		['receipt_cutoff', 'none', { receiptCutoff: null }],
		['materials', ' NONE ', { materials: 'NONE' }],
		['promised.delivery', '', { promised: {} }],
	])('%s=“%s”读作 %j', (name, text, expected) => {
		expect(read({ [name]: text })).toEqual({ given: expected, problems: [] });
	});

	test.each([
		['due_cutoff', '24:00', '请留空'],
		['due_cutoff', '00:00', '请留空'],
		['due_cutoff', '25:10', '应为 00:01 至 23:59 的时刻'],
		['due_cutoff', '下班', '应为 00:01 至 23:59 的时刻'],
		['materials', 'PAUSE', 'SUSPEND（中止）'],
		['materials', 'constructor', '告知补正“constructor”不正确'],
		['materials', '', '可用：'],
		['lapse_after', '0', '应为1至60的整数'],
		['lapse_after', '', '应为1至60的整数'],
		['lapse_after', '1.5', '应为1至60的整数'],
		['promised.delivery', '20', '承诺期限应短于法定期限'],
		['promised.reply.conditional', '-1', '应为1至9的整数'],
	])('%s=“%s”不接受：%s', (name, text, says) => {
		const { given, problems } = read({ [name]: text });
		expect(problems).toEqual([{ name, message: expect.stringContaining(says) }]);
		expect(given).not.toHaveProperty(name);
	});

	test('字段在地址中的名称不与其他条件重复', () => {
		const names = policyFields.map(parameterOf);
		expect(new Set(names).size).toBe(names.length);
		for (const name of ['line', 'clock', 'run', 'period', 'as_of', 'known', 'from', 'extended', 'days', 'policy']) {
			expect(names).not.toContain(name);
		}
	});
});
