import { expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { eventTypes } from '#analytics/cases/vocabulary.ts';
import { fillingsOf, registers } from '#analytics/store/registers.ts';

const tables = (...types: string[]) =>
	fillingsOf(types.map(type => ({ type })) as LedgerEvent[]).map(([table]) => table);
/** Filled from every event, whatever it is. */
const always = tables();

test.each([
	['use.recorded', ['use_act']],
	['scheme.adopted', ['scheme']],
	['ruleset.adopted', ['rule_set', 'rule_set_rule']],
	['organisation.changed', ['organisation']],
	['request.replied', ['reply_condition', 'conduct']],
	['catalogue.published', ['catalogue_entry']],
	['request.received', []],
	['dispute.raised', []],
])('%s fills its registers, and those that look at every event', (type, own) => {
	expect(tables(type).toSorted()).toEqual([...always, ...own].toSorted());
});

test('every register is filled by some event, and a block of all types passes none over', () => {
	expect(tables(...eventTypes)).toEqual(Object.keys(registers));
	expect(always.length).toBeLessThan(10);
});
