import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '#analytics/measures/measure.ts';
import { patternCases, THRESHOLDS } from '#analytics/measures/patterns.ts';
import { bench } from '#test/store/opened.ts';
import { anchor, toldStories } from './sample-told.ts';

const opened = bench();
let found: Row<typeof patternCases>[] = [];

beforeAll(async () => {
	const store = await toldStories(opened);
	const span = { from: '2025-05-01', to: anchor, visible: null, patterns: null, departments: null, search: null };
	const asked = { as_of: anchor, known: store.position(), ...span, ...THRESHOLDS, replies_least: 3 };
	found = await store.ask(patternCases, { ...asked, limit: 10_000, offset: 0 });
}, 240_000);

/** Patterns under which the cases of a story stand, by their mark. */
function patternsOf(mark: string): string[] {
	return [...new Set(found.filter(row => row.case_id.endsWith(`-${mark}`)).map(row => row.pattern))].sort();
}

describe('示例城市埋设的规避迹象', () => {
	test.each([
		['反复补正', 'T09A', ['repeated_notice']],
		['以材料不全拒绝后换号重报', 'T09C', ['refiled']],
		['总在最后一日答复', 'TZRA', ['last_day']],
		['倒签', 'T05A', ['backdated']],
		['收到申请后改变共享属性', 'T10A', ['reclassified']],
		['无条件共享申请延期', 'T13B', ['extended_unconditional']],
		['连续转办', 'T14A', ['transfers']],
		['提供后验收不通过', 'T11A', ['dead_delivery']],
		['逾期后撤回', 'T20A', ['withdrawn_late']],
		['标杆部门没有迹象', 'TYXA', []],
		['经核实无误没有迹象', 'T23A', []],
		['按时答复、按时延期以外的逾期不是迹象', 'T37A', []],
	])('%s', (_, mark, expected) => expect(patternsOf(mark)).toEqual(expected));

	test('此外没有别的事项被列出：门槛降为三件时，三件都在最后一日答复的还有望潮区', () => {
		const marks = new Set(found.map(row => row.case_id.replace(/^.*-/, '')));
		expect([...marks].sort()).toEqual(EXPECTED);
	});
});

const EXPECTED = [
	'T05A',
	'T06A',
	'T06B',
	'T06C',
	'T09A',
	'T09C',
	'T10A',
	'T11A',
	'T13B',
	'T14A',
	'T20A',
	'TZRA',
	'TZRB',
	'TZRC',
];
