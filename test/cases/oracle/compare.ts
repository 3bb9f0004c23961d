import { emptyCase, fold } from '#analytics/cases/fold.ts';
import type { Run } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { statusOn } from '#analytics/cases/status.ts';
import { clocks } from '#analytics/law/clocks.ts';
import type { Day } from '#analytics/law/day.ts';
import { calendar } from '#test/cases/casebook.ts';
import type { Opinion } from './deeds.ts';
import { diceOf } from './dice.ts';
import { type Draw, drawOf, shuffled, type Tell } from './draw.ts';
import { eventOf } from './events.ts';
import { nameOf } from './fingers.ts';
import { smallest, told } from './shrink.ts';

/** The runs that an opinion is about, and the opinion. */
export type Side = { found: Run[]; opinions: Opinion[] };

/** What both say of a matter, clock by clock. */
export type Sides = (draw: Draw, found: Run[]) => Side[];

/** Compares so many random matters, from a seed on; throws an error with the smallest one found on which both differ. */
export function compareAll(count: number, tell: Tell, sides: Sides, first = 1): void {
	const differs = (draw: Draw) => difference(draw, sides);
	for (let seed = first; seed < first + count; seed++) {
		const draw = drawOf(seed, tell);
		if (differs(draw) === null) continue;
		const small = smallest(draw, differs);
		throw new Error(`${differs(small)}\n${told(small)}`);
	}
}

/** Null where both agree on a matter, else what each says. */
function difference(draw: Draw, sides: Sides): string | null {
	const all = judge(draw);
	let compared = 0;
	for (const { found, opinions } of sides(draw, all)) {
		if (found.length !== opinions.length) return `计时个数：程序 ${found.length}，手指 ${opinions.length}`;
		for (const [n, run] of found.entries()) {
			const differing = differ(run, opinions[n] as Opinion, draw.asked);
			if (differing !== null) return `${run.clock} 第${n + 1}个\n${differing}`;
		}
		compared += found.length;
	}
	return compared === all.length ? null : `计时总数：程序 ${all.length}，手指 ${compared}`;
}

/** The product's statutory runs of a matter, its acts told in any order and some of them twice. */
function judge({ seed, policies, deeds, conditional }: Draw): Run[] {
	let state = emptyCase;
	for (const deed of shuffled(diceOf(seed), deeds)) state = fold(state, eventOf(deed, conditional));
	return runs(state, policies, calendar).runs.filter(({ clock }) => clocks[clock].statutory);
}

function differ(run: Run, opinion: Opinion, asked: readonly number[]): string | null {
	const days = asked.map(after => opinion.from + after);
	const said = days.map(opinion.statusOn);
	const last = run.spans.at(-1);
	const isOut = last?.phase === 'excluded' || said[0]?.startsWith('excluded') === true;
	const ours = [run.startedOn, run.statutoryDueOn, ...(isOut ? [] : [last?.dueOn, run.promisedDueOn])];
	const theirs = [opinion.from, opinion.statutory, ...(isOut ? [] : [opinion.due, opinion.promised])];
	const actual = [...ours, ...days.map(day => standing(run, day)), ...run.defects.toSorted()].join(' ');
	const names = theirs.map(day => (day < 0 ? null : nameOf(day)));
	const expected = [...names, ...said, ...[...opinion.defects].sort()].join(' ');
	return actual === expected ? null : `程序 ${actual}\n手指 ${expected}`;
}

function standing({ clock, spans }: Run, day: number): string {
	const name = nameOf(day) as Day;
	const span = spans.find(each => each.from <= name && (each.to === null || name < each.to));
	if (span === undefined) return 'no status';
	const status = statusOn(clock, span, name);
	return status === 'excluded' ? `excluded ${span.excludedFor}` : status;
}
