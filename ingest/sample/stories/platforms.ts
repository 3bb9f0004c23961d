import { plusDays, plusYears } from '#analytics/law/day.ts';
import { byDemander, type Line, replied, requested, serviceOf } from '../acts.ts';
import { casefile, clock } from '../casefile.ts';
import { EXCHANGE, type Item } from '../city.ts';
import type { Setting } from '../setting.ts';
import { ago, asked, itemAt, number, type Story, story } from './plant.ts';

/** One application to the market regulator, told by the city's exchange and by the bureau's own platform under another number. */
function told(s: Setting, marks: [string, string], days: number, item: Item, data: Record<string, unknown>): Line[] {
	const on = ago(s, days);
	const exchange = asked(s, marks[0], on, item, 'tax', { data, platform: EXCHANGE });
	return [exchange, ...requested(s, number(marks[1], on), s.city.bySlug('tax'), [item], clock(on, 9, 32), { data })];
}

/** The number that the national platform gave to a request. */
function national(s: Setting, days: number): Record<string, unknown> {
	return { global_case: `GJ${ago(s, days).replaceAll('-', '')}990100001` };
}

/** Trap 16: one case, told twice with the same number of the national platform: counts once. */
export function reportedTwice(s: Setting): Story {
	const lines = told(s, ['T16A', 'T16B'], 27, itemAt(s, 'samr', 'conditional', 2), national(s, 27));
	for (const line of lines) replied(line, clock(s.workday(ago(s, 27), 9), 15), 'refuse', { data: national(s, 27) });
	return story(
		16,
		'两个平台重复报送',
		'同一申请由市级平台与市场监管平台分别报送，国家编号相同，只能算一件。',
		...lines.map(line => line.file),
	);
}

/** Trap 16: the same without a common number: a candidate that a person must decide; until then it counts twice. */
export function withoutNumber(s: Setting): Story {
	const lines = told(s, ['T16C', 'T16D'], 18, itemAt(s, 'samr', 'conditional', 3), {});
	for (const line of lines) replied(line, clock(s.workday(ago(s, 18), 6), 11), 'refuse');
	return story(
		16,
		'疑似同一申请',
		'两个平台报送的申请方、提供方、目录相同，同日收到，没有共同编号；列入平台核对，由人认定。',
		...lines.map(line => line.file),
	);
}

/** Trap 16: the exchange has the reply in time, the bureau's own platform three working days later: never silently the better one. */
export function differently(s: Setting): Story {
	const [exchange, own] = told(s, ['T16E', 'T16F'], 24, itemAt(s, 'samr', 'conditional', 1), national(s, 24));
	const due = s.due('reply.conditional', ago(s, 24));
	if (exchange) replied(exchange, clock(due, 15, 20), 'refuse', { data: national(s, 24) });
	if (own) replied(own, clock(s.workday(due, 3), 10, 5), 'refuse', { data: national(s, 24) });
	return story(
		16,
		'两个平台答复时间不一致',
		'市级平台称到期日答复，部门平台称三个工作日后才答复；以申请提交的市级平台计时，列入平台核对。',
		...[exchange, own].flatMap(line => line?.file ?? []),
	);
}

/** Article 22: the demander accepted what nobody ever reported as delivered. */
export function acceptedOnly(s: Setting): Story {
	const on = ago(s, 14);
	const line = asked(s, 'T22A', on, itemAt(s, 'stats', 'conditional'));
	replied(line, clock(s.workday(on, 4), 10));
	byDemander(line, 'delivery.accepted', clock(s.workday(on, 9), 16), { data: { score: 4 } });
	return story(null, '有验收无提供', '需求部门已经验收，提供部门平台没有报送提供；提供期限仍在计算。', line.file);
}

/** Article 29(2): a record of use of data that nobody ever reported as delivered. */
export function usedOnly(s: Setting): Story {
	const on = ago(s, 11);
	const item = itemAt(s, 'archive', 'conditional', 3);
	const file = casefile(EXCHANGE, `SY${on.replaceAll('-', '')}-T22B`);
	file.tell('use.recorded', clock(on, 10, 40), s.city.bySlug('culture'), {
		counterparty: s.city.bySlug('archive'),
		data: { catalogue: item.code, service_id: serviceOf(item), retained_until: plusYears(plusDays(on, 1), 3) },
	});
	return story(null, '有使用无提供', '需求部门登记了使用记录，却没有任何提供的报送。', file);
}
