import type { Run } from '#analytics/cases/run.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { PROVIDER } from '#test/cases/casebook.ts';
import type { Side, Sides } from './compare.ts';
import { isEarlier, moment, type Opinion } from './deeds.ts';
import { deliveries } from './delivery.ts';
import type { Draw } from './draw.ts';
import { ELSEWHERE } from './events.ts';
import { dayAt } from './fingers.ts';
import { firstOf, replies } from './reply.ts';
import { retentions, turns } from './turns.ts';
import { updates } from './update.ts';
import type { Matter } from './walk.ts';

/** Reply and delivery of every line at every department that had the request. */
export const requestSides: Sides = (draw, found) => {
	const lines = new Set(draw.deeds.map(({ line }) => line));
	if (lines.size > 1) lines.delete('');
	return [...lines].flatMap(line => mattersOf(draw, line)).flatMap(matter => sidesOf(matter, found));
};

function sidesOf(matter: Matter, found: Run[]): Side[] {
	const department = matter.opened.kind === 'transfer' ? ELSEWHERE : PROVIDER;
	const own = found.filter(run => run.line === matter.line && run.department === department);
	return [
		{ found: own.filter(({ clock }) => clock !== 'delivery'), opinions: replies(matter) },
		{ found: own.filter(({ clock }) => clock === 'delivery'), opinions: deliveries(matter) },
	];
}

/** What one line of a request comes to at each department that had it. */
function mattersOf({ deeds, conditional, policies }: Draw, line: string): Matter[] {
	const own = deeds.filter(deed => deed.line === '' || deed.line === line);
	const receipts = own.filter(({ kind }) => kind === 'receive');
	const opened = firstOf(receipts);
	if (opened === undefined) return [];
	const shared = { line, conditional, policies, asked: dayAt(Math.min(...receipts.map(moment))) };
	const passed = own.find(deed => deed.kind === 'transfer' && !isEarlier(deed, moment(opened)));
	if (passed === undefined) return [{ ...shared, opened, deeds: own }];
	return [
		{ ...shared, opened, deeds: own.filter(({ away }) => !away) },
		{
			...shared,
			opened: { ...passed, recorded: Math.max(moment(passed), moment(opened)) },
			deeds: own.filter(({ away }) => away),
		},
	];
}

const clock = (name: ClockName, found: Run[], opinions: Opinion[]): Side => ({
	found: found.filter(run => run.clock === name),
	opinions,
});

/** Verification and correction. */
export const correctionSides: Sides = ({ deeds, policies }, found) => {
	const turn = { limit: 10, clock: 'correction', start: 'receive correction', stops: ['feed'] } as const;
	return [clock('correction', found, turns(turn, deeds, policies))];
};

/** Update and review of a catalogue. */
export const catalogueSides: Sides = ({ deeds, policies }, found) => {
	const turn = { limit: 2, clock: 'catalogue.review', start: 'submit', stops: ['return', 'publish'] } as const;
	return [
		clock('catalogue.update', found, updates(deeds, policies)),
		clock('catalogue.review', found, turns(turn, deeds, policies)),
	];
};

/** How long records are kept. */
export const retentionSides: Sides = ({ deeds }, found) => [clock('retention', found, retentions(deeds))];
