import { type Connect, tellsTotals } from '#analytics/ledger/connect.ts';
import { PlatformFault } from './connect/fault.ts';
import type { Patience } from './connect/http.ts';
import { askTotals, type DayTotal } from './connect/totals.ts';

/** What a platform said when asked for its totals of a span; `fault`: why it said nothing, in Chinese. */
export type Totals = { days: DayTotal[] } | { fault: string };

/** Asks a source what it holds of each day of a span, both included; writes nothing. `connect`: with its secrets. */
export async function totalsOf(
	connect: Connect,
	span: { from: string; to: string },
	patience?: Patience,
): Promise<Totals> {
	if (!tellsTotals(connect)) return { fault: '这个来源没有配置核对件数的地址。' };
	try {
		return { days: await askTotals(connect, span, patience) };
	} catch (error) {
		if (error instanceof PlatformFault) return { fault: error.message };
		throw error;
	}
}
