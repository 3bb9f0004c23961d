import { beforeAll, describe, expect, test } from 'vitest';
import { breaches } from '#analytics/measures/breaches.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { bench } from '#test/store/opened.ts';
import { anchor, toldStories } from './sample-told.ts';

const opened = bench();
let found: Row<typeof breaches>[] = [];

beforeAll(async () => {
	const store = await toldStories(opened);
	const all = { visible: null, items: null, departments: null, decided: null, search: null, case_id: null };
	found = await store.ask(breaches, { as_of: anchor, known: store.position(), ...all, limit: 10_000, offset: 0 });
}, 240_000);

/** Items under which a planted case stands, with what was decided. */
function itemsOf(mark: string): string[] {
	const own = found.filter(row => row.case_id?.endsWith(`-${mark}`));
	return [...new Set(own.map(row => [row.item, row.decision].filter(Boolean).join(' ')))].sort();
}

describe('示例城市的故事列在各自的条款之下', () => {
	test.each([
		['标杆部门没有线索', 'TYXA', []],
		['卡点答复没有线索', 'TZRA', []],
		['反复补正', 'T09A', ['39.4', '39.9']],
		['以材料不全直接拒绝', 'T09B', ['39.2', '39.4']],
		['提供拖延', 'T04A', ['39.4']],
		['拒绝不说明理由', 'TWL', ['39.2']],
		['擅自增设条件：目录之外的条件', 'T11B', ['39.2']],
		['倒签', 'T05A', ['39.4']],
		['主管部门批复迟延：部门的逾期照列，批复本身没有对应条款', 'T37A', ['39.4']],
		['主管部门审核超期', 'T37C', ['41.3']],
		['未自报的更新事由', 'T36A', ['39.1']],
		['使用记录保存期不足', 'TBCA', ['40.5']],
		['使用记录完整', 'TBCB', []],
		['争议协调超期', 'TZA', ['41.2']],
		['到期未处置', 'TZB', ['40.4']],
		['数据回流迟缓', 'TZC', ['39.5']],
		['安全事件迟报', 'TZD', ['40.6']],
		['认定成立', 'TZEA', ['39.4 confirmed']],
		['认定不成立', 'TZEB', ['39.4 dismissed']],
		['暂停权限后逾期整改：条例没有对应情形', 'T42A', []],
	])('%s', (_, mark, items) => expect(itemsOf(mark)).toEqual(items));

	test('不属于案件的事实：未备案即终止、目录要素与依据缺失', () => {
		const facts = found.filter(row => row.case_id === null).map(row => [row.item, row.defects, row.department_name]);
		expect(facts).toEqual(
			expect.arrayContaining([
				['39.7', ['not_filed'], '市应急管理局'],
				['39.2', ['no_legal_basis'], '市体育局'],
				['39.1', ['catalogue_incomplete'], '市体育局'],
				['39.2', ['no_sharing_conditions'], '市体育局'],
			]),
		);
		expect(facts.filter(([item]) => item === '39.7')).toHaveLength(1);
	});

	test('地方时限的线索都注明非法定时限', () => {
		const local = found.filter(row => row.late && row.clock?.startsWith('local.'));
		expect(new Set(local.map(row => row.item))).toEqual(new Set(['39.5', '40.4', '40.6', '41.2']));
		expect(local.every(row => row.statutory === false)).toBe(true);
	});
});
