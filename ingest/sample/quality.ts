import { type Day, plusDays, toDay, weekday } from '#analytics/law/day.ts';
import { type QualityDimension, ruleSets } from '#analytics/law/rule-sets.ts';
import { dateOf } from './acts.ts';
import { casefile, clock, type Row } from './casefile.ts';
import type { Item } from './city.ts';
import { cast, mannersOf } from './manners.ts';
import { type Dice, dice } from './random.ts';
import type { Setting } from './setting.ts';

const cycles = ['日', '周', '月', '季', '半年', '年', '实时', '不定期'] as const;
type Cycle = (typeof cycles)[number];

/** How often an item of the catalogue is refreshed: most monthly or quarterly, a few daily. */
export function cycleOf(item: Item): Cycle {
	const at = dice('cycle', item.code).next();
	const bounds = [0.01, 0.05, 0.45, 0.72, 0.78, 0.88, 0.95, 1];
	return cycles[bounds.findIndex(bound => at < bound)] ?? '不定期';
}

/** What the platforms report about the quality of data on a day: batches refreshed and assessments made, for a year and a month. */
export function qualityOf(s: Setting, on: Day): Row[] {
	if (on < plusDays(s.anchor, -395)) return [];
	return s.city.items.flatMap(item => [...refreshOf(s, item, on), ...assessmentOf(s, item, on)]);
}

/** The batch of an item that is refreshed on a day, if there is one: of the turn that the day lies in, or of the one before. */
function refreshOf(s: Setting, item: Item, on: Day): Row[] {
	const cycle = cycleOf(item);
	const turn = turnOf(cycle, on);
	if (turn === null) return [];
	const turns = cycle === '日' ? [turn] : [turn, turnOf(cycle, plusDays(turn.from, -1)) ?? turn];
	const due = turns.find(one => refreshDay(s, item, one) === on);
	if (due === undefined) return [];
	const owner = s.providerOn(item, on);
	const file = casefile(owner.platform, '', `GX${dateOf(on)}-${item.code.replaceAll('/', '-')}`);
	const rows = dice('rows', item.code, on).int(200, 60_000);
	const named = namesDueDays(item.provider) ? { due_date: due.to } : {};
	file.tell('quality.refreshed', clock(on, 6, 30), owner, {
		data: { catalogue: item.code, ...named, refreshed_at: on, rows },
	});
	return file.rows;
}

/** When the batch of a turn comes; null: never. */
function refreshDay(s: Setting, item: Item, turn: { from: Day; to: Day }): Day | null {
	const die = dice(s.seed, 'refresh', item.code, turn.from);
	if (item.provider === cast.neverFresh) return plusDays(turn.to, die.int(2, 4));
	if (die.chance(mannersOf(s, item.provider).lateUpdate)) {
		return die.chance(0.3) ? null : plusDays(turn.to, die.int(1, 5));
	}
	const early = plusDays(turn.to, -die.int(0, 4));
	return early < turn.from ? turn.from : early;
}

/** Some platforms name the day a batch was due, others leave it to the catalogue's cycle. */
function namesDueDays(slug: string): boolean {
	return slug === cast.neverFresh || dice('names due days', slug).chance(0.5);
}

/** First and last day of the turn that a day lies in; null for cycles without turns. */
function turnOf(cycle: Cycle, on: Day): { from: Day; to: Day } | null {
	if (cycle === '日') return { from: on, to: on };
	if (cycle === '周') {
		const from = plusDays(on, -((weekday(on) + 6) % 7));
		return { from, to: plusDays(from, 6) };
	}
	const months = { 月: 1, 季: 3, 半年: 6, 年: 12 }[cycle as string];
	if (months === undefined) return null;
	const month = Number(on.slice(5, 7)) - 1;
	const from = firstOf(Number(on.slice(0, 4)), month - (month % months));
	return { from, to: plusDays(firstOf(Number(on.slice(0, 4)), month - (month % months) + months), -1) };
}

function firstOf(year: number, month: number): Day {
	return toDay(`${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

const rules = ruleSets[0]?.rules ?? [];

/** An item is assessed once a quarter, on its own day within the first seven weeks. */
function assessmentOf(s: Setting, item: Item, on: Day): Row[] {
	const quarter = turnOf('季', on);
	if (quarter === null || item.provider === cast.neverAssessed) return [];
	const wanted = plusDays(quarter.from, dice('assessed', item.code).int(3, 48));
	if (on !== s.workday(wanted, 0)) return [];
	const die = dice(s.seed, 'assessment', item.code, on);
	if (die.chance(0.04)) return [];
	const owner = s.providerOn(item, on);
	const file = casefile(owner.platform, '', `PG${dateOf(on)}-${item.code.replaceAll('/', '-')}`);
	const local = item.provider === cast.localRules && die.chance(0.7);
	file.tell('quality.assessed', clock(on, 22, 15), owner, {
		data: {
			catalogue: item.code,
			rule_set: local ? 'DB9901/T 36-2025' : 'GB/T 36344-2018',
			rule_set_version: '1',
			sample_method: '全量',
			checks: checksOf(s, item, die),
		},
	});
	return file.rows;
}

/** The checks of one assessment: the same rules every time, their results drifting a little around what the provider is used to. */
function checksOf(s: Setting, item: Item, die: Dice) {
	const own = dice('rules', item.code);
	return rules
		.filter(() => own.chance(0.4))
		.map(({ code, dimension, direction }) => {
			const outcome = item.provider === cast.brokenChecks ? 'errored' : fateOf(die);
			const usual = usualShare(s, item.provider, dimension);
			const good = Math.min(1, Math.max(0, usual + (die.next() - 0.5) * 0.06));
			const checked = die.int(500, 40_000);
			const passing = Math.round(checked * (direction === 'lower' ? 1 - good : good));
			if (outcome !== null) return { rule: code, dimension, outcome };
			return { rule: code, dimension, passing, checked, outcome: good >= 0.9 ? 'passed' : 'failed' };
		});
}

function fateOf(die: Dice): 'errored' | 'skipped' | null {
	const at = die.next();
	return at < 0.01 ? 'errored' : at < 0.04 ? 'skipped' : null;
}

function usualShare(s: Setting, slug: string, dimension: QualityDimension): number {
	if (slug === cast.incomplete && dimension === 'completeness') return 0.52;
	return 0.99 - dice(s.seed, 'usual', slug, dimension).next() ** 2 * 0.16;
}
