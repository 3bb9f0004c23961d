import { type Day, daysBetween, plusDays } from '#analytics/law/day.ts';
import { type Source, tellsTotals } from '#analytics/ledger/sources.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { act } from './act.ts';
import type { Account } from './office.ts';

/** Days that are asked about at once. */
const MOST = 92;

/**
 * Asks a platform how many events it holds of each day of a span, and keeps what it answers as an act of the authority
 * (`platform.totals`), from which the coverage follows. Resolves with the number of days answered. Throws Refusal 400 or 409 with a Chinese
 * sentence; nothing was written then.
 */
export async function reconcile(
	house: Pick<House, 'intake' | 'sources' | 'ledger' | 'store' | 'now' | 'today'>,
	account: Pick<Account, 'name'>,
	{ id, connect, code, name, ...rest }: Source,
	{ from, to }: { from: Day; to: Day },
): Promise<{ asked: number; answered: number }> {
	if (!tellsTotals(connect)) throw new Refusal(409, 'no_totals', `来源“${name}”没有配置核对件数的地址。`);
	const last = plusDays(house.today(), -1);
	const until = to < last ? to : last;
	const asked = daysBetween(from, until) + 1;
	if (asked < 1) throw new Refusal(400, 'bad_span', '请选择已经过完的日子：当日的件数尚在变动，次日起可以核对。');
	if (asked > MOST) throw new Refusal(400, 'bad_span', `一次至多核对${MOST}日，所选为${asked}日，请分次核对。`);
	const opened = await house.sources.opened({ ...rest, code, name, connect });
	const told = await house.intake.totals(opened.connect, { from, to: until });
	if ('fault' in told) throw new Refusal(409, 'no_answer', `未能核对：${told.fault}`);
	if (told.days.length === 0) throw new Refusal(409, 'no_answer', '平台的答复没有列出所问的任何一日，未作登记。');
	await act(house, account, { type: 'platform.totals', data: { source_id: id, platform: code, days: told.days } });
	return { asked, answered: told.days.length };
}
