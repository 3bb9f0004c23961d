import { beforeAll, describe, expect, test } from 'vitest';
import { readEvent } from '#analytics/cases/read.ts';
import { toDay } from '#analytics/law/day.ts';
import type { Store } from '#analytics/store/store.ts';
import { readChange, readEffective } from '#app/organisations/draft.ts';
import { fieldsOf, type Given, readGiven } from '#app/organisations/given.ts';
import { readRegister } from '#app/organisations/register.ts';
import { changeSentence, type ToldChange } from '#app/words/changes.ts';
import { body, changed, request } from '#test/measures/organisations.ts';
import { bench } from '#test/store/opened.ts';

const { open, tell } = bench();
const today = toDay('2026-03-20');
let store: Store;

/** Bureaus of 2020; 中心 is a unit of 甲; 撤 has ceased, 旧 is called 新; 将 comes in May; 丁 goes to 戊 in April. */
beforeAll(async () => {
	store = await open();
	await tell([
		...['甲', '乙', '丁', '戊', '撤', '旧'].map(code => body(code)),
		body('中心', { parent: '甲' }),
		changed('abolish', '2026-03-02', ['撤'], [], { successor: '乙' }),
		changed('rename', '2026-03-02', ['旧'], [['新']]),
		changed('establish', '2026-05-01', [], [['将']], { when: '2026-03-02' }),
		changed('abolish', '2026-04-01', ['丁'], [], { successor: '戊', when: '2026-03-02' }),
		...request('A', '错码', '2026-02-05'),
	]);
	await store.catchUp();
});

const papers = { effective: '2026-03-20', document: '市编发〔2026〕5号' };

/** What a form comes to: the event's content, and the problems by field. */
async function read(fields: [string, string][]) {
	const form = new FormData();
	const told = new Set(fields.map(([name]) => name));
	for (const [name, value] of Object.entries(papers)) if (!told.has(name)) form.append(name, value);
	for (const [name, value] of fields) form.append(name, value);
	const given = readGiven(form);
	const effective = readEffective(given, today);
	const day = 'day' in effective ? effective.day : today;
	const register = await readRegister({ ask: store.ask, known: store.position() }, day);
	const { body: content, problems } = readChange(given, day, register, given.target === '' ? null : 'E1');
	return { given, content, problems: ['day' in effective ? [] : [effective], problems].flat() };
}

const from = (...codes: string[]) => codes.map((code): [string, string] => ['from', code]);
const to = (...bodies: [code: string, name: string][]) =>
	bodies.flatMap(([code, name]): [string, string][] => [
		['to_code', code],
		['to_name', name],
	]);
const kind = (name: string): [string, string] => ['kind', name];

describe('不能登记的，在所填之处说明原因和出路', () => {
	test.each<[string, [string, string][], string, string]>([
		['没有文号', [kind('establish'), ...to(['X', '新局']), ['document', '']], 'document', '请填写文号'],
		['文号过长', [kind('establish'), ...to(['X', '新局']), ['document', '号'.repeat(101)]], 'document', '现为101个字'],
		['没有生效日期', [kind('establish'), ...to(['X', '新局']), ['effective', '']], 'effective', '请填写生效日期'],
		['日期不存在', [kind('establish'), ...to(['X', '新局']), ['effective', '2026-02-30']], 'effective', '不是有效日期'],
		['年份过早', [kind('establish'), ...to(['X', '新局']), ['effective', '1926-03-20']], 'effective', '不能早于2000年'],
		[
			'年份过晚',
			[kind('establish'), ...to(['X', '新局']), ['effective', '2062-03-20']],
			'effective',
			'不能晚于2027年3月21日',
		],
		['设立没有名称', [kind('establish'), ...to(['X', ''])], 'to.0.name', '请填写机构名称'],
		['设立没有代码', [kind('establish'), ...to(['', '新局'])], 'to.0.code', '请填写机构代码'],
		['设立已有的代码', [kind('establish'), ...to(['甲', '新局'])], 'to.0.code', '代码“甲”已登记为甲局'],
		['设立将有的代码', [kind('establish'), ...to(['将', '新局'])], 'to.0.code', '代码“将”已登记为将局'],
		['设立曾用代码', [kind('establish'), ...to(['旧', '新局'])], 'to.0.code', '已是新局的其他代码'],
		['代码中有空格', [kind('establish'), ...to(['1 2', '新局'])], 'to.0.code', '有空格'],
		['行政区划不对', [kind('establish'), ...to(['X', '新局']), ['region', '33']], 'region', '应为六位数字'],
		['类别不对', [kind('establish'), ...to(['X', '新局']), ['body_kind', 'toString']], 'body_kind', '请从列表中选择'],
		['所属机构不存在', [kind('establish'), ...to(['X', '站']), ['parent', '无']], 'parent', '没有代码为“无”的机构'],
		['循环隶属', [kind('move'), ...from('甲'), ['parent', '中心']], 'parent', '循环隶属'],
		['隶属于自己', [kind('move'), ...from('甲'), ['parent', '甲']], 'parent', '自己的下属单位'],
		['调整而没有改变', [kind('move'), ...from('甲')], 'region', '没有改变任何一项'],
		['更名而没有选机构', [kind('rename'), ...from(''), ...to(['', '某局'])], 'from.0', '请选择机构'],
		['更名未登记的代码', [kind('rename'), ...from('错码'), ...to(['', '某局'])], 'from.0', '尚未登记（未识别）'],
		['更名不存在的代码', [kind('rename'), ...from('无'), ...to(['', '某局'])], 'from.0', '没有代码为“无”的机构'],
		['更名已撤并的机构', [kind('rename'), ...from('撤'), ...to(['', '某局'])], 'from.0', '自2026年3月2日起已不存在'],
		['更名尚未设立的机构', [kind('rename'), ...from('将'), ...to(['', '某局'])], 'from.0', '自2026年5月1日起设立'],
		['更名而没有改变', [kind('rename'), ...from('甲'), ...to(['', '甲局'])], 'to.0.name', '都没有改变'],
		['只有一个机构的合并', [kind('merge'), ...from('甲'), ...to(['X', '新局'])], 'from', '合并至少涉及两个机构'],
		['并入自己', [kind('merge'), ...from('甲'), ...to(['甲', ''])], 'from', '合并至少涉及两个机构'],
		['同一机构写两次', [kind('merge'), ...from('甲', '甲'), ...to(['乙', ''])], 'from.1', '同一代码写了两次'],
		['并入已撤并的机构', [kind('merge'), ...from('甲', '丁'), ...to(['撤', ''])], 'to.0.name', '请填写机构名称'],
		[
			'并入的名称不符',
			[kind('merge'), ...from('甲'), ...to(['乙', '某局'])],
			'to.0.name',
			'已登记为乙局，与所填名称不同',
		],
		['循环承接', [kind('merge'), ...from('戊'), ...to(['丁', ''])], 'to.0.code', '循环承接：已登记丁局→戊局依次承接'],
		[
			'分立后只有一个',
			[kind('split'), ...from('甲'), ...to(['X', '新局']), ['successor', 'X']],
			'to',
			'分立之后至少有两个机构',
		],
		[
			'分立没有承接',
			[kind('split'), ...from('甲'), ...to(['X', '新局'], ['Y', '另局'])],
			'successor',
			'请写明未办结事项由哪个机构承接',
		],
		[
			'分立由外人承接',
			[kind('split'), ...from('甲'), ...to(['X', '新局'], ['Y', '另局']), ['successor', '乙']],
			'successor',
			'不在分立后的机构之中',
		],
		[
			'分立后代码相同',
			[kind('split'), ...from('甲'), ...to(['X', '新局'], ['X', '另局']), ['successor', 'X']],
			'to.1.code',
			'同一代码写了两次',
		],
		['撤销没有承接', [kind('abolish'), ...from('甲')], 'successor', '请选择承接机构'],
		['由自己承接', [kind('abolish'), ...from('甲'), ['successor', '甲']], 'successor', '不能是被撤销的机构本身'],
		['由已撤并的承接', [kind('abolish'), ...from('甲'), ['successor', '撤']], 'successor', '自2026年3月2日起已不存在'],
		['撤销的循环承接', [kind('abolish'), ...from('戊'), ['successor', '丁']], 'successor', '循环承接'],
		['认定没有写代码', [kind('recognise'), ...from(''), ...to(['甲', ''])], 'from', '请填写要认定的代码'],
		[
			'认定没有报送过的代码',
			[kind('recognise'), ...from('无'), ...to(['甲', ''])],
			'from.0',
			'没有报送过代码“无”的数据',
		],
		[
			'认定已登记的机构',
			[kind('recognise'), ...from('乙'), ...to(['甲', ''])],
			'from.0',
			'已登记为乙局，不是未识别的代码',
		],
		['认定为不存在的机构', [kind('recognise'), ...from('错码'), ...to(['', ''])], 'to.0.code', '请选择机构'],
		['撤回没有理由', [kind('retract'), ['target', '3']], 'reason', '请写明更正或者撤回的理由'],
	])('%s', async (_, fields, name, says) => {
		const { problems } = await read(fields);
		expect(problems).toContainEqual({ name, message: expect.stringContaining(says) });
	});
});

describe('可以登记的，事件与一句话', () => {
	test.each<[string, [string, string][], Record<string, unknown>, string]>([
		[
			'设立下属单位',
			[kind('establish'), ...to(['错码', '信息中心']), ['parent', '甲']],
			{ to: [{ code: '错码', name: '信息中心', parent: '甲' }] },
			'设立信息中心（甲局的下属单位）',
		],
		[
			'更名',
			[kind('rename'), ...from('甲'), ...to(['', '市甲局'])],
			{ from: ['甲'], to: [{ code: '甲', name: '市甲局', kind: 'department' }] },
			'甲局更名为市甲局',
		],
		[
			'合并',
			[kind('merge'), ...from('甲', '乙'), ...to(['X', '甲乙局'])],
			{ from: ['甲', '乙'], to: [{ code: 'X', name: '甲乙局', kind: 'department' }] },
			'甲局、乙局合并为甲乙局',
		],
		[
			'并入',
			[kind('merge'), ...from('甲'), ...to(['乙', ''])],
			{ from: ['甲'], to: [{ code: '乙', name: '乙局' }] },
			'甲局并入乙局',
		],
		[
			'分出',
			[kind('split'), ...from('甲'), ...to(['甲', ''], ['X', '新局'])],
			{
				from: ['甲'],
				to: [
					{ code: '甲', name: '甲局' },
					{ code: 'X', name: '新局', kind: 'department' },
				],
			},
			'甲局分立为甲局、新局',
		],
		[
			'撤销',
			[kind('abolish'), ...from('甲'), ['successor', '乙']],
			{ from: ['甲'], successor: '乙' },
			'撤销甲局，由乙局承接',
		],
		[
			'撤销待明确',
			[kind('abolish'), ...from('甲'), ['successor', 'nobody']],
			{ from: ['甲'] },
			'撤销甲局，承接部门待明确',
		],
		[
			'调整',
			[kind('move'), ...from('中心'), ['parent', 'self'], ['body_kind', 'vertical']],
			{ from: ['中心'], to: [{ code: '中心', name: '中心局', kind: 'vertical', parent: '中心' }] },
			'中心局：类别改为垂直管理机构，不再是下属单位',
		],
		[
			'认定',
			[kind('recognise'), ...from('错码'), ...to(['甲', ''])],
			{ from: ['错码'], to: [{ code: '甲', name: '甲局' }] },
			'代码错码认定为甲局的代码',
		],
	])('%s', async (name, fields, told, sentence) => {
		const { given, content, problems } = await read(fields);
		expect(problems).toEqual([]);
		expect(content).toEqual({ kind: given.kind, ...told, ...papers });
		expect(changeSentence(content as unknown as ToldChange, code => `${code}局`)).toBe(sentence);
		const event = readEvent({
			...{ specversion: '1.0', id: name, source: '/platforms/office', type: 'organisation.changed' },
			...{ time: '2026-03-20T09:00:00+08:00', data: { department: '甲', ...content } },
		});
		expect(event.ok).toBe(true);
	});

	test('更正与撤回指明所更正的登记', async () => {
		const reason: [string, string][] = [
			['target', '3'],
			['reason', '误报'],
		];
		const corrected = await read([kind('abolish'), ...from('甲'), ['successor', '乙'], ...reason]);
		expect(corrected.content).toMatchObject({ kind: 'abolish', corrects: 'E1', correction_reason: '误报' });
		const taken = await read([kind('retract'), ...reason]);
		expect(taken.content).toEqual({ retracts: 'E1', document: papers.document, correction_reason: '误报' });
	});

	test('预览页带去的与所填的相同；加行保留已填', async () => {
		const { given } = await read([kind('merge'), ...from('甲', '乙'), ...to(['X', '甲乙局']), ['region', '330100']]);
		const again = new FormData();
		for (const [name, value] of fieldsOf(given)) again.append(name, value);
		expect(readGiven(again)).toEqual(given);
		again.append('intent', 'more');
		const more: Given = readGiven(again);
		expect(more.from).toEqual(['甲', '乙', '', '']);
	});
});
