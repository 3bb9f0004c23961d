import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clockNames, clocks, toClockName } from '#analytics/law/clocks.ts';
import { toDay } from '#analytics/law/day.ts';
import { liabilities } from '#analytics/law/liability.ts';
import { defaultPolicies, policyOn } from '#analytics/law/policy.ts';

const decree = fileURLToPath(new URL('../../../shared/decree-809.md', import.meta.url));
const sameCommas = (text: string) => text.replaceAll('，', ',');

describe('条例中的时限', () => {
	test('六个有数字的期限，再无其他', () => {
		const statutory = clockNames.filter(name => clocks[name].statutory);
		expect(statutory.map(name => [name, clocks[name].workdays, clocks[name].extension?.max ?? null])).toEqual([
			['reply.unconditional', 1, 10],
			['reply.conditional', 10, 10],
			['delivery', 20, null],
			['correction', 10, null],
			['catalogue.update', 10, 5],
			['catalogue.review', 2, null],
			['retention', null, null],
		]);
		expect(clocks.retention.years).toBe(3);
	});

	test('只有答复与目录更新可以延长；地方时限不称法定', () => {
		expect(clockNames.filter(name => clocks[name].extension !== null)).toEqual([
			'reply.unconditional',
			'reply.conditional',
			'catalogue.update',
		]);
		expect(clockNames.filter(name => !clocks[name].statutory)).toEqual(
			clockNames.filter(name => /^local\./.test(name)),
		);
	});

	test.skipIf(!existsSync(decree))('所引条文逐字见于条例的该条', () => {
		const articles = sameCommas(readFileSync(decree, 'utf8')).split('**第');
		const cited: { article: string; says: string }[] = [...Object.values(clocks), ...Object.values(liabilities)];
		for (const { article, says } of cited) {
			const number = article.slice(1, article.indexOf('条') + 1);
			const text = articles.find(each => each.startsWith(`${number}**`)) ?? '';
			expect([article, text.includes(sameCommas(says))]).toEqual([article, true]);
		}
	});

	test('法律责任：第三十九条九项，第四十条七项，第四十一条三项', () => {
		const items = Object.keys(liabilities);
		expect(['39', '40', '41'].map(article => items.filter(item => item.startsWith(article)).length)).toEqual([9, 7, 3]);
	});

	test('按名称取时限', () => {
		expect(toClockName('delivery')).toBe('delivery');
		expect(toClockName('toString')).toBeNull();
	});
});

describe('口径版本', () => {
	const [first] = defaultPolicies;
	const later = {
		...(first ?? defaultPolicies[0]),
		effective: toDay('2026-07-01'),
		materials: 'RESTART',
	} as (typeof defaultPolicies)[number];

	test('以起算日有效的版本为准，与登记次序无关', () => {
		for (const versions of [
			[...defaultPolicies, later],
			[later, ...defaultPolicies],
		]) {
			expect(policyOn(versions, toDay('2026-06-30')).materials).toBe('SUSPEND');
			expect(policyOn(versions, toDay('2026-07-01')).materials).toBe('RESTART');
			expect(policyOn(versions, toDay('2020-01-01')).materials).toBe('SUSPEND');
		}
	});

	test('没有任何版本：说明怎么办', () => {
		expect(() => policyOn([], toDay('2026-07-01'))).toThrow('请至少登记一个口径版本');
	});
});
