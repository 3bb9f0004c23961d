import type { Day } from '#analytics/law/day.ts';
import { dateOf, provided, replied, requested } from './acts.ts';
import { casefile, clock, type Row } from './casefile.ts';
import { AUTHORITY_SYSTEM, type Item } from './city.ts';
import { type Crowd, crowdOf } from './crowd.ts';
import { cast } from './manners.ts';
import { dice } from './random.ts';
import type { Setting } from './setting.ts';
import { correctionFedBack, correctionReceived, updateReviewed, updateSubmitted, updateTriggered } from './upkeep.ts';

const AGES = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 48, 60];

/**
 * The open stock a supervisor finds at the first start: due the day of it and the day after, and overdue by up to sixty working days.
 * Every one of them is closed later: half a day's worth while people watch on the first day, the rest over the following weeks.
 */
export function openStock(s: Setting): Row[] {
	const crowd = crowdOf(s);
	const kinds = [openReply, openReply, openDelivery, openDelivery, openCorrection, openUpdate];
	return [...AGES, ...AGES, ...AGES].flatMap((age, i) => {
		const open = kinds[(i * 5 + Math.floor(i / AGES.length)) % kinds.length] ?? openReply;
		return open(s, crowd, dueDay(s, i, age), i, closing(s, i));
	});
}

/** The first working day from the anchor on is "today", the next one "tomorrow"; older ages lie before the anchor. */
function dueDay(s: Setting, i: number, age: number): Day {
	const today = s.workday(s.workday(s.anchor, -1), 1);
	if (age > 0) return s.workday(s.anchor, -age);
	return i % 2 === 0 ? today : s.workday(today, 1);
}

/** When the i-th open case is closed: every third during the first day, the others two a working day from then on. */
function closing(s: Setting, i: number): number {
	if (i % 3 === 0) return clock(s.anchor, 8, 5 + Math.floor(i / 3) * 30);
	return clock(s.workday(s.anchor, 1 + Math.floor(i / 3)), i % 3 === 1 ? 10 : 15, (i * 7) % 60);
}

type Open = (s: Setting, crowd: Crowd, due: Day, i: number, closed: number) => Row[];

const openReply: Open = (s, crowd, due, i, closed) => {
	const line = openRequest(s, crowd, s.workday(due, -10), i);
	replied(line, closed, 'refuse');
	return line.file.rows;
};

const openDelivery: Open = (s, crowd, due, i, closed) => {
	const agreed = s.workday(due, -20);
	const line = openRequest(s, crowd, s.workday(agreed, -4), i);
	replied(line, clock(agreed, 15, 30));
	provided(line, closed);
	return line.file.rows;
};

const openCorrection: Open = (s, crowd, due, i, closed) => {
	const on = s.workday(due, -10);
	const { item, demander } = parties(s, crowd, on, i);
	const provider = s.providerOn(item, on);
	const file = casefile(provider.platform, `JH${dateOf(on)}-9${String(i).padStart(2, '0')}`);
	const one = { file, item, provider, demander };
	correctionReceived(one, clock(on, 9, 50), '不完整');
	correctionFedBack(one, closed - 3_600_000, closed, true);
	return file.rows;
};

const openUpdate: Open = (s, crowd, due, i, closed) => {
	const on = s.workday(due, -10);
	const { item } = parties(s, crowd, on, i);
	const file = casefile(AUTHORITY_SYSTEM, `ML${dateOf(on)}-9${String(i).padStart(2, '0')}`);
	const one = { file, item, owner: s.providerOn(item, on) };
	updateTriggered(one, clock(on, 9));
	updateSubmitted(s, one, closed);
	updateReviewed(s, one, closed + 86_400_000);
	return file.rows;
};

function openRequest(s: Setting, crowd: Crowd, on: Day, i: number) {
	const { item, demander } = parties(s, crowd, on, i);
	const [line] = requested(s, `SQ${dateOf(on)}-9${String(i).padStart(3, '0')}`, demander, [item], clock(on, 9, 15));
	if (!line) throw new RangeError('在办存量的申请没有申请内容');
	return line;
}

/** Mostly of the weaker departments, since that is where cases stay open. */
function parties(s: Setting, crowd: Crowd, on: Day, i: number) {
	const die = dice(s.seed, 'stock', i);
	const ordinary = crowd.providers.filter(slug => !Object.values<string>(cast).includes(slug));
	const slug = die.pick(['housing', 'urban', 'culture', 'gfdb', 'qinghe', 'invest', ...ordinary]);
	const conditional = s.city.itemsOf(slug).filter((item: Item) => item.sharing === 'conditional');
	return { item: die.pick(conditional), demander: crowd.demander(die, on, new Set([slug])) };
}
