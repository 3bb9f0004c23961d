import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { clockNames, clocks } from '#analytics/law/clocks.ts';
import { liabilities } from '#analytics/law/liability.ts';
import { breaches, breachItems } from '#analytics/measures/breaches.ts';
import { league } from '#analytics/measures/league.ts';
import { matters } from '#analytics/measures/matters.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { overview } from '#analytics/measures/overview.ts';
import { trend } from '#analytics/measures/trend.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { stories } from '#test/store/stories.ts';
import { asking, columns } from './asking.ts';

const { begin, ask, position } = asking();

const day = '2026-04-30';
const bodies = [registered(hrss, '市人力社保局'), registered(civil, '市民政局')];
const item = (more: Record<string, unknown>) =>
	act('catalogue.registered', null, '2026-01-05', {
		catalogue: 'c1',
		title: '参保人员信息',
		sharing: 'conditional',
		...more,
	});
const agreed = (more: Record<string, unknown>) => replied('A', '2026-03-04', { catalogue: 'c1', ...more });
const asked = received('A', '2026-03-02', { catalogue: 'c1' });
const provided = act('delivery.provided', 'A', '2026-03-05');
const decided = (subject: string | null, decision: string, more: Record<string, unknown> = {}) =>
	act('finding.decided', subject, '2026-04-20', { department: authority, counterparty: hrss, decision, ...more });

type Case = [name: string, events: ShareEvent[], expected: unknown];
type Breach = Row<typeof breaches>;

/** The same events about things of their own, so that many legal cases can be told at once. */
function apart(n: number, event: ShareEvent): ShareEvent {
	const mark = (text: unknown) => (typeof text === 'string' ? `${n}·${text}` : undefined);
	const { catalogue, service_id, fact, ...data } = event.data;
	const named = { catalogue: mark(catalogue), service_id: mark(service_id), fact: mark(fact) };
	const marked = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
	return { ...event, id: `${n}·${event.id}`, subject: mark(event.subject) ?? null, data: { ...data, ...marked } };
}

/** Legal cases, one a line, told together; each is asked what it shows. */
function eachCase(cases: Case[], shown: (own: Breach[]) => unknown, filter: { items?: string[] } = {}): void {
	let found: Breach[] = [];
	beforeAll(async () => {
		await begin([...bodies, ...cases.flatMap(([, events], n) => events.map(event => apart(n, event)))]);
		found = await ask(breaches, { as_of: day, ...filter });
	});
	test.each(cases.map(([name, , expected], n) => [name, n, expected] as const))('%s', (_, n, expected) => {
		const own = found.filter(row => (row.case_id ?? row.catalogue ?? '').startsWith(`${n}·`));
		expect(shown(own)).toEqual(expected);
	});
}

describe('线索列在哪一项之下（第三十九条、第四十条、第四十一条）', () => {
	eachCase(
		[
			['逾期答复：第三十九条第四项', [asked], [['39.4', hrss, true, [], '2026-03-17']]],
			['按时办结：没有线索', [asked, agreed({}), provided], []],
			[
				'不说明理由：第三十九条第二项，不因按时而消失',
				[asked, agreed({ outcome: 'refuse' })],
				[['39.2', hrss, false, ['refused_without_reason'], '2026-03-04']],
			],
			[
				'再次告知补正：第三十九条第九项',
				[
					asked,
					act('request.material_notice', 'A', '2026-03-03', { missing_items: ['依据'] }),
					act('request.material_resubmitted', 'A', '2026-03-03 12:00', { department: civil }),
					act('request.material_notice', 'A', '2026-03-03 15:00', { missing_items: ['函'] }),
					agreed({ outcome: 'refuse', reason_code: '2' }),
				],
				[['39.9', hrss, false, ['second_notice'], '2026-03-03']],
			],
			[
				'逾期校核：第三十九条第六项',
				[act('correction.received', 'J', '2026-03-02')],
				[['39.6', hrss, true, [], '2026-03-17']],
			],
			[
				'逾期更新目录：第三十九条第一项',
				[act('catalogue.triggered', 'M', '2026-03-02')],
				[['39.1', hrss, true, [], '2026-03-17']],
			],
			[
				'主管部门逾期审核：第四十一条第三项',
				[
					act('catalogue.triggered', 'M', '2026-03-02'),
					act('catalogue.submitted', 'M', '2026-03-03', { authority }),
					act('catalogue.published', 'M', '2026-03-09', { department: authority }),
				],
				[['41.3', authority, true, [], '2026-03-06']],
			],
			[
				'使用记录拟保存不足三年：第四十条第五项',
				[act('use.recorded', 'S', '2026-03-02', { retained_until: '2026-03-31', destruction: false })],
				[['40.5', hrss, true, ['record_incomplete', 'retention_short'], '2026-03-02']],
			],
			[
				'答复未经工作机构负责人同意',
				[asked, agreed({ approver_ok: false }), provided],
				[['39.9', hrss, false, ['reply_unapproved'], '2026-03-04']],
			],
			['送达迟于1个工作日只作提示，不列线索', [asked, agreed({ dispatched_at: '2026-03-09' }), provided], []],
			[
				'争议逾期未受理：第四十一条第二项',
				[act('dispute.applied', 'Z', '2026-03-02', { authority })],
				[['41.2', authority, true, [], '2026-03-10']],
			],
			[
				'逾期未明确数源部门：第四十一条第一项',
				[act('catalogue.designation_requested', 'D', '2026-03-02', { authority })],
				[['41.1', authority, true, [], '2026-03-31']],
			],
			[
				'处置超过提供部门的期限：第四十条第四项',
				[act('disposal.required', 'C', '2026-03-02', { counterparty: civil, deadline: '2026-03-10' })],
				[['40.4', civil, true, [], '2026-03-11']],
			],
			[
				'回流超过约定日期：第三十九条第五项',
				[act('return.batch', 'H', '2026-03-02', { due_date: '2026-03-10' })],
				[['39.5', hrss, true, [], '2026-03-11']],
			],
			[
				'延期批复迟缓：条例没有对应情形，不列线索',
				[act('request.extension_requested', 'A', '2026-03-02', { authority })],
				[],
			],
			['不予共享类答复迟缓：不列线索', [received('A', '2026-03-02', { sharing: 'none' })], []],
			[
				'安全事件责任在提供方的，不列第四十条第六项',
				[act('security.discovered', 'Q', '2026-03-02', { level: '较大', side: 'provider' })],
				[],
			],
			[
				'需求部门逾期报告安全事件：第四十条第六项',
				[act('security.discovered', 'Q', '2026-03-02', { level: '较大', side: 'demander' })],
				[['40.6', hrss, true, [], '2026-03-03']],
			],
			[
				'条例施行以前的，不列',
				[
					act('dispute.applied', 'Z', '2025-06-02', { authority }),
					act('dispute.mediated', 'Z', '2025-07-20', { department: authority }),
				],
				[],
			],
		],
		own => columns(own, 'item', 'department', 'late', 'defects', 'since'),
	);

	test('同一件既逾期又不说明理由：两项各列一条', async () => {
		await begin([...bodies, asked, replied('A', '2026-03-20', { outcome: 'refuse' })]);
		const rows = await ask(breaches, { as_of: day });
		expect(columns(rows, 'item', 'late', 'defects', 'days_late')).toEqual([
			['39.2', false, ['refused_without_reason'], 4],
			['39.4', true, [], 4],
		]);
	});

	test('非法定时限的逾期，逐条注明', async () => {
		await begin([...bodies, asked, act('dispute.applied', 'Z', '2026-03-02', { authority })]);
		const rows = await ask(breaches, { as_of: day });
		expect(columns(rows, 'item', 'clock', 'statutory')).toEqual([
			['39.4', 'reply.conditional', true],
			['41.2', 'local.dispute.accept', false],
		]);
	});

	test('截至作出之前的一日，还没有这一瑕疵', async () => {
		await begin([...bodies, asked, agreed({ outcome: 'refuse' })]);
		expect(await ask(breaches, { as_of: '2026-03-03' })).toEqual([]);
		expect(await ask(breaches, { as_of: '2026-03-04' })).toHaveLength(1);
		expect((await ask(matters, { as_of: '2026-03-03' }))[0]?.defects).toEqual([]);
	});
});

describe('目录之外的条件（第十五条第一款）', () => {
	const extra = ['另行缴纳运维费用'];
	eachCase(
		[
			[
				'目录未列的条件',
				[item({ conditions: '限履行法定职责时使用' }), asked, agreed({ conditions: extra })],
				[['conditions_outside_catalogue']],
			],
			[
				'目录列明的条件',
				[item({ conditions: ['限履职使用', '另行 缴纳运维费用'] }), asked, agreed({ conditions: extra })],
				[],
			],
			[
				'目录文字中含有的条件',
				[item({ conditions: '限履职使用；另行缴纳运维费用' }), asked, agreed({ conditions: '另行缴纳运维费用' })],
				[],
			],
			[
				'无条件共享的目录，任何条件都在目录之外',
				[item({ sharing: 'unconditional' }), asked, agreed({ conditions: extra })],
				[['conditions_outside_catalogue']],
			],
			['目录没有报送条件：无从比较', [item({}), asked, agreed({ conditions: extra })], []],
			['没有登记过的目录：无从比较', [asked, agreed({ conditions: extra })], []],
			[
				'平台自己写明超出目录',
				[asked, agreed({ conditions_outside_catalogue: true })],
				[['conditions_outside_catalogue']],
			],
			[
				'答复之后才列入目录的，不溯及',
				[
					item({ conditions: '限履职' }),
					act('catalogue.registered', null, '2026-03-06', {
						catalogue: 'c1',
						title: '参保人员信息',
						sharing: 'conditional',
						conditions: extra,
					}),
					asked,
					agreed({ conditions: extra }),
				],
				[['conditions_outside_catalogue']],
			],
			[
				'不同意而附条件：不是条件',
				[item({ conditions: '限履职' }), asked, agreed({ outcome: 'refuse', reason_code: '2', conditions: extra })],
				[],
			],
		],
		own => own.map(row => row.defects),
		{ items: ['39.2'] },
	);
});

describe('目录的内容（第十三条第二款、第十五条第二款）', () => {
	eachCase(
		[
			['没有报送的要素不作判断', [item({})], []],
			[
				'报送为空的要素',
				[item({ format: '', classification: null })],
				[['39.1', ['catalogue_incomplete'], ['classification', 'format'], '2026-01-05']],
			],
			['有条件共享而条件为空', [item({ conditions: [] })], [['39.2', ['no_sharing_conditions'], [], '2026-01-05']]],
			[
				'不予共享没有依据',
				[item({ sharing: 'none', non_share_reason: '涉密' })],
				[['39.2', ['no_legal_basis'], [], '2026-01-05']],
			],
			['不予共享写明依据', [item({ sharing: 'none', legal_basis: '《统计法》第二十八条' })], []],
		],
		own => columns(own, 'item', 'defects', 'missing', 'since'),
	);

	test('重新登记补齐之后，线索不再列出；以当时所知仍可查', async () => {
		await begin([...bodies, item({ format: '' })]);
		const before = position();
		await begin(
			[...bodies, item({ format: '' })],
			[act('catalogue.registered', null, '2026-02-05', { catalogue: 'c1', sharing: 'conditional', format: 'CSV' })],
		);
		expect(await ask(breaches, { as_of: day })).toEqual([]);
		expect(await ask(breaches, { as_of: day, known: before })).toHaveLength(1);
		expect(await ask(breaches, { as_of: '2026-02-01' })).toHaveLength(1);
	});
});

describe('终止、变更服务而未备案、未协商（第二十七条第三款）', () => {
	const ended = act('service.terminated', null, '2026-03-10', { service_id: 's1', effective_at: '2026-03-10' });
	const filing = (when: string, consulted: boolean) =>
		act('service.change_filed', null, when, { service_id: 's1', consulted });
	eachCase(
		[
			['没有备案', [ended], [['39.7', ['not_filed'], '2026-03-10']]],
			['事前备案并协商', [filing('2026-03-09', true), ended], []],
			['事前备案而未协商', [filing('2026-03-09', false), ended], [['39.7', ['not_consulted'], '2026-03-10']]],
			['生效之后才备案', [ended, filing('2026-03-11', true)], [['39.7', ['not_filed'], '2026-03-10']]],
			[
				'因违规使用被暂停后终止',
				[act('service.suspended', null, '2026-03-01', { department: authority, service_id: 's1' }), ended],
				[],
			],
			[
				'归入案件的，按案件列',
				[act('service.terminated', 'F', '2026-03-10', { effective_at: '2026-03-10' })],
				[['39.7', [], '2026-03-10']],
			],
		],
		own => columns(own, 'item', 'defects', 'since'),
	);
});

describe('认定是人的行为', () => {
	eachCase(
		[
			['没有认定：待认定', [asked], [[null, null]]],
			['认定成立', [asked, decided('A', 'confirmed', { item: '39.4' })], [['confirmed', '2026-04-20']]],
			['以 kind 写明项的也算', [asked, decided('A', 'dismissed', { kind: '39.4' })], [['dismissed', '2026-04-20']]],
			['另一项的认定与此无关', [asked, decided('A', 'confirmed', { item: '39.2' })], [[null, null]]],
			[
				'另一部门的认定与此无关',
				[asked, decided('A', 'confirmed', { item: '39.4', counterparty: civil })],
				[[null, null]],
			],
			[
				'限于另一时限的认定与此无关',
				[asked, decided('A', 'confirmed', { item: '39.4', clock: 'delivery' })],
				[[null, null]],
			],
		],
		own => columns(own, 'decision', 'decided_on'),
	);

	test('以最后一次认定为准；撤销的认定不算；截至认定之前为待认定', async () => {
		const later = act('finding.decided', 'A', '2026-04-25', {
			department: authority,
			item: '39.4',
			decision: 'dismissed',
		});
		await begin([...bodies, asked, decided('A', 'confirmed', { item: '39.4' }), later]);
		const decisionOn = async (as_of: string) => (await ask(breaches, { as_of }))[0]?.decision;
		expect([await decisionOn('2026-04-19'), await decisionOn('2026-04-20'), await decisionOn(day)]).toEqual([
			null,
			'confirmed',
			'dismissed',
		]);
		await begin([...bodies, asked, later], [act('finding.decided', null, '2026-04-26', { retracts: later.id })]);
		expect(await decisionOn(day)).toBeNull();
	});

	test('不属于任何案件的事实，以事件编号认定', async () => {
		const blank = item({ format: '' });
		await begin([...bodies, blank, decided(null, 'confirmed', { item: '39.1', fact: blank.id })]);
		expect(columns(await ask(breaches, { as_of: day }), 'decision')).toEqual([['confirmed']]);
	});

	test('检查、投诉中登记的线索与系统发现的一并列出；不属于各项的不列', async () => {
		const recorded = (subject: string, kind: string) =>
			act('finding.recorded', subject, '2026-03-02', {
				department: authority,
				counterparty: hrss,
				kind,
				facts: '仍要求提交证明',
			});
		await begin([
			...bodies,
			recorded('X1', '40.1'),
			recorded('X2', '应用未用'),
			decided('X1', 'confirmed', { kind: '40.1' }),
		]);
		expect(columns(await ask(breaches, { as_of: day }), 'item', 'case_id', 'department', 'facts', 'decision')).toEqual([
			['40.1', 'X1', hrss, '仍要求提交证明', 'confirmed'],
		]);
	});
});

describe('部门联络员只见本部门的线索', () => {
	test('作为对方的案件，不见', async () => {
		await begin([...bodies, asked]);
		expect(await ask(breaches, { as_of: day, visible: [civil] })).toEqual([]);
		expect(await ask(breaches, { as_of: day, visible: [hrss] })).toHaveLength(1);
	});
});

const questions = fc.record({
	as_of: fc.constantFrom('2026-02-20', '2026-03-13', '2026-03-31', '2026-04-30'),
	behind: fc.nat(5),
	visible: fc.option(fc.subarray([hrss, civil], { minLength: 1 })),
	departments: fc.option(fc.subarray([hrss, civil], { minLength: 1 })),
});

describe('数字就是清单', () => {
	test('各项各认定状态的条数，等于所打开清单的长度', () =>
		fc.assert(
			fc.asyncProperty(stories, questions, async (events, { as_of, behind, visible, departments }) => {
				await begin([...bodies, ...events]);
				const common = { as_of, known: Math.max(2, position() - behind), visible, departments };
				const tiles = await ask(breachItems, common);
				expect(tiles.map(tile => tile.item)).toEqual(Object.keys(liabilities));
				const lists = { total: null, pending: ['pending'], confirmed: ['confirmed'], dismissed: ['dismissed'] };
				for (const [count, decided] of Object.entries(lists)) {
					const rows = await ask(breaches, { ...common, decided });
					expect(rows.every(row => row.total === rows.length)).toBe(true);
					expect(tiles.map(tile => [tile.item, tile[count as keyof typeof lists]])).toEqual(
						tiles.map(({ item }) => [item, rows.filter(row => row.item === item).length]),
					);
				}
				const fullest = tiles.reduce((a, b) => (b.total > a.total ? b : a));
				const one = await ask(breaches, { ...common, items: [fullest.item] });
				expect(one.length).toBe(fullest.total);
			}),
			{ numRuns: 6 },
		));
});

describe('地方时限不进入任何法定数字', () => {
	const local = clockNames.filter(name => !clocks[name].statutory);
	const span = { from: '2026-01-01', to: '2026-12-31' };

	test('总览、排名、趋势、缺省清单和它们的合计，有没有地方时限的事项都一样', async () => {
		const owed = [asked, act('correction.received', 'J', '2026-03-02')];
		const besides = [
			act('dispute.applied', 'Z', '2026-03-02', { authority }),
			act('disposal.required', 'C', '2026-03-02', { counterparty: civil, deadline: '2026-03-10' }),
			act('security.discovered', 'Q', '2026-03-02', { level: '重大' }),
			act('return.batch', 'H', '2026-03-02', { due_date: '2026-03-10' }),
			act('service.terminated', 'F', '2026-03-10'),
			act('service.suspended', 'F2', '2026-03-02', { counterparty: civil, deadline: '2026-03-10' }),
			received('N', '2026-03-02', { sharing: 'none' }),
			act('request.extension_requested', 'A', '2026-03-03', { authority }),
			act('catalogue.submitted', 'M', '2026-03-02', { initial: true, authority }),
			act('correction.received', 'J2', '2026-03-02', { discovered_at: '2026-02-02', counterparty: civil }),
			act('correction.fed_back', 'J2', '2026-03-02 10:00'),
			act('complaint.received', 'T', '2026-03-02'),
		];
		const figures = async () => ({
			overview: await ask(overview, { as_of: day, ...span }),
			league: (await ask(league, { as_of: day, ...span })).filter(
				row => row.clock !== 'correction' && row.clock !== 'total',
			),
			trend: await ask(trend, { as_of: day, ...span }),
			matters: (await ask(matters, { as_of: day })).map(({ total: _, ...row }) => row),
		});
		const away = (told: Awaited<ReturnType<typeof figures>>) => ({
			...told,
			overview: told.overview.filter(row => row.clock !== 'correction'),
			trend: told.trend.filter(row => row.clock !== 'correction'),
			matters: told.matters.filter(row => row.case_id !== 'J2'),
		});
		await begin([...bodies, ...owed]);
		const before = away(await figures());
		await begin([...bodies, ...owed, ...besides]);
		expect(away(await figures())).toEqual(before);
		const rows = await ask(matters, { as_of: day, clocks: local });
		expect(new Set(rows.map(row => row.clock)).size).toBeGreaterThanOrEqual(11);
	});
});

describe('回流的额外限制条件（第二十四条第一款）', () => {
	const answer = (id: string, more: Record<string, unknown>) =>
		act('return.decided', null, '2026-03-10', { id, catalogue: id, counterparty: civil, ...more });

	test('回流设有额外限制条件：第三十九条第二项；没有的、撤销的不列', async () => {
		await begin([
			...bodies,
			answer('设条件', { extra_conditions: ['须先提供本级数据'] }),
			answer('写成文字', { extra_conditions: '限每月一次' }),
			answer('没有', { extra_conditions: [] }),
			answer('不写', {}),
			answer('撤销的', { extra_conditions: '限每月一次' }),
			act('return.decided', null, '2026-03-11', { id: '撤销', retracts: '撤销的' }),
		]);
		const found = await ask(breaches, { as_of: day });
		const told = found.map(row => [row.catalogue, row.item, row.department, row.defects]);
		expect(told.sort()).toEqual([
			['写成文字', '39.2', hrss, ['return_conditions']],
			['设条件', '39.2', hrss, ['return_conditions']],
		]);
	});
});
