import { describe, expect, test } from 'vitest';
import { type Calendar, calendarOf, type Overlay, shippedYears, stateCouncilRules } from '#analytics/law/calendar.ts';
import { type Clock, clocks } from '#analytics/law/clocks.ts';
import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { due, workdaysAfter } from '#analytics/law/due.ts';
import { type Dice, diceOf } from '#test/cases/oracle/dice.ts';

const counted: readonly Clock[] = Object.values(clocks).filter(({ workdays }) => workdays !== null);

/** Days off and days of work that a region may add, each at most a week. */
function overlayOf(dice: Dice, code: string, off: number, work: number): Overlay {
	const day = () => plusDays(toDay('2025-07-01'), dice.below(900));
	const rest = () => {
		const from = day();
		return { name: '地方假日', from, to: plusDays(from, dice.below(7)) };
	};
	return {
		...{ code, name: '地方假日', region: null, document: '地方文件' },
		off: Array.from({ length: off }, rest),
		work: Array.from({ length: work }, () => ({ name: '地方假日', date: day() })),
	};
}

const calendarWith = (overlays: Overlay[]): Calendar => calendarOf(shippedYears, stateCouncilRules, overlays);

/** Due days of every counted clock from random days, with and without extension. */
function dueDays(calendar: Calendar, seed: number): Day[] {
	const dice = diceOf(seed);
	return Array.from({ length: 200 }, () => {
		const start = plusDays(toDay('2025-06-20'), dice.below(900));
		const clock = counted[dice.below(counted.length)] as Clock;
		return due(clock, start, dice.below(11), calendar).on;
	});
}

describe('工作日历的性质：两百部随机日历', () => {
	const books = Array.from({ length: 200 }, (_, seed) => {
		const dice = diceOf(seed);
		const base = overlayOf(dice, 'base', dice.below(4), dice.below(4));
		return { seed, dice, base, calendar: calendarWith([base]) };
	});

	test('先数n个再数m个工作日，与一次数n加m个相同', () => {
		for (const { dice, calendar } of books) {
			for (let each = 0; each < 200; each++) {
				const start = plusDays(toDay('2025-01-01'), dice.below(1090));
				const [n, m] = [dice.below(30), dice.below(30)];
				const inTwo = workdaysAfter(workdaysAfter(start, n, calendar), m, calendar);
				expect([start, n, m, inTwo]).toEqual([start, n, m, workdaysAfter(start, n + m, calendar)]);
			}
		}
	});

	test('增加放假日，没有一个到期日提前；必有推后的', () => {
		const { earlier, later } = moves(dice => overlayOf(dice, 'more', 1 + dice.below(3), 0));
		expect(earlier).toEqual([]);
		expect(later.length).toBeGreaterThan(100);
	});

	test('增加调休上班日，没有一个到期日推后；必有提前的', () => {
		const { earlier, later } = moves(dice => overlayOf(dice, 'more', 0, 2 + dice.below(6)));
		expect(later).toEqual([]);
		expect(earlier.length).toBeGreaterThan(100);
	});

	/** Due days that another overlay moved: seed of the calendar, before, after. */
	function moves(more: (dice: Dice) => Overlay) {
		const moved = books.flatMap(({ seed, dice, base, calendar }) => {
			const after = dueDays(calendarWith([base, more(dice)]), seed);
			return dueDays(calendar, seed).map((before, n) => ({ seed, before, after: after[n] as Day }));
		});
		return {
			earlier: moved.filter(({ before, after }) => after < before),
			later: moved.filter(({ before, after }) => after > before),
		};
	}
});
