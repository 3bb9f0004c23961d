import { describe, expect, test } from 'vitest';
import { qualityItems } from '#analytics/measures/quality.ts';
import { ruleSets } from '#analytics/measures/rule-sets.ts';
import { movedOf } from '#app/rulesets/adopt.server.ts';
import { act, authority, hrss, registered } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { assessed, check, item } from './quality-events.ts';

const { begin, ask, suppose } = asking();

const spring = { as_of: '2026-03-31', from: '2026-03-01', to: '2026-03-31' };
const weights = { conformity: 1, completeness: 1, accuracy: 1, consistency: 1, timeliness: 1, accessibility: 1 };
const adopted = (version: string, effective: string, rules: object[], code = '市标') =>
	act('ruleset.adopted', null, '2026-02-01', {
		...{ department: authority, id: `${code} ${version}` },
		ruleset: { code, version, name: '市规则', effective, document: '数发〔2026〕1号', weights, rules },
	});
const rule = (code: string, direction: 'higher' | 'lower' = 'higher', weight = 1) => ({
	...{ code, name: `规则${code}`, dimension: 'accuracy', direction, weight },
});

describe('质量规则集', () => {
	test('各个版本及其规则；截至日施行的是最近施行的一版', async () => {
		await begin([
			adopted('1', '2026-01-01', [rule('b'), rule('a', 'lower', 2)]),
			adopted('2', '2026-05-01', [rule('a')]),
		]);
		const rows = (await ask(ruleSets, spring)).filter(({ code }) => code === '市标');
		expect(columns(rows, 'version', 'effective', 'in_force')).toEqual([
			['2', '2026-05-01', false],
			['1', '2026-01-01', true],
		]);
		expect(JSON.parse(rows[1]?.rules ?? '')).toEqual([rule('a', 'lower', 2), rule('b')]);
		expect(JSON.parse(rows[1]?.weights ?? '')).toEqual(weights);
	});

	test('预览：登记之后哪些目录项的得分会变，与登记之后的一致；预览不改变任何得分', async () => {
		const by = { rule_set: '市标', rule_set_version: '1' };
		const events = [
			registered(hrss, '市人力社保局'),
			item('A'),
			item('B'),
			assessed('A', '2026-03-05', [check('a', 20, 100)], by),
			assessed('B', '2026-03-05', [check('数据内容正确性', 90, 100)]),
		];
		const set = adopted('1', '2026-01-01', [rule('a', 'lower')]);
		const read = () => ask(qualityItems, spring);
		await begin(events);
		const before = await read();
		const supposed = await suppose(set, asked => asked(qualityItems, spring));
		expect(await read()).toEqual(before);
		await begin([...events, set]);
		expect(supposed).toEqual(await read());
		expect(movedOf(before, supposed)).toMatchObject([
			{ catalogue: 'A', before: { score: null, state: 'no_rule_set' }, after: { score: 80, state: 'scored' } },
		]);
	});
});
