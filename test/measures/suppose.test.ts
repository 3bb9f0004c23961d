import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { departments } from '#analytics/measures/departments.ts';
import { handed, handovers } from '#analytics/measures/handed.ts';
import { league } from '#analytics/measures/league.ts';
import { matters } from '#analytics/measures/matters.ts';
import { registerCodes } from '#analytics/measures/organisations.ts';
import { type Asking, asking, columns } from './asking.ts';
import { body, changed, request, takenBack } from './organisations.ts';

const { begin, ask, more, position, suppose } = asking();

const as_of = '2026-03-20';
const wrong = changed('merge', '2026-03-02', ['己'], [['庚']]);
const before = [
	...['甲', '乙', '丁', '己', '庚'].map(code => body(code)),
	...request('甲按时', '甲', '2026-02-05', '2026-02-26'),
	...request('甲超期', '甲', '2026-02-05'),
	...request('甲未到期', '甲', '2026-02-27'),
	...request('乙超期', '乙', '2026-02-05'),
	...request('错码件', '错码', '2026-02-05'),
	...request('己超期', '己', '2026-02-05'),
	wrong,
];

/** Everything that the register decides. */
async function picture(asking: Asking['ask']) {
	const span = { as_of, from: '2026-01-01', to: '2026-03-31' };
	return {
		departments: await asking(departments, { as_of }),
		codes: await asking(registerCodes, { as_of }),
		matters: await asking(matters, { as_of, sort: 'case_id' }),
		league: await asking(league, span),
	};
}

const changes: [string, ShareEvent][] = [
	['设立', changed('establish', '2026-03-02', [], [['戊']])],
	['合并', changed('merge', '2026-03-02', ['甲', '乙'], [['丙']])],
	['并入', changed('merge', '2026-03-02', ['甲'], [['乙']])],
	['更名', changed('rename', '2026-03-02', ['甲'], [['新甲']])],
	['分立而未明确', changed('split', '2026-03-02', ['甲'], [['丙'], ['戊']])],
	['撤销并由他人承接', changed('abolish', '2026-03-02', ['甲'], [], { successor: '丁' })],
	['列为下属单位', changed('move', '2026-03-02', ['甲'], [['甲', '甲局', { parent: '乙' }]])],
	['认定未识别的代码', changed('recognise', '2026-03-02', ['错码'], [['甲']])],
	['未识别的代码登记为下属单位', changed('establish', '2026-02-05', [], [['错码', '中心', { parent: '甲' }]])],
	['撤回', takenBack(wrong, '2026-03-10')],
	['更正', changed('merge', '2026-03-16', ['己'], [['乙']], { corrects: wrong.id })],
];

describe('登记之前的预览', () => {
	test.each(changes)('%s：预览的与登记之后的，处处相同；预览不改变任何数字', async (_, change) => {
		await begin(before);
		const untouched = await picture(ask);
		const at = position();
		const foreseen = await suppose(change, async (world, seq) => ({
			picture: await picture(world),
			handed: await world(handed, { as_of, seq }),
			handovers: await world(handovers, { as_of, seq }),
			seq,
		}));
		expect(foreseen.seq).toBe(at + 1);
		expect(foreseen.picture).not.toEqual(untouched);
		expect(await picture(ask)).toEqual(untouched);
		await more([change]);
		expect(await picture(ask)).toEqual(foreseen.picture);
		expect(await ask(handed, { as_of, seq: at + 1 })).toEqual(foreseen.handed);
		expect(await ask(handovers, { as_of, seq: at + 1 })).toEqual(foreseen.handovers);
	});

	test('合并：未办结的划转，已到期的归属，留在原机构的逾期', async () => {
		await begin(before);
		await suppose(changed('merge', '2026-03-02', ['甲', '乙'], [['丙']]), async (world, seq) => {
			const pairs = await world(handovers, { as_of, seq });
			expect(columns(pairs, 'handed_from', 'handed_to', 'open', 'overdue', 'days_inherited', 'judged')).toEqual([
				['甲', '丙', 2, 2, 2, 1],
				['乙', '丙', 1, 1, 2, 0],
			]);
			const rows = await world(handed, { as_of, seq });
			expect(columns(rows, 'case_id', 'handed_from', 'handed_to_name', 'days_late', 'days_late_inherited')).toEqual([
				['乙超期', '乙', '丙局', 17, 2],
				['甲超期', '甲', '丙局', 17, 2],
				['甲未到期', '甲', '丙局', 6, null],
			]);
		});
	});

	test('将来生效的合并：到生效之日才划转', async () => {
		await begin(before);
		const later = changed('merge', '2026-04-01', ['甲', '乙'], [['丙']], { when: '2026-03-20' });
		await suppose(later, async (world, seq) => {
			expect(await world(handed, { as_of: '2026-03-31', seq })).toEqual([]);
			expect(await world(handed, { as_of: '2026-04-01', seq })).toHaveLength(3);
		});
	});

	test('撤销而没有承接机构：没有划转，标明承接部门待明确', async () => {
		await begin(before);
		await suppose(changed('abolish', '2026-03-02', ['乙'], []), async (world, seq) => {
			const rows = await world(handed, { as_of, seq });
			expect(columns(rows, 'case_id', 'handed_from', 'handed_to', 'unsettled')).toEqual([['乙超期', '乙', '乙', true]]);
		});
	});

	test('联络员只看到划入、划出本机构的', async () => {
		await begin([...before, changed('merge', '2026-03-02', ['甲', '乙'], [['丙']])]);
		const seq = position();
		expect(columns(await ask(handed, { as_of, seq, visible: ['乙'] }), 'case_id')).toEqual([['乙超期']]);
		expect(columns(await ask(handovers, { as_of, seq, visible: ['丁'] }), 'open')).toEqual([]);
	});
});
