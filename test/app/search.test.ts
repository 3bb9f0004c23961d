import { describe, expect, test } from 'vitest';
import { initialsOf, named } from '#app/loaders/initials.server.ts';

describe('查找：名称、拼音首字母', () => {
	test.each([
		['市医疗保障局', 'sylbzj'],
		['重庆市交通运输委员会', 'cqsjtyswyh'],
		['X射线设备许可', 'xsxsbxk'],
		['12345热线工单', '12345rxgd'],
		['市行政审批局', 'sxzspj'],
	])('%s 的首字母是 %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

	const bodies = ['市医疗保障局', '市卫生健康委', '望潮区医疗保障局', 'ＡＢ平台'].map(name => ({ name }));
	test.each([
		['ylbz', ['市医疗保障局', '望潮区医疗保障局']],
		['YLBZ', ['市医疗保障局', '望潮区医疗保障局']],
		['医疗 保障', ['市医疗保障局', '望潮区医疗保障局']],
		['卫生', ['市卫生健康委']],
		['ab', ['ＡＢ平台']],
		['没有', []],
	])('查“%s”', async (text, expected) => {
		expect((await named(bodies, text, 8)).map(({ name }) => name)).toEqual(expected);
	});

	test('只给出前几个，次序不变', async () => {
		expect((await named(bodies, '市', 1)).map(({ name }) => name)).toEqual(['市医疗保障局']);
	});
});
