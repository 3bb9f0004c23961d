import { describe, expect, test } from 'vitest';
import { registerChanges, registerCodes, unidentified } from '#analytics/measures/organisations.ts';
import { authority } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { body, changed, request, takenBack } from './organisations.ts';

const { begin, ask, more, position } = asking();
const as_of = '2026-03-20';
const keeper = body(authority, { kind: 'authority' });

describe('变更记录', () => {
	const merger = changed('merge', '2026-03-02', ['甲', '乙'], [['丙']]);

	test('更正、撤回的登记保留，写明被哪一项更正、何据撤回；更正被撤回的，原登记恢复', async () => {
		await begin([body('甲'), body('乙'), merger]);
		await more([changed('merge', '2026-03-09', ['甲', '乙'], [['丙']], { id: '更正', corrects: merger.id })]);
		const corrected = await ask(registerChanges, { as_of });
		expect(columns(corrected, 'seq', 'kind', 'effective', 'superseded', 'superseded_by', 'latest')).toEqual([
			[4, 'merge', '2026-03-09', null, null, 4],
			[3, 'merge', '2026-03-02', 'corrected', 4, 4],
			[2, 'establish', '2020-01-01', null, null, 4],
			[1, 'establish', '2020-01-01', null, null, 4],
		]);
		const taken = takenBack({ ...merger, id: '更正' }, '2026-03-10');
		await more([{ ...taken, data: { ...taken.data, document: '市编发〔2026〕9号', correction_reason: '误报' } }]);
		const [last, first] = await ask(registerChanges, { as_of });
		expect(last).toMatchObject({
			superseded: 'retracted',
			superseded_by: 5,
			retraction_document: '市编发〔2026〕9号',
			retraction_reason: '误报',
			latest: 5,
		});
		expect(first).toMatchObject({ seq: 3, superseded: null });
		expect(columns(await ask(registerChanges, { as_of, known: 3 }), 'superseded')).toEqual([[null], [null], [null]]);
	});

	test('尚未生效的标明；联络员只看到涉及本机构的', async () => {
		await begin([
			body('甲'),
			body('乙'),
			body('丁'),
			changed('merge', '2026-04-01', ['甲'], [['乙']], { when: as_of }),
		]);
		expect((await ask(registerChanges, { as_of }))[0]).toMatchObject({ in_effect: false });
		expect((await ask(registerChanges, { as_of: '2026-04-01' }))[0]).toMatchObject({ in_effect: true });
		expect(columns(await ask(registerChanges, { as_of, visible: ['乙'] }), 'kind')).toEqual([['merge'], ['establish']]);
	});
});

describe('未识别的代码', () => {
	test('件数、自何时、何平台；认定之后归入所属机构，不再列', async () => {
		await begin([
			keeper,
			body('甲'),
			...request('A', '错码', '2026-02-05'),
			...request('B', '错码', '2026-02-04', '2026-02-06'),
		]);
		expect(await ask(unidentified, { as_of })).toEqual([
			{
				...{ code: '错码', name: '错码', region: null, matters: 2, open: 1, overdue: 1, events: 3, sources: '1' },
				since: Date.parse('2026-02-04T00:00:00+08:00') + 9 * 3_600_000,
			},
		]);
		await more([changed('recognise', '2026-03-02', ['错码'], [['甲']])]);
		expect(await ask(unidentified, { as_of })).toEqual([]);
		expect(await ask(unidentified, { as_of, known: position() - 1 })).toHaveLength(1);
		expect(columns(await ask(registerCodes, { as_of }), 'code', 'body', 'body_name', 'recognised')).toEqual([
			['错码', '甲', '甲局', true],
		]);
	});

	test('更名之前的代码是曾用代码，不是未识别的', async () => {
		await begin([
			keeper,
			body('旧'),
			...request('A', '旧', '2026-02-05'),
			changed('rename', '2026-03-02', ['旧'], [['新']]),
		]);
		expect(await ask(unidentified, { as_of })).toEqual([]);
		expect(columns(await ask(registerCodes, { as_of }), 'code', 'body', 'recognised')).toEqual([['旧', '新', false]]);
	});
});
