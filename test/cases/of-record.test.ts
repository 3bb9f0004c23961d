import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { standing } from '#analytics/cases/fold.ts';
import { ofRecord, recordOf, repeated, settled } from '#analytics/cases/of-record.ts';
import { runs } from '#analytics/cases/runs.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import {
	AUTHORITY,
	act,
	calendar,
	DEMANDER,
	dueOf,
	extended,
	folded,
	judged,
	notice,
	received,
	replied,
	runOf,
	statusOn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;
const [CITY, BUREAU, PROVINCE, OFFICE] = [2, 3, 4, 1];

const submitted = (time: string, source: number) => act('request.submitted', time, { by: DEMANDER, source });
const refuse = { data: { outcome: 'refuse', reason: '超出履职所需' } };
/** Both platforms tell of the application; the city's, where it was filed, is the one of record. */
const filed = [
	submitted('2026-06-01T09:00', CITY),
	received('2026-06-01T09:10', { source: CITY }),
	received('2026-06-01T09:30', { source: BUREAU }),
];

const codes = (events: readonly LedgerEvent[]) => judged(events).doubts.map(({ code, line }) => [code, line]);

describe('哪个平台为准', () => {
	test.each<[string, LedgerEvent[], number | undefined, number | null]>([
		['申请提交在先的平台', [submitted('2026-06-01', BUREAU), submitted('2026-06-02', CITY)], undefined, BUREAU],
		['有提交的，不看收到', [received('2026-06-01', { source: BUREAU }), ...filed.slice(0, 2)], undefined, CITY],
		['没有提交的，看收到在先', [received('2026-06-02', { source: CITY }), ...filed.slice(2)], undefined, BUREAU],
		['有人认定的，以认定为准', filed, BUREAU, BUREAU],
		['认定的平台没有报送过本案，不作数', filed, PROVINCE, CITY],
		[
			'主管部门自己的行为不是另一平台',
			[act('request.replied', '2026-05-01', { source: OFFICE, data: { outcome: 'agree' } }), ...filed],
			undefined,
			CITY,
		],
		['没有平台报送', [], undefined, null],
	])('%s', (_, events, decided, expected) => {
		expect(recordOf(standing(folded(events)), decided)).toBe(expected);
	});
});

describe('两个平台报同一行为（陷阱16）', () => {
	test('所报在同一日：是一次，不存疑', () => {
		const events = [
			...filed,
			replied('2026-06-10T09:00', { source: CITY }),
			replied('2026-06-10T16:00', { source: BUREAU }),
		];
		expect(codes(events)).toEqual([]);
		expect(runOf(conditional, events).endedBy).toBe('request.replied 2026-06-10T09:00');
	});

	test.each([
		['基准平台较晚：逾期', '2026-06-16', '2026-06-12', 'late'],
		['基准平台较早：按时，同样存疑', '2026-06-12', '2026-06-16', 'met'],
	])('答复日期不一致，以基准平台为准，列入核对：%s', (_, city, bureau, status) => {
		const events = [...filed, replied(city, { source: CITY }), replied(bureau, { source: BUREAU })];
		expect(statusOn(runOf(conditional, events), '2026-06-30')).toBe(status);
		const { doubts } = judged(events);
		expect(doubts).toMatchObject([
			{
				code: 'platforms_differ',
				tellings: {
					act: '作出答复',
					differ: ['办理日期'],
					followed: { source: CITY, at: Date.parse(`${city}T10:00:00+08:00`) },
					other: { source: BUREAU, at: Date.parse(`${bureau}T10:00:00+08:00`) },
				},
			},
		]);
		expect(doubts[0]?.message).toContain('2026年6月12日 10:00（同意）');
	});

	test('认定另一平台为准的，以该平台的时间为准', () => {
		const events = [...filed, replied('2026-06-12', { source: CITY }), replied('2026-06-16', { source: BUREAU })];
		const decided = runs({ ...folded(events), record: BUREAU }, defaultPolicies, calendar).runs;
		expect(decided.filter(run => run.clock === conditional).map(run => statusOn(run, '2026-06-30'))).toEqual(['late']);
	});

	test.each<[string, LedgerEvent, LedgerEvent, string]>([
		[
			'答复结果',
			replied('2026-06-10', { source: CITY }),
			replied('2026-06-10', { source: BUREAU, ...refuse }),
			'办理结果',
		],
		[
			'延长天数',
			extended('2026-06-10', 5, { source: CITY }),
			extended('2026-06-10', 10, { source: BUREAU }),
			'办理结果',
		],
		[
			'是否同意延期',
			extended('2026-06-10', 5, { source: CITY }),
			extended('2026-06-10', 5, { source: BUREAU, data: { granted: false } }),
			'办理结果',
		],
		[
			'转往部门',
			act('request.transferred', '2026-06-10', { source: CITY, data: { to_dept: 'A' } }),
			act('request.transferred', '2026-06-10', { source: BUREAU, data: { to_dept: 'B' } }),
			'转往部门',
		],
	])('同一日而%s不一致：列入核对', (_, city, bureau, differ) => {
		const { doubts } = judged([...filed, city, bureau]);
		expect(doubts.map(doubt => [doubt.code, doubt.tellings?.differ])).toEqual([['platforms_differ', [differ]]]);
	});

	test('共享属性不一致：以基准平台为准，列入核对', () => {
		const events = [
			...filed.slice(0, 2),
			received('2026-06-01T09:30', { source: BUREAU, data: { sharing: 'unconditional' } }),
		];
		expect(judged(events).runs.map(run => run.clock)).toEqual([conditional]);
		expect(judged(events).doubts.map(doubt => doubt.tellings?.followed.says)).toEqual(['有条件共享']);
	});

	test('延期同意日期不一致：只延长一次', () => {
		const run = runOf(conditional, [
			...filed,
			extended('2026-06-08', 5, { source: CITY }),
			extended('2026-06-09', 5, { source: BUREAU }),
		]);
		expect([run.extended, dueOf(run)]).toEqual([5, '2026-06-23']);
	});

	test('先将同一日的配成一对，其余按时间先后：漏报一次的平台不致全部错位', () => {
		const delivered = (time: string, source: number) => act('delivery.provided', time, { source });
		const rejected = act('delivery.rejected', '2026-06-20', { by: DEMANDER, source: CITY, data: { reason: '空数据' } });
		const events = [...filed, replied('2026-06-10', { source: CITY }), delivered('2026-06-18', CITY), rejected];
		const again = [delivered('2026-06-26', CITY), delivered('2026-06-26T15:00', BUREAU)];
		expect(codes([...events, ...again])).toEqual([]);
	});
});

describe('只有另一平台报送的行为', () => {
	test('照样计入，不遗失；基准平台报过该部门其他行为的，列入核对', () => {
		const events = [...filed, replied('2026-06-10', { source: BUREAU })];
		expect(statusOn(runOf(conditional, events), '2026-06-30')).toBe('met');
		expect(judged(events).doubts).toMatchObject([
			{ code: 'not_by_record', tellings: { followed: { source: CITY, at: null }, other: { source: BUREAU } } },
		]);
	});

	test('两个平台各报各的部门：是分工，不存疑', () => {
		const events = [submitted('2026-06-01', CITY), ...filed.slice(2), replied('2026-06-10', { source: BUREAU })];
		expect(codes(events)).toEqual([]);
		expect(codes([...filed, extended('2026-06-08', 5, { source: PROVINCE, by: AUTHORITY })])).toEqual([]);
	});

	test('第三个平台重复第二个平台所报：仍是一次', () => {
		const told = [BUREAU, PROVINCE].map(source => notice('2026-06-05', { source }));
		expect(runOf(conditional, [...filed, ...told]).defects).toEqual([]);
		expect(codes([...filed, ...told])).toEqual([['not_by_record', '']]);
	});

	test('主管部门自己的行为不与平台所报配对', () => {
		const own = extended('2026-06-09', 3, { source: OFFICE, by: AUTHORITY });
		const run = runOf(conditional, [...filed, extended('2026-06-08', 5, { source: CITY, by: AUTHORITY }), own]);
		expect([run.extended, codes([...filed, own])]).toEqual([8, []]);
	});
});

describe('逐日回看', () => {
	const told = [...filed, replied('2026-06-12', { source: BUREAU }), replied('2026-06-16', { source: CITY })];

	test('基准平台所报之日以前，另一平台较早的所报不暂时算数', () => {
		const { facts } = settled(folded(told));
		const until = (day: string) => facts.filter(({ occurredAt }) => occurredAt < Date.parse(`${day}T24:00:00+08:00`));
		expect(until('2026-06-13').map(({ type }) => type)).toEqual(['request.submitted', 'request.received']);
		expect(until('2026-06-16').map(({ type }) => type)).toContain('request.replied');
	});

	test('已经归一的再归一，结果不变', () => {
		const once = settled(folded(told));
		expect(settled(once)).toEqual(once);
	});

	test('重复报送的事件可以指明', () => {
		expect([...repeated(folded(told))]).toEqual([
			'3:request.received 2026-06-01T09:30',
			'3:request.replied 2026-06-12',
		]);
	});
});

describe('行号', () => {
	const item = (line: string, source: number, catalogue = `目录${line}`) =>
		received('2026-06-01', { id: `R${line}`, line, source, data: { catalogue } });
	const answered = (line: string, source: number, time = '2026-06-10') =>
		replied(time, { id: `A${line}`, line, source });
	const ofReply = (events: readonly LedgerEvent[]) => judged(events).runs.filter(run => run.clock === conditional);

	test('一方不分行的，其行为及于各行', () => {
		const whole = [
			received('2026-06-01', { source: BUREAU }),
			replied('2026-06-10T15:00', { source: BUREAU, id: 'whole' }),
		];
		const events = [item('1', CITY), item('2', CITY), answered('1', CITY), ...whole];
		expect(ofReply(events).map(run => [run.line, run.endedBy])).toEqual([
			['1', 'A1'],
			['2', 'whole'],
		]);
		expect(codes(events)).toEqual([['not_by_record', '2']]);
	});

	test('基准平台不分行：另一平台的各行都在其内，逐行计时', () => {
		const first = [received('2026-05-29', { source: CITY }), replied('2026-06-10', { source: CITY })];
		const others = ['1', '2'].map(line => received('2026-05-29', { id: `R${line}`, line, source: BUREAU }));
		expect(ofReply([...first, ...others]).map(run => run.line)).toEqual(['1', '2']);
		expect(codes([...first, ...others, answered('2', BUREAU, '2026-06-12')])).toEqual([['platforms_differ', '2']]);
	});

	test('行号不同而目录相同的，是同一行', () => {
		const events = [item('1', CITY, 'c1'), item('2', CITY, 'c2'), item('01', BUREAU, 'c2'), item('02', BUREAU, 'c1')];
		expect(judged(events).runs.map(run => [run.line, run.catalogue])).toEqual([
			['1', 'c1'],
			['2', 'c2'],
		]);
		expect(codes(events)).toEqual([]);
	});

	test('部分同意按基准平台的行号理解', () => {
		const part = { outcome: 'partial', agreed_lines: ['01'], reason: '超出履职所需' };
		const events = [item('1', CITY, 'c1'), item('2', CITY, 'c2'), item('01', BUREAU, 'c2'), item('02', BUREAU, 'c1')];
		const told = [...events, answered('1', CITY), replied('2026-06-10', { id: 'part', source: BUREAU, data: part })];
		expect(judged(told).runs.map(run => [run.clock, run.line])).toEqual([
			[conditional, '1'],
			['delivery', '1'],
			[conditional, '2'],
			['delivery', '2'],
		]);
		expect(codes(told)).toEqual([
			['platforms_differ', '1'],
			['not_by_record', '2'],
		]);
	});

	test('行号相同而目录不同：列入核对', () => {
		const { doubts } = judged([item('1', CITY, 'c1'), item('1', BUREAU, 'c2')]);
		expect(doubts.map(doubt => doubt.tellings?.differ)).toEqual([['目录']]);
	});
});

/** Any acts of a request, told by up to three platforms and the authority. */
const anyTelling = fc
	.uniqueArray(
		fc.record({
			id: fc.nat(40).map(String),
			type: fc.constantFrom(
				'request.submitted',
				'request.received',
				'request.replied',
				'request.material_notice',
				'request.material_resubmitted',
				'request.extension_decided',
				'delivery.provided',
				'delivery.rejected',
			),
			source: fc.constantFrom(OFFICE, CITY, BUREAU, PROVINCE),
			day: fc.integer({ min: 1, max: 28 }),
			line: fc.constantFrom(undefined, '1', '2'),
			by: fc.constantFrom('A', 'B'),
			granted_wd: fc.integer({ min: 1, max: 5 }),
			outcome: fc.constantFrom('agree', 'partial', 'refuse'),
		}),
		{ maxLength: 16, selector: ({ source, id }) => `${source} ${id}` },
	)
	.map(acts =>
		acts.map(({ id, type, source, day, line, by, granted_wd, outcome }) => {
			const data = {
				sharing: 'conditional',
				missing_items: ['依据'],
				reason: '空',
				granted: true,
				granted_wd,
				outcome,
			};
			return act(type, `2026-06-${String(day).padStart(2, '0')}`, { id, source, by, data, ...(line ? { line } : {}) });
		}),
	);

describe('任何报送', () => {
	test('任何次序、任何重复，结果都相同', () => {
		const shuffled = anyTelling.chain(acts =>
			fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })),
		);
		fc.assert(
			fc.property(shuffled, ([acts, others]) => {
				expect(judged([...others, ...others.slice(0, 3)])).toEqual(judged(acts));
			}),
			{ numRuns: 2000 },
		);
	});

	test('另一平台照样再报一遍：计时不变，没有出入', () => {
		fc.assert(
			fc.property(anyTelling, acts => {
				const once = acts.map(each => ({ ...each, sourceId: CITY, id: `${each.sourceId} ${each.id}` }));
				const twice = [...once, ...once.map(each => ({ ...each, sourceId: BUREAU }))];
				expect(judged(twice)).toEqual(judged(once));
			}),
			{ numRuns: 2000 },
		);
	});

	test('只有一个平台报送的，事实原样不动', () => {
		const facts = folded([...filed.slice(0, 2), extended('2026-06-08', 5, { source: OFFICE })]).facts;
		expect(ofRecord(facts).facts).toBe(facts);
	});
});
