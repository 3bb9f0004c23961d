import { describe, expect, test } from 'vitest';
import { ruleSets } from '#analytics/law/rule-sets.ts';
import { type GivenRuleSet, givenOf, readRuleSet } from '#app/rulesets/draft.ts';

const [national] = ruleSets;
const papers = { version: '2', name: '本市数据质量评价规则', document: '数发〔2026〕8号', effective: '2027-01-01' };
const given = (more: Partial<GivenRuleSet> = {}): GivenRuleSet => ({
	...givenOf(national as NonNullable<typeof national>),
	...papers,
	...more,
});
const problemsOf = (more: Partial<GivenRuleSet>) => {
	const draft = readRuleSet(given(more));
	return 'problems' in draft ? draft.problems : [];
};

describe('规则集的登记表', () => {
	test('以已登记的版本起草，不改一字即是同样的规则和权重', () => {
		const draft = readRuleSet(given());
		expect(draft).toEqual({
			ruleSet: { ...papers, code: national?.code, weights: national?.weights, rules: national?.rules },
		});
	});

	test.each<[string, string, object]>([
		['逗号', '0301，内容正确，准确性，越低越好，2', { direction: 'lower', weight: 2 }],
		['从电子表格粘贴的制表符', '0301\t内容正确\t准确性\t越高越好\t0.5', { direction: 'higher', weight: 0.5 }],
		['方向、权重不写的为越高越好、1', '0301,内容正确,准确性', { direction: 'higher', weight: 1 }],
	])('规则的写法：%s', (_, rules, said) => {
		const draft = readRuleSet(given({ rules }));
		expect('ruleSet' in draft && draft.ruleSet.rules).toEqual([
			{ code: '0301', name: '内容正确', dimension: 'accuracy', ...said },
		]);
	});

	test.each<[string, Partial<GivenRuleSet>, string[]]>([
		['没有文号', { document: '' }, ['请填写文号']],
		['没有施行日期', { effective: '2027-13-01' }, ['请填写施行日期']],
		['一条规则也没有', { rules: '\n  \n' }, ['请至少列出一条规则']],
		['没有名称', { rules: '0301' }, ['第1行应写明规则代码和名称']],
		[
			'维度不对，指明行号',
			{ rules: '1,甲,准确性\n2,乙,美观性' },
			['第2行的维度“美观性”不正确，应为规范性、完整性、准确性、一致性、时效性、可访问性之一'],
		],
		['方向不对', { rules: '1,甲,准确性,适中' }, ['第1行的方向“适中”不正确，应为越高越好或者越低越好']],
		['权重不是数', { rules: '1,甲,准确性,越高越好,高' }, ['第1行的权重“高”应为大于0、不超过1000的数']],
		['代码重复', { rules: '1,甲,准确性\n1,乙,准确性' }, ['规则代码“1”重复']],
		[
			'几处错误一并指出',
			{ code: '', rules: '1,甲,无' },
			['请填写规则集代码，如标准号', expect.stringContaining('第1行')],
		],
		['维度权重为零', { weights: { ...given().weights, accuracy: '0' } }, ['准确性的权重应为大于0、不超过1000的数']],
	])('拒绝并说明：%s', (_, more, problems) => expect(problemsOf(more)).toEqual(problems));
});
