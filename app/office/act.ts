import { randomUUID } from 'node:crypto';
import { OFFICE_ID, type ShareEvent } from '#analytics/cases/event.ts';
import { readEvent } from '#analytics/cases/read.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import type { Instant } from '#analytics/law/day.ts';
import { departments } from '#analytics/measures/departments.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import type { Account } from './office.ts';

/**
 * An act of the authority, as its event: `department` and `officer` are filled in. `id`: the event's, where an act may be
 * done only once; a fresh one else. `at`: when it happened, where it corrects what was registered before; else now.
 */
export type Act = { type: EventType; subject?: string; data: Record<string, unknown>; id?: string; at?: Instant };

export type Acting = Pick<House, 'ledger' | 'store' | 'now' | 'today'>;

/**
 * Does an act of the authority: one event of the source `office`, now, by the account. Resolves with its `seq` when this
 * node's figures include it. Throws Refusal 400 where the event does not pass the door, 409 where another act has the `id`;
 * no event was written then.
 */
export async function act(house: Acting, account: Pick<Account, 'name'>, done: Act): Promise<{ seq: number }> {
	const { seq, conflicts } = await acts(house, account, [done]);
	if (conflicts > 0) throw new Refusal(409, 'done_already', '已有他人先作出同一办理，本次未登记。请刷新后核对。');
	return { seq };
}

/**
 * Does several acts at once, as `act` does one: all are entered together, but those whose `id` another act has, which are
 * counted. Throws Refusal 400 where one of them does not pass the door; no event was written then.
 */
export async function acts(
	{ ledger, store, now, today }: Acting,
	account: Pick<Account, 'name'>,
	done: readonly Act[],
): Promise<{ seq: number; conflicts: number }> {
	const at = now();
	const events = await Promise.all(done.map(each => eventOf({ store, today }, account, each, at)));
	const { seq, conflicts } = await ledger.append({
		sourceId: OFFICE_ID,
		receivedAt: at,
		events,
		rejects: [],
		mapping: null,
	});
	await store.catchUp();
	return { seq, conflicts: conflicts.length };
}

/** The event that an act would be, done at an instant. Throws Refusal 400 where it does not pass the door. */
export async function eventOf(
	house: Pick<Acting, 'store' | 'today'>,
	account: Pick<Account, 'name'>,
	{ type, subject, data, id = randomUUID(), at }: Act,
	now: Instant,
): Promise<ShareEvent> {
	const department = await authorityCode(house);
	const read = readEvent({
		specversion: '1.0',
		id,
		source: '/platforms/office',
		type,
		time: new Date(at ?? now).toISOString(),
		recordedtime: new Date(now).toISOString(),
		...(subject === undefined ? {} : { subject }),
		data: { department, ...data, officer: account.name },
	});
	if (!read.ok) throw new Refusal(400, read.code, read.message);
	return read.event;
}

/** Code of the body registered as the authority; `authority` where none is. */
async function authorityCode({ store, today }: Pick<Acting, 'store' | 'today'>): Promise<string> {
	const bodies = await store.ask(departments, {
		as_of: today(),
		known: store.position(),
		visible: null,
		code: null,
	});
	return bodies.find(({ kind, identified }) => identified && kind === 'authority')?.code ?? 'authority';
}
