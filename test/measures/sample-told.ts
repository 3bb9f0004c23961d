import { readEvent } from '#analytics/cases/read.ts';
import { endOf, toDay } from '#analytics/law/day.ts';
import type { Store } from '#analytics/store/store.ts';
import { registers } from '#ingest/sample/background.ts';
import { openSetting } from '#ingest/sample/setting.ts';
import { stories } from '#ingest/sample/stories/stories.ts';
import type { bench } from '#test/store/opened.ts';

/** The day up to which the sample city's stories are told. */
export const anchor = toDay('2026-11-22');
const setting = openSetting('shudu', anchor);

/** A store that was told the registers and the planted stories of the sample city, platform by platform, each event once. */
export async function toldStories({ open, tell }: Pick<ReturnType<typeof bench>, 'open' | 'tell'>): Promise<Store> {
	const store = await open();
	const rows = [...registers(setting), ...stories(setting).flatMap(one => one.rows)].filter(
		row => row.at < endOf(anchor),
	);
	const sources = new Map<string, ReturnType<typeof readEvent>[]>();
	for (const { platform, event } of rows) {
		const read = sources.get(platform) ?? [];
		read.push(readEvent(JSON.parse(JSON.stringify(event))));
		sources.set(platform, read);
	}
	let sourceId = 1;
	for (const read of sources.values()) {
		const ids = new Set<string>();
		const events = read.flatMap(each => (each.ok ? [each.event] : [])).filter(({ id }) => !ids.has(id) && ids.add(id));
		await tell(events, ++sourceId);
	}
	await store.catchUp();
	return store;
}
