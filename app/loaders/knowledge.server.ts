import { type Day, type Instant, toDay } from '#analytics/law/day.ts';
import { knowledge } from '#analytics/measures/knowledge.ts';
import { type Asked, readKnown } from '#app/asked.ts';
import type { House } from '#app/context.ts';

/** A place in the ledger. `on`: the day by whose end it was reached, where it was named so; `at`: when its event was received. */
export type Knowledge = { seq: number; on: Day | null; at: Instant | null };

/** After the last day that any event can have been received on. */
const EVER = toDay('2040-12-31');

/** The place that a text names: a `seq`, or a day, whose 24:00 is meant. Throws Refusal 400. */
export async function knowledgeOf(text: string, { store, today }: Pick<House, 'store' | 'today'>): Promise<Knowledge> {
	const named = readKnown(text, today(), store.position());
	const [on, known] = typeof named === 'number' ? [null, named] : [named, store.position()];
	const [row] = await store.ask(knowledge, { as_of: on ?? EVER, known, visible: null });
	return { seq: on === null ? known : (row?.seq ?? 0), on, at: row?.received_at ?? null };
}

/** The question with the place in the ledger that its `known` names, and when that was received. Throws Refusal 400. */
export async function recalled(asked: Asked, house: Pick<House, 'store' | 'today'>): Promise<Asked> {
	if (asked.given.known === undefined) return asked;
	const { seq, on, at } = await knowledgeOf(asked.given.known, house);
	return { ...asked, known: seq, known_on: on, known_at: at };
}
