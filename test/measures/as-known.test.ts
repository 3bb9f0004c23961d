import { beforeAll, describe, expect, test } from 'vitest';
import { workload } from '#analytics/bench/cases.ts';
import type { LedgerEvent, ShareEvent } from '#analytics/cases/event.ts';
import { plusDays, toDay } from '#analytics/law/day.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { measures } from '#analytics/measures/index.ts';
import { indicatorFigures } from '#analytics/measures/indicators.ts';
import type { Args, Kind, Measure, Shape } from '#analytics/measures/measure.ts';
import { restatementCauses, restatementFigures, restatements } from '#analytics/measures/restatements.ts';
import type { Store } from '#analytics/store/store.ts';
import { act, authority, registered } from '#test/store/acts.ts';
import { bench } from '#test/store/opened.ts';
import { changed } from './organisations.ts';

/** Events that come after the report: of cases, and daily reports of services. */
const LATER = { cases: 25_000, daily: 75_000 };
/** Cases that the report knows, each but its last event. */
const FIRST = 300;

const { open, tell } = bench();
const asked = { as_of: '2026-06-30', from: '2026-01-01', to: '2026-06-30', visible: null, ruled_on: '2026-01-01' };

/** What required arguments are where nothing narrows; the rest is null. */
const usual: Record<string, unknown> = {
	...{ sort: 'due_on', descending: false, limit: 5_000, offset: 0, case_id: 'BENCH-1', seq: 3, known_before: 3 },
	...{ within: 30, days: 30, refiled_within: 30 },
};
const plain: Record<string, unknown> = {
	int: 1,
	text: '1',
	real: 1,
	flag: false,
	day: '2026-03-31',
	instant: 0,
	texts: [],
};

let store: Store;
let reported = 0;
let before: Record<string, string>;
let merged: string[] = [];

function argsOf(measure: Measure, known: number): Args<Measure> {
	const given = { ...usual, ...asked, known };
	const one = ([name, kind]: [string, Kind]) => {
		if (name in given) return [name, given[name as keyof typeof given]];
		return [name, kind.endsWith('?') ? null : plain[kind]];
	};
	return Object.fromEntries(Object.entries(measure.params).map(one)) as Args<Measure>;
}

/** Every measure's answer, as it would be written down. */
async function report(known: number): Promise<Record<string, string>> {
	const answers: Record<string, string> = {};
	for (const [name, measure] of Object.entries(measures)) {
		const rows = await store.ask<Shape, Shape>(measure as Measure, argsOf(measure as Measure, known));
		answers[name] = JSON.stringify(rows);
	}
	return answers;
}

const told = ({ seq: _, sourceId: __, receivedAt: ___, ...event }: LedgerEvent): ShareEvent => event;

/** One of many daily reports of 300 services, on days of 2026. */
function daily(n: number, department: string): ShareEvent {
	const on = plusDays(toDay('2026-01-01'), Math.floor(n / 300));
	const data = { department, service_id: `FW${n % 300}`, date: on, calls: 10, failures: 0 };
	return { ...act('service.daily', null, on, data), id: `日报${n}` };
}

beforeAll(async () => {
	store = await open();
	const cases = workload(6_000);
	const first = cases.slice(0, FIRST).map(({ events }) => events.map(told));
	const known = first.flatMap(events => events.slice(0, -1));
	const missing = first.flatMap(events => events.slice(-1));
	const [one = '', other = ''] = [...new Set(known.map(({ data }) => data.department))];
	merged = [one, other];
	await tell([registered(one, '甲局'), registered(other, '乙局')]);
	await tell(known, 2);
	await store.catchUp();
	reported = store.position();
	before = await report(reported);

	const wrong = known.filter(({ type }) => type === 'request.received').slice(0, 20);
	const corrections = wrong.map(event => ({
		...event,
		id: `${event.id}-更正`,
		occurredAt: event.occurredAt - 3 * 86_400_000,
		data: { ...event.data, corrects: event.id },
	}));
	await tell([...missing, ...corrections], 2);
	const policy = { ...defaultPolicies[0], effective: '2026-02-01', document: '数发〔2026〕9号', dueCutoff: '12:00' };
	await tell([act('policy.adopted', null, '2026-07-01', { department: authority, policy })]);
	await tell([changed('merge', '2026-04-01', [one], [[other]])]);
	const overlay = {
		...{ code: 'typhoon', name: '台风停工', region: '330100', document: '杭政办函〔2026〕8号', work: [] },
		off: [{ name: '台风停工', from: '2026-03-10', to: '2026-03-11' }],
	};
	await tell([act('calendar.adopted', null, '2026-07-02', { department: authority, overlay })]);
	await store.catchUp();
	const bulk = cases.slice(FIRST).flatMap(({ events }) => events.map(told));
	await tell(bulk.slice(0, LATER.cases), 2);
	for (let from = 0; from < LATER.daily; from += 25_000) {
		await tell(
			Array.from({ length: 25_000 }, (_, n) => daily(from + n, one)),
			3,
		);
	}
	await store.catchUp();
}, 600_000);

describe('此后又有十万条事件、更正、口径变动、合并和日历登记', () => {
	test('按当时所知，每项数据逐字节相同', async () => {
		expect(store.position() - reported).toBeGreaterThanOrEqual(LATER.cases + LATER.daily);
		const after = await report(reported);
		for (const name of Object.keys(before)) expect([name, after[name]]).toEqual([name, before[name]]);
		const figures = JSON.parse(before.indicators ?? '[]') as { indicator: string; units: number }[];
		expect(figures.filter(row => row.indicator === 'T2' && row.units > 0).length).toBeGreaterThan(10);
	});

	test('更正清单说明每一处差别，加起来分毫不差', async () => {
		const known = store.position();
		const compared = { ...argsOf(restatements as Measure, known), known_before: reported } as Args<typeof restatements>;
		const [was, now, figures] = await Promise.all([
			store.ask(indicatorFigures, argsOf(indicatorFigures as Measure, reported) as Args<typeof indicatorFigures>),
			store.ask(indicatorFigures, argsOf(indicatorFigures as Measure, known) as Args<typeof indicatorFigures>),
			store.ask(restatementFigures, compared),
		]);
		const key = (row: { indicator: string; department: string | null }) => `${row.indicator} ${row.department}`;
		const listed = new Map(figures.map(row => [key(row), row]));
		const old = new Map(was.map(row => [key(row), row]));
		for (const row of now) {
			const sides = listed.get(key(row));
			const then = old.get(key(row));
			const moved = sides === undefined ? null : [sides.num_before, sides.den_before, sides.num_after, sides.den_after];
			const same = [then?.num ?? 0, then?.den ?? null];
			expect([key(row), moved ?? [...same, ...same]]).toEqual([key(row), [...same, row.num, row.den]]);
		}
		const early = workload(FIRST).map(({ caseId }) => caseId);
		const units = (await store.ask(restatements, { ...compared, limit: 1_000_000 })).filter(
			row => row.case_id !== null && early.includes(row.case_id),
		);
		expect(new Set(units.map(row => row.change))).toEqual(new Set(['appeared', 'vanished', 'changed']));
		const subjects = [...new Set(units.map(row => row.case_id ?? ''))];
		const causes = await store.ask(restatementCauses, { ...compared, subjects, limit: 1_000_000 });
		expect(causes.filter(row => row.subject === null).map(row => row.type)).toEqual([
			'policy.adopted',
			'organisation.changed',
			'calendar.adopted',
		]);
		const explained = new Set(causes.map(row => row.subject));
		const bare = units.filter(row => !explained.has(row.case_id));
		expect(bare.filter(row => row.change !== 'changed' && !merged.includes(row.department))).toEqual([]);
	});
});
