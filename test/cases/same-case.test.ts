import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCase, fold } from '#analytics/cases/fold.ts';
import { type Decision, sameCases, type ToldCase } from '#analytics/cases/same-case.ts';
import { received } from './casebook.ts';

/** A case received on a day of June 2026, with the number of a superior platform where one is given. */
function told(caseId: string, day: number, global?: string): ToldCase {
	const data = global === undefined ? {} : { global_case: global };
	const event = received(`2026-06-${String(day).padStart(2, '0')}`, { id: caseId, data });
	return { caseNo: caseId.charCodeAt(0), caseId, state: fold(emptyCase, { ...event, subject: caseId }) };
}

let seq = 0;
const decided = (pair: string, same: boolean, record: number | null = null): Decision => {
	const [one = '', other = ''] = pair;
	return { seq: ++seq, one, other, same, record };
};

/** Each group as the numbers in it, the one that it stands under first. */
const groups = (cases: readonly ToldCase[], decisions: readonly Decision[] = []) =>
	sameCases(cases, decisions)
		.map(({ members }) => members.map(({ caseId }) => caseId).join(''))
		.sort();

describe('哪些编号是同一申请', () => {
	test.each<[string, ToldCase[], Decision[], string[]]>([
		['没有共同编号，没有认定：各是一件', [told('A', 1), told('B', 1)], [], ['A', 'B']],
		['上级编号相同：一件，列在先提出的编号之下', [told('A', 2, 'G'), told('B', 1, 'G')], [], ['BA']],
		['上级编号不同：各是一件', [told('A', 1, 'G'), told('B', 1, 'H')], [], ['A', 'B']],
		['认定为同一申请', [told('A', 1), told('B', 2)], [decided('BA', true)], ['AB']],
		['上级编号相同，认定为不是', [told('A', 1, 'G'), told('B', 1, 'G')], [decided('AB', false)], ['A', 'B']],
		[
			'先认定是、后认定不是：以后一次为准',
			[told('A', 1), told('B', 2)],
			[decided('AB', true), decided('BA', false)],
			['A', 'B'],
		],
		['先认定不是、后认定是', [told('A', 1), told('B', 2)], [decided('AB', false), decided('AB', true)], ['AB']],
		[
			'三个编号，一对凭编号、一对凭认定',
			[told('A', 3, 'G'), told('B', 2, 'G'), told('C', 1)],
			[decided('AC', true)],
			['CBA'],
		],
		[
			'三个上级编号相同，其中一个认定为不是',
			[told('A', 1, 'G'), told('B', 2, 'G'), told('C', 3, 'G')],
			[decided('AC', false)],
			['AB', 'C'],
		],
		['认定所及的编号还没有报送', [told('A', 1)], [decided('AX', true)], ['A']],
	])('%s', (_, cases, decisions, expected) => {
		expect(groups(cases, decisions)).toEqual(expected);
	});

	test.each([
		['后一次认定代替前一次', [decided('AB', true, 2), decided('AB', true, 3)], 3],
		['后一次认定没有指明的，依申请提交在先', [decided('AB', true, 2), decided('AB', true)], undefined],
		['认定为不是同一申请的，不指明基准平台', [decided('AB', false, 2)], undefined],
		['单独认定一个编号的基准平台', [decided('AA', true, 4)], 4],
	])('基准平台的认定：%s', (_, decisions, record) => {
		const [one] = sameCases([told('A', 1, 'G'), told('B', 2, 'G')], decisions);
		expect(one?.state.record).toBe(record);
	});

	test('任何次序得出同样的分组，每个编号恰在一组', () => {
		const cases = fc.array(
			fc.record({ day: fc.integer({ min: 1, max: 28 }), global: fc.constantFrom(undefined, undefined, 'G', 'H') }),
			{ minLength: 1, maxLength: 6 },
		);
		const decisions = fc.array(fc.record({ a: fc.nat(5), b: fc.nat(5), same: fc.boolean() }), { maxLength: 5 });
		fc.assert(
			fc.property(cases, decisions, fc.nat(), (given, made, turn) => {
				const all = given.map(({ day, global }, i) => told('ABCDEF'.charAt(i), day, global));
				const pairs = made.map(({ a, b, same }) => decided(`${'ABCDEF'.charAt(a)}${'ABCDEF'.charAt(b)}`, same));
				const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
				expect(groups(turned.reverse(), pairs)).toEqual(groups(all, pairs));
				expect(groups(all, pairs).join('').length).toBe(all.length);
			}),
			{ numRuns: 1000 },
		);
	});
});
