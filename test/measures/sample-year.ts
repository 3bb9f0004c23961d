import { beforeAll } from 'vitest';
import { readEvent } from '#analytics/cases/read.ts';
import { endOf, toDay } from '#analytics/law/day.ts';
import type { Store } from '#analytics/store/store.ts';
import { MERGED } from '#ingest/sample/city.ts';
import { openSetting } from '#ingest/sample/setting.ts';
import { history } from '#ingest/sample/story.ts';
import { bench } from '#test/store/opened.ts';
import { plantedActs } from './planted-acts.ts';
import type { Raw } from './quality-plainly.ts';

export const anchor = toDay('2026-11-22');
export const setting = openSetting('shudu', anchor);

const merged = MERGED.from.map(slug => setting.city.bySlug(slug).code);
/** Who answers on a day for what a code owes. */
export const bodyOf = (code: string, on: string) =>
	merged.includes(code) && on >= setting.merger ? setting.city.bySlug(MERGED.to).code : code;

/** Requests of stories show how a case can go wrong; the tests of cases tell what becomes of them. */
const planted = /^SQ\d{8}-T(?!YW|YF)/;
/** What the indicators of each part rest on, told part by part: a part is asked by what is known at its end. */
const parts = {
	used: {
		types: /^(request|delivery|service|use|disposal|finding|security|complaint|organisation)\./,
		without: planted,
		acts: false,
	},
	quality: {
		types: /^(quality|correction|catalogue|service\.daily|organisation|platform\.heartbeat)/,
		without: null,
		acts: false,
	},
	timely: {
		types:
			/^(request|delivery|correction|return|dispute|organisation|enforcement|justification)\.|^catalogue\.|^service\.(suspended|resumed|terminated)|^platform\.heartbeat/,
		without: null,
		acts: true,
	},
};
type Part = keyof typeof parts;

/** One year of the sample city in one read model. */
export type Year = {
	store(): Store;
	/** The last event of the part. */
	known(part: Part): number;
	/** Its events as they were sent, each once, that can be read. */
	raw(part: Part): Raw[];
};

export function sampleYear(): Year {
	const { open, tell } = bench();
	const raw: Record<Part, Raw[]> = { used: [], quality: [], timely: [] };
	const known: Record<Part, number> = { used: 0, quality: 0, timely: 0 };
	let store: Store;
	beforeAll(async () => {
		store = await open();
		const platforms = history('shudu', anchor, endOf(anchor));
		const told = new Set<string>();
		for (const part of ['used', 'quality', 'timely'] as const) {
			const acts = parts[part].acts ? [['office', plantedActs(setting)] as const] : [];
			for (const { platform, source, read } of partOf(part, [...platforms, ...acts])) {
				raw[part].push(...read.map(({ sent }) => ({ ...sent, platform })));
				const fresh = read.map(({ event }) => event).filter(({ id }) => !told.has(`${source} ${id}`));
				for (const { id } of fresh) told.add(`${source} ${id}`);
				await tell(fresh, source);
			}
			known[part] = await store.catchUp();
		}
	}, 900_000);
	return { store: () => store, known: part => known[part], raw: part => raw[part] };
}

type Rows = readonly { event: Omit<Raw, 'platform'> }[];

/** What each platform tells of a part, with the number of its source; our own acts are source 1. */
function partOf(part: Part, platforms: readonly (readonly [platform: string, rows: Rows])[]) {
	const others = platforms.map(([platform]) => platform).filter(platform => platform !== 'office');
	return platforms.map(([platform, rows]) => {
		const source = platform === 'office' ? 1 : others.indexOf(platform) + 2;
		return { platform, source, read: readable(rows, part) };
	});
}

/** The events of a part among those of a platform, each once, as sent and as read; not those that cannot be read. */
function readable(rows: Rows, part: Part) {
	const { types, without } = parts[part];
	const wanted = rows.filter(({ event }) => types.test(event.type) && !without?.test(event.subject ?? ''));
	return [...new Map(wanted.map(({ event }) => [event.id, event])).values()].flatMap(sent => {
		const read = readEvent(JSON.parse(JSON.stringify(sent)));
		return read.ok ? [{ sent, event: read.event }] : [];
	});
}

/** Events without those put right or taken back, and without what takes back. */
export function standing(raw: readonly Raw[]): Raw[] {
	const gone = new Set(
		raw.flatMap(({ platform, data }) => [data.corrects, data.retracts].map(id => `${platform} ${id}`)),
	);
	return raw.filter(({ platform, id, data }) => !gone.has(`${platform} ${id}`) && data.retracts === undefined);
}

/** No figure is narrowed. */
export const all = { visible: null, departments: null, kinds: null, regions: null, catalogues: null };
