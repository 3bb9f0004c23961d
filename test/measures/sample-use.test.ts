import { beforeAll, describe, expect, test } from 'vitest';
import { readEvent } from '#analytics/cases/read.ts';
import { endOf, toDay } from '#analytics/law/day.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import type { Store } from '#analytics/store/store.ts';
import { MERGED } from '#ingest/sample/city.ts';
import { users } from '#ingest/sample/habits.ts';
import { openSetting } from '#ingest/sample/setting.ts';
import { history } from '#ingest/sample/story.ts';
import { bench } from '#test/store/opened.ts';
import type { Raw } from './quality-plainly.ts';
import { plainlyUsed } from './use-plainly.ts';

const anchor = toDay('2026-11-22');
const setting = openSetting('shudu', anchor);
const { open, tell } = bench();
const asked = /^(request|delivery|service|use|disposal|finding|security|complaint|organisation)\./;
/** Requests of stories show how a case can go wrong; the tests of cases tell what becomes of them. */
const planted = /^SQ\d{8}-T(?!YW|YF)/;
const raw: Raw[] = [];
let store: Store;

beforeAll(async () => {
	store = await open();
	let sourceId = 1;
	for (const [platform, rows] of history('shudu', anchor, endOf(anchor))) {
		const wanted = rows.filter(({ event }) => asked.test(event.type) && !planted.test(event.subject ?? ''));
		const own = [...new Map(wanted.map(({ event }) => [event.id, event])).values()];
		const read = own.map(event => readEvent(JSON.parse(JSON.stringify(event))));
		const known = own.filter((_, i) => read[i]?.ok);
		const gone = new Set(known.flatMap(({ data }) => [data.corrects, data.retracts]));
		raw.push(
			...known
				.filter(({ id, data }) => !gone.has(id) && data.retracts === undefined)
				.map(event => ({ ...event, platform })),
		);
		await tell(
			read.flatMap(each => (each.ok ? [each.event] : [])),
			++sourceId,
		);
	}
	await store.catchUp();
}, 240_000);

const counts = ['A3', 'A7a', 'A7b', 'A7c', 'S2a', 'S2b', 'S4a', 'S6a'];
const rates = ['A1', 'A2', 'A4', 'A5', 'S1', 'S3', 'S4b', 'S5', 'S6b'];
const codes = [...counts, ...rates];
const merged = MERGED.from.map(slug => setting.city.bySlug(slug).code);
const bodyOf = (code: string, on: string) =>
	merged.includes(code) && on >= setting.merger ? setting.city.bySlug(MERGED.to).code : code;
const all = { visible: null, departments: null, kinds: null, regions: null, catalogues: null };
const figures = (from: string, to: string) =>
	store.ask(indicatorFigures, { as_of: to, known: store.position(), from, to, indicators: codes, ...all });

describe('每项应用、保障指标、每个部门，与不用我们的程序另算的一致', () => {
	test.each([
		['2026-01-01', '2026-11-22'],
		['2026-07-01', '2026-09-30'],
		['2025-11-23', '2026-11-22'],
		['2026-02-01', '2026-02-28'],
	])('%s至%s', async (from, to) => {
		// A daily report counts by its day, though it is written after midnight.
		const heard = raw.filter(({ time, data }) =>
			data.calls === undefined ? Date.parse(time) < endOf(toDay(to)) : data.date <= to,
		);
		const sums = plainlyUsed(heard, { from, to, bodyOf });
		const rows = (await figures(from, to)).filter(({ department }) => department !== null);
		const told = (indicator: string, num: number, den: number | null) =>
			counts.includes(indicator) ? num > 0 : (den ?? 0) > 0;
		const own = rows.filter(row => told(row.indicator, row.num, row.den));
		const mine = own.map(row => `${row.indicator} ${row.department} ${row.num.toFixed(6)}/${row.den ?? 0}`);
		const other = [...sums]
			.filter(([key, { num, den }]) => told(key.split(' ')[0] ?? '', num, den))
			.map(([key, { num, den }]) => `${key} ${num.toFixed(6)}/${den}`);
		expect(mine.toSorted()).toEqual(other.toSorted());
		expect(mine.length).toBeGreaterThan(200);
		if (from === '2025-11-23') expect(new Set(own.map(row => row.indicator))).toEqual(new Set(codes));
	});
});

describe('示例城市的使用与保障故事', () => {
	const of = async (slug: string, indicator: string) => {
		const departments = [setting.city.bySlug(slug).code];
		const span = { as_of: anchor, known: store.position(), from: '2026-01-01', to: anchor };
		const [row] = await store.ask(indicatorFigures, { ...all, ...span, departments, indicators: [indicator] });
		const units = await store.ask(indicatorUnits, {
			...all,
			...span,
			departments,
			indicators: [indicator],
			outcomes: null,
			limit: 500,
			offset: 0,
		});
		return { value: row?.value ?? null, reason: row?.reason ?? null, units };
	};
	test('应用未用：三项服务获得后从未使用', async () => {
		const { units } = await of(users.idle, 'A1');
		const idle = units.filter(({ case_id, outcome }) => case_id?.includes('-TYW') && outcome === 'unused');
		expect(idle).toHaveLength(3);
	});
	test('文件方式以使用状态认定在用', async () => {
		const { units } = await of(users.byFile, 'A1');
		expect(units.find(({ case_id }) => case_id?.includes('-TYF'))?.outcome).toBe('used');
	});
	test('记录齐备的部门', async () => {
		expect([(await of(users.thorough, 'A5')).value, (await of(users.thorough, 'S5')).value]).toEqual([1, 1]);
	});
	test('从不报送的部门：记录率为零，没有一份记录，保障措施未报送', async () => {
		expect((await of(users.careless, 'A5')).value).toBe(0);
		const outcomes = (await of(users.careless, 'S1')).units.map(({ outcome }) => outcome);
		expect(outcomes).toContain('unrecorded');
		expect(outcomes).not.toContain('recorded');
		expect((await of(users.careless, 'S5')).reason).toBe('not_reported');
	});
});
