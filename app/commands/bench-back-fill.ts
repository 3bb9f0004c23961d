import { servePlatform } from '#analytics/bench/platform.ts';
import type { BackFillLine } from '../sources/back-fill.ts';
import { count } from '../words/format.ts';
import { startBenchHouse } from './bench-house.ts';
import { type Outcome, WrongCall } from './command.ts';

/** Resident memory of the server process that a back-fill has to stay under, in MB. */
const MOST_MB = 700;

/**
 * Back-fills so many events from a platform of its own into a fresh house, which runs as a user runs it (ingest, ledger, read
 * model and web in one process). Progress goes to stderr; counted is the time until every event can be asked for.
 */
export async function benchBackFill(total: number, over: string): Promise<Outcome> {
	if (over !== 'http' && over !== 'postgres') throw new WrongCall(`--over 应为 http 或 postgres，收到的是 ${over}`);
	const platform = over === 'http' ? await overHttp(total) : await overPostgres(total);
	const house = await startBenchHouse();
	try {
		await house.add({ ...platform.connect, every: 86_400 });
		await platform.fill();
		const began = Date.now();
		await house.begin();
		const filled = await house.filled();
		const seconds = (Date.now() - began) / 1000;
		return outcomeOf({ over, total, filled, seconds, peak: house.peak(), verified: await house.verify() });
	} finally {
		await house.close();
		await platform.close();
	}
}

async function overHttp(total: number) {
	const { url, open, close } = await servePlatform(total);
	return { connect: { kind: 'http', url }, fill: async () => open(), close };
}

async function overPostgres(total: number) {
	const { openFrontEnd } = await import('#analytics/bench/front-end.ts');
	return openFrontEnd(total);
}

type Found = {
	over: string;
	total: number;
	filled: BackFillLine;
	seconds: number;
	peak: number;
	verified: Outcome;
};

function outcomeOf({ over, total, filled, seconds, peak, verified }: Found): Outcome {
	const rate = Math.round(total / seconds);
	const { seq } = verified.data as { seq: number };
	const whole = filled.accepted === total && seq === total && !verified.failed;
	const kept = peak <= MOST_MB;
	const lines = [...verified.lines, `每秒 ${count(rate)} 条（${count(Math.round(seconds))} 秒，至全部可查询）`];
	const result = `经 ${over} 补采 ${count(filled.accepted)} 条：内存最高 ${count(peak)} MB，限值 ${MOST_MB} MB，${kept ? '未超过' : '超过'}${whole ? '' : '；事件不全'}`;
	return { lines, result, data: { over, total, seconds, rate, peak, limit: MOST_MB }, failed: !(kept && whole) };
}
