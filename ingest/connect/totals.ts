import { z } from 'zod';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { PlatformFault } from './fault.ts';
import { ask, type Patience } from './http.ts';

/** How many events of each type a platform says that it wrote on a day (Asia/Shanghai); `*`: of all types together. */
export type DayTotal = { date: string; counts: Record<string, number> };

const number = z.int().nonnegative().max(2_147_483_647);
const day = z.union([
	z.object({ date: z.iso.date(), counts: z.record(z.string().min(1).max(100), number) }),
	z.object({ date: z.iso.date(), total: number }),
]);
const answer = z.object({ days: z.array(day).max(1000) });

/** Asks an interface what it holds of the days of a span, both included. Days that it leaves out are not told of. Throws PlatformFault. */
export async function askTotals(
	connect: HttpConnect & { totals: { url: string } },
	{ from, to }: { from: string; to: string },
	patience?: Patience,
): Promise<DayTotal[]> {
	const url = new URL(connect.totals.url);
	url.searchParams.set('from', from);
	url.searchParams.set('to', to);
	const { json } = await ask(connect, url, patience);
	const read = answer.safeParse(json);
	if (!read.success) throw wrongAnswer();
	const days = read.data.days.filter(({ date }) => date >= from && date <= to);
	if (new Set(days.map(({ date }) => date)).size < days.length) throw wrongAnswer('，每日只列一次');
	return days.map(each => ({ date: each.date, counts: 'counts' in each ? each.counts : { '*': each.total } }));
}

function wrongAnswer(more = ''): PlatformFault {
	return new PlatformFault(
		'bad_totals',
		`平台关于件数的答复不是约定的形式，应为 {"days":[{"date":"2026-03-02","counts":{"request.received":3}}]}，或者以 total 给出总数${more}。请联系平台修正接口。`,
	);
}
