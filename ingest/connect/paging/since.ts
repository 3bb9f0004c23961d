import { z } from 'zod';
import type { HttpConnect, HttpPaging } from '#analytics/ledger/connect.ts';
import { PlatformFault } from '../fault.ts';
import { ask, type Patience } from '../http.ts';
import { readCursor } from '../kept.ts';
import { itemsOf, type Page, saysMore, totalOf, valueAt } from '../page.ts';
import { type Stamp, stampOf } from '../stamp.ts';
import { questionOf, sizeOf } from './question.ts';

/** Seconds that a round goes back where none are declared. */
const LOOK_BACK = 300;
/** Rows of the largest page that is asked for when the rows of one time fill a page. */
const LARGEST = 20_000;

type Since = Extract<HttpPaging, { style: 'since' }>;

/** The last time that was read, in epoch milliseconds; `round`: the list was read to its end. */
const place = z.strictObject({ at: z.int(), round: z.boolean().optional() });

type Read = { items: unknown[]; last: number | null; full: boolean; total: { total?: number } };

/**
 * Everything since a time, in order of it. A page may end in the middle of the rows of one time, so the next question is for
 * that very time again, and what comes twice is dropped by its id; where one time fills a whole page, a larger page is asked
 * for, so that no row of it is passed over. A round begins the look-back earlier, for rows that were written late.
 */
export async function sincePage(
	connect: HttpConnect,
	paging: Since,
	cursor: string | null,
	patience: Patience,
): Promise<Page> {
	const stamp = stampOf(paging.stamp ?? 'iso', paging.zone ?? 'Asia/Shanghai');
	const kept = cursor === null ? null : readCursor(cursor, place);
	const from = kept && (kept.round ? kept.at - (paging.lookBack ?? LOOK_BACK) * 1000 : kept.at);
	const page = await pastTie(connect, { paging, stamp, from, patience });
	const at = page.last ?? kept?.at ?? null;
	if (at === null) return { items: page.items, next: null, more: false };
	const { items, full: more, total } = page;
	return { items, next: JSON.stringify(more ? { at } : { at, round: true }), more, ...total };
}

type Question = { paging: Since; stamp: Stamp; from: number | null; patience: Patience };

/** The page, as large as it has to be to lead beyond the time that is asked for. */
async function pastTie(connect: HttpConnect, question: Question): Promise<Read> {
	let page = await pageSince(connect, question, sizeOf(connect));
	const { from, stamp } = question;
	for (let size = sizeOf(connect) * 4; page.full && from !== null && (page.last ?? from) <= from; size *= 4) {
		const larger = size <= LARGEST ? await pageSince(connect, question, size) : page;
		if (larger.items.length > page.items.length) {
			page = larger;
			continue;
		}
		// As many as before: these are all rows of that time, or the platform gives no larger pages and keeps some back.
		const beyond = await pageSince(connect, { ...question, from: from + stamp.step }, sizeOf(connect));
		if (beyond.items.length > 0 || size > LARGEST) throw largeTie(stamp, from);
		return { ...page, full: false };
	}
	return page;
}

async function pageSince(
	connect: HttpConnect,
	{ paging, stamp, from, patience }: Question,
	size: number,
): Promise<Read> {
	const told = from === null ? null : stamp.write(paging.exclusive ? from - stamp.step : from);
	const { json } = await ask(connect, questionOf(connect, 'since', told, size), patience);
	const items = itemsOf(json, connect);
	const times = timesOf(items, paging, stamp).filter(time => time !== null);
	const [first, last] = [times[0], times.at(-1)];
	if (items.length > 0 && (first === undefined || last === undefined)) {
		throw new PlatformFault(
			'bad_page',
			`平台的记录中没有可读的时间“${paging.time}”，无法按时间接续。请核对来源配置的 connect.paging。`,
		);
	}
	const full = items.length > 0 && (saysMore(json, connect) ?? items.length >= size);
	if (full && descending(times))
		throw new PlatformFault(
			'wrong_order',
			'平台按时间倒序返回，无法按时间接续。请让平台改为正序，或者改用其他分页方式。',
		);
	const latest = times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
	return { items, last: latest, full, total: totalOf(json, connect) };
}

/** The times of rows, in epoch milliseconds; null where none can be read. */
export function timesOf(items: unknown[], { time }: Since, stamp: Stamp): (number | null)[] {
	return items.map(item => stamp.read(valueAt(item, time)));
}

function descending(times: number[]): boolean {
	const down = times.every((time, n) => n === 0 || time <= (times[n - 1] ?? time));
	return down && (times[0] ?? 0) > (times.at(-1) ?? 0);
}

function largeTie(stamp: Stamp, at: number): PlatformFault {
	return new PlatformFault(
		'large_tie',
		`平台在同一时刻（${stamp.write(at)}）的记录多于一页，无法确认是否取全，没有继续。请加大该来源的每页条数 pageSize，或者请平台每页给全末一时刻的记录。`,
	);
}
