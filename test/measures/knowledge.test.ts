import { expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { toDay } from '#analytics/law/day.ts';
import { knowledge } from '#analytics/measures/knowledge.ts';
import { readAsked } from '#app/asked.ts';
import { knowledgeOf, recalled } from '#app/loaders/knowledge.server.ts';
import { at, received } from '#test/store/acts.ts';
import { bench } from '#test/store/opened.ts';

const { ledger, open } = bench();
const today = () => toDay('2026-11-28');

test('某日24时所知，就是当日结束前收到的最后一条；补报的按收到之日，不按办理之日', async () => {
	const told = (when: string, ...events: ShareEvent[]) =>
		ledger().append({ sourceId: 1, receivedAt: at(when), events, rejects: [], mapping: null });
	await told('2026-10-30 10:00', received('A', '2026-03-02'), received('B', '2026-03-02'));
	await told('2026-10-31 23:59', received('C', '2026-03-02'));
	await told('2026-11-01 00:00', received('D', '2026-10-30'));
	const store = await open();
	await store.catchUp();
	const house = { store, today };
	const seqs = ['2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01', '2026-11-28'].map(async on => [
		on,
		(await knowledgeOf(on, house)).seq,
	]);
	expect(await Promise.all(seqs)).toEqual([
		['2026-10-29', 0],
		['2026-10-30', 2],
		['2026-10-31', 3],
		['2026-11-01', 4],
		['2026-11-28', 4],
	]);
	expect(await knowledgeOf('3', house)).toEqual({ seq: 3, on: null, at: at('2026-10-31 23:59') });
	expect(await store.ask(knowledge, { as_of: '2026-11-28', known: 2, visible: null })).toEqual([
		{ seq: 2, received_at: at('2026-10-30 10:00') },
	]);
	const asked = (query: string) => recalled(readAsked(new URLSearchParams(query), today(), store.position()), house);
	expect(await asked('known=2026-10-31&as_of=2026-10-31')).toMatchObject({
		...{ known: 3, known_on: '2026-10-31', known_at: at('2026-10-31 23:59'), frozen: true },
	});
	expect(await asked('')).toMatchObject({ known: 4, known_on: null, known_at: null, frozen: false });
});
