import type { desk } from '#analytics/measures/desk.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { type Acting, acts } from './act.ts';
import type { Account } from './office.ts';

/** What is reminded of: the case, who must act, and how often it was reminded before. */
export type Reminded = Pick<Row<typeof desk>, 'case_id' | 'department' | 'reminders'>;

/**
 * Registers a reminder (催办) of each case at the body that must act: one event a case and body, all or none. Of two officers
 * who remind of the same case at once, one is entered; how many of these were not is told. The figures include them then.
 */
export async function remind(
	house: Acting,
	account: Pick<Account, 'name'>,
	cases: readonly Reminded[],
): Promise<{ entered: number; already: number }> {
	const done = cases.map(({ case_id, department, reminders }) => ({
		type: 'enforcement.reminded' as const,
		subject: case_id,
		id: `reminder-${case_id}-${department}-${reminders + 1}`,
		data: { counterparty: department, channel: '本系统' },
	}));
	const { conflicts } = await acts(house, account, done);
	return { entered: done.length - conflicts, already: conflicts };
}
