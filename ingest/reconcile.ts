import { type Day, endOf, plusDays, startOf, toDay } from '#analytics/law/day.ts';
import { type Connect, type TableConnect, tellsTotals } from '#analytics/ledger/connect.ts';
import { connectorOf } from './connect/connector.ts';
import { PlatformFault } from './connect/fault.ts';
import type { Patience } from './connect/http.ts';
import { WrongRange } from './connect/range.ts';
import { askTotals, type DayTotal } from './connect/totals.ts';
import { zoneOf } from './mappings/zone.ts';

/** What a platform said when asked for its totals of a span; `fault`: why it said nothing, in Chinese. */
type Totals = { days: DayTotal[] } | { fault: string };

/** Asks a source what it holds of each day of a span (Asia/Shanghai), both included; writes nothing. `connect`: with its secrets. */
export async function totalsOf(
	connect: Connect,
	{ from, to }: { from: string; to: string },
	patience?: Patience,
): Promise<Totals> {
	if (!tellsTotals(connect)) return { fault: '这个来源没有配置怎样核对件数。' };
	try {
		if (connect.kind === 'http') return { days: await askTotals(connect, { from, to }, patience) };
		const days: DayTotal[] = [];
		for (let day = toDay(from); day <= to; day = plusDays(day, 1))
			days.push({ date: day, counts: { '*': await rowsOn(day, connect, patience) } });
		return { days };
	} catch (error) {
		if (error instanceof PlatformFault) return { fault: error.message };
		if (error instanceof WrongRange) return { fault: '核对件数的列不是时间，请在来源配置中改为平台写入时间的列。' };
		throw error;
	}
}

/** Rows of a table that were written on a day, by its own count. */
async function rowsOn(
	day: Day,
	connect: TableConnect & Required<Pick<TableConnect, 'totals'>>,
	patience?: Patience,
): Promise<number> {
	const { column } = connect.totals;
	const clocks = zoneOf(connect.zone ?? 'Asia/Shanghai');
	const told = (at: number) => new Date(at + clocks.offset(at)).toISOString().slice(0, 19).replace('T', ' ');
	const range = { begins: told(startOf(day)), ends: told(endOf(day)) };
	const connector = connectorOf({ ...connect, order: { column, key: connect.order.key ?? column } }, range);
	try {
		return (await connector.count?.(patience)) ?? 0;
	} finally {
		await connector.close?.();
	}
}
