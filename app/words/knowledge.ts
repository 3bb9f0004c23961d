import { dayOf, type Instant } from '#analytics/law/day.ts';
import { count, longDay, longInstant } from './format.ts';

type Known = { known: number; known_on: string | null; known_at: Instant | null; today: string };

/** What is known, as a phrase: 按2026年10月31日24时所知（账本第12,345条）. */
export function knownWords({ known, known_on: on, known_at: at, today }: Known): string {
	const entry = known === 0 ? '账本尚无事件' : `账本第${count(known)}条`;
	if (on !== null) return `按${longDay(on)}${on === today ? '目前' : '24时'}所知（${entry}）`;
	return at === null ? `按${entry}所知` : `按${entry}所知（${longInstant(at)}收到）`;
}

/** What a page whose day or knowledge is fixed shows, and what that leaves out, in sentences. */
export function frozenWords(asked: Known & { as_of: string; given: { known?: string }; forecast: boolean }): string[] {
	const { as_of: asOf, known, known_on: on, known_at: at, given } = asked;
	const said = [`本页定格在${longDay(asOf)}${asOf === asked.today ? '目前' : '24时'}的情况。`];
	if (asked.forecast) said.push('该日尚未到来：以下为推算，假定此后不再办理。');
	if (given.known === undefined) {
		if (!asked.forecast) said.push('按目前所知计算，含此后到达的补报、更正和口径、日历、机构变动。');
		return said;
	}
	said.push(`${knownWords(asked)}计算，此后到达的补报、更正和口径、日历、机构变动均未计入。`);
	if (known === 0) return [...said, '当时尚未收到任何事件，以下没有数据，不代表没有应办事项。'];
	const until = on ?? (at === null ? null : dayOf(at));
	if (until !== null && until < asOf && !asked.forecast) {
		said.push(`截至日晚于所知之时：${longDay(until)}之后的办理当时尚不可知，视为没有再办理。`);
	}
	return said;
}
