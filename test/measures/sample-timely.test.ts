import { beforeAll, describe, expect, test } from 'vitest';
import { readEvent } from '#analytics/cases/read.ts';
import { endOf, toDay } from '#analytics/law/day.ts';
import { indicatorCodes } from '#analytics/law/indicators.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import type { Store } from '#analytics/store/store.ts';
import { MERGED } from '#ingest/sample/city.ts';
import { openSetting } from '#ingest/sample/setting.ts';
import { history } from '#ingest/sample/story.ts';
import { bench } from '#test/store/opened.ts';
import { plantedActs } from './planted-acts.ts';
import type { Raw } from './quality-plainly.ts';
import { plainlyTimely, type Unit } from './timely-plainly.ts';

const anchor = toDay('2026-11-22');
const setting = openSetting('shudu', anchor);
const { open, tell } = bench();
const asked =
	/^(request|delivery|correction|return|dispute|organisation|enforcement|justification)\.|^catalogue\.|^service\.(suspended|resumed|terminated)|^platform\.heartbeat/;
const raw: Raw[] = [];
let store: Store;

beforeAll(async () => {
	store = await open();
	let sourceId = 0;
	const told = history('shudu', anchor, endOf(anchor));
	const extra = plantedActs(setting);
	const platforms = [...told, ['office', extra] as const];
	for (const [platform, rows] of platforms) {
		const wanted = rows.filter(({ event }) => asked.test(event.type));
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
			platform === 'office' ? 1 : ++sourceId + 1,
		);
	}
	await store.catchUp();
}, 240_000);

const codes = indicatorCodes.filter(code => /^[TG]/.test(code));
const merged = MERGED.from.map(slug => setting.city.bySlug(slug).code);
const bodyOf = (code: string, on: string) =>
	merged.includes(code) && on >= setting.merger ? setting.city.bySlug(MERGED.to).code : code;
const all = { visible: null, departments: null, kinds: null, regions: null, catalogues: null };

describe('每项及时性、自查指标、每个部门，与不用我们的程序另算的一致', () => {
	test.each([
		['2026-11-22', '2025-11-23', '2026-11-22'],
		['2026-09-30', '2026-07-01', '2026-09-30'],
		['2026-11-22', '2026-09-01', '2026-09-30'],
		['2026-03-31', '2026-02-01', '2026-02-28'],
		['2026-03-10', '2026-03-01', '2026-03-31'],
		['2026-10-09', '2026-10-01', '2026-10-31'],
		['2025-08-31', '2025-08-01', '2025-08-31'],
	])('截至%s：%s至%s', async (as_of, from, to) => {
		const asked = { as_of, known: store.position(), from, to, indicators: codes, ...all };
		const rows = await store.ask(indicatorUnits, { ...asked, outcomes: null, limit: 1_000_000, offset: 0 });
		const units = plainlyTimely(raw, { asOf: as_of, from, to, bodyOf });
		const mine = rows.map(({ department, case_id, on_day, num, den, excused, ...row }) => {
			const about = row.indicator === 'G7' ? '' : (case_id ?? row.line ?? row.event_id ?? '');
			return line({ indicator: row.indicator as string, department, about, on: on_day, num, den: den ?? 0, excused });
		});
		expect(differing(mine, units.map(line))).toEqual([]);
		const sums = new Map<string, number[]>();
		for (const { indicator, department, num, den, excused } of units) {
			const sum = sums.get(`${indicator} ${department}`) ?? [0, 0, 0, 0];
			const more = excused ? [num, den, 0, 0] : [num, den, num, den];
			sums.set(
				`${indicator} ${department}`,
				sum.map((each, i) => each + (more[i] ?? 0)),
			);
		}
		const figures = (await store.ask(indicatorFigures, asked)).filter(row => row.department !== null && row.units > 0);
		const told = figures.map(row => [
			`${row.indicator} ${row.department}`,
			...[row.num, row.den ?? 0, row.adjudicated_num, row.adjudicated_den ?? 0],
		]);
		expect(told.toSorted()).toEqual([...sums].map(([key, sum]) => [key, ...sum]).toSorted());
		if (from === '2025-11-23') expect(new Set(figures.map(row => row.indicator))).toEqual(new Set(codes));
	});
});

function line({ indicator, department, about, on, num, den, excused }: Unit): string {
	const what = indicator === 'G7' ? '' : about;
	return [indicator, department, what, on, `${num}/${den}`, excused ? '有正当理由' : ''].join(' ');
}

/** What only one of the two says. */
function differing(mine: string[], other: string[]): string[] {
	const left = new Map<string, number>();
	for (const each of mine) left.set(each, (left.get(each) ?? 0) + 1);
	for (const each of other) left.set(each, (left.get(each) ?? 0) - 1);
	return [...left].filter(([, n]) => n !== 0).map(([each, n]) => `${n > 0 ? '程序' : '手指'} ${each}`);
}
