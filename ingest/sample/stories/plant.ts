import type { Day } from '#analytics/law/day.ts';
import { dateOf, type Line, requested } from '../acts.ts';
import { type Casefile, clock, type Row } from '../casefile.ts';
import type { Item } from '../city.ts';
import type { Setting } from '../setting.ts';

/** A planted story: what it is about and by which cases it can be told. */
export type Story = {
	/** Number of the known trap of supervision that it shows; null where it shows none but belongs to every city. */
	trap: number | null;
	/** Chinese, short. */
	title: string;
	caseIds: string[];
	/** Chinese: what a supervisor should see in it. */
	tells: string;
	rows: Row[];
};

/** A story from its files. */
export function story(trap: number | null, title: string, tells: string, ...files: Casefile[]): Story {
	const caseIds = files.map(file => file.id).filter(id => id !== '');
	return { trap, title, caseIds: [...new Set(caseIds)], tells, rows: files.flatMap(file => file.rows) };
}

/** The working day so many working days before the first start. */
export function ago(s: Setting, days: number): Day {
	return s.workday(s.anchor, -days);
}

/** The provider's `n`-th item of a sharing type. Throws RangeError where it has none. */
export function itemAt(s: Setting, slug: string, sharing: Item['sharing'], n = 0): Item {
	const found = s.city.itemsOf(slug).filter(item => item.sharing === sharing);
	const item = found[n % Math.max(1, found.length)];
	if (!item) throw new RangeError(`${slug} 没有共享属性为 ${sharing} 的目录`);
	return item;
}

/** Case number of a planted request, `SQ20260921-T05A`. */
export function number(mark: string, on: Day): string {
	return `SQ${dateOf(on)}-${mark}`;
}

/** A planted request for one item, submitted at 09:30 of a day. */
export function asked(
	s: Setting,
	mark: string,
	on: Day,
	item: Item,
	demander = 'zwfw',
	extra: Parameters<typeof requested>[5] = {},
): Line {
	const [line] = requested(s, number(mark, on), s.bodyOn(demander, on), [item], clock(on, 9, 30), extra);
	if (!line) throw new RangeError(`案件 ${mark} 没有申请内容`);
	return line;
}
