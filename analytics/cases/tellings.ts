import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import type { Fact } from './fact.ts';
import type { Doubt } from './run.ts';
import { zhType } from './vocabulary.ts';

/** How one platform tells an act: its source, when it says it was done (null: it does not tell it), and what came of it. */
type Telling = { source: number; at: Instant | null; dayOnly: boolean; says: string | null };

/** One act as two platforms tell it, the one that is followed first. Names of the sources are put in by the reader. */
export type Tellings = {
	/** Chinese name of the act. */
	act: string;
	/** In what they differ, in words; empty where one of them does not tell it. */
	differ: string[];
	followed: Telling;
	other: Telling;
};

/** Two platforms tell one act differently; null where they agree within the day and in what came of it. */
export function platformsDiffer(line: string, followed: Fact, other: Fact): Doubt | null {
	const [one, two] = [tellingOf(followed, line), tellingOf(other, line)];
	const differ = differences(followed, other);
	if (dayOf(followed.occurredAt) !== dayOf(other.occurredAt)) differ.unshift('办理日期');
	if (one.says !== two.says) differ.push('办理结果');
	if (differ.length === 0) return null;
	const act = zhType(followed.type);
	return {
		code: 'platforms_differ',
		line,
		message: `两个平台所报“${act}”的${differ.join('、')}不一致：一为${say(one)}，一为${say(two)}。计时以前者为准，请核实`,
		eventId: followed.id,
		tellings: { act, differ, followed: one, other: two },
	};
}

/** An act that the platform of record does not tell, though it tells other acts of that department; it counts all the same. */
export function notByRecord(line: string, record: number, alone: Fact): Doubt {
	const act = zhType(alone.type);
	const other = tellingOf(alone, line);
	const followed = { source: record, at: null, dayOnly: false, says: null };
	return {
		code: 'not_by_record',
		line,
		message: `“${act}”只有另一平台报送（${say(other)}），基准平台没有报送。计时已将其计入，请核实`,
		eventId: alone.id,
		tellings: { act, differ: [], followed, other },
	};
}

type Named = 'catalogue' | 'transferredTo' | 'on' | 'dueAt' | 'signedAt' | 'precheckAt';

/** Facts that an act may leave out: two platforms contradict each other where both name one, and not the same. */
const named: [field: Named, words: string][] = [
	['catalogue', '目录'],
	['transferredTo', '转往部门'],
	['on', '所载日期'],
	['dueAt', '承诺时限'],
	['signedAt', '签收日期'],
	['precheckAt', '审查日期'],
];

function differences(a: Fact, b: Fact): string[] {
	const differing = named.filter(([field]) => {
		const [one, other] = [dayIn(a[field]), dayIn(b[field])];
		return one !== undefined && other !== undefined && one !== other;
	});
	return differing.map(([, words]) => words);
}

/** Times of one day are the same. */
function dayIn<T>(value: T | Instant): T | Day | Instant {
	return typeof value === 'number' ? dayOf(value) : value;
}

function tellingOf(fact: Fact, line: string): Telling {
	const { occurredAt: at, dayOnly = false } = fact;
	return { source: fact.source, at, dayOnly, says: sayOutcome(fact, line) };
}

const outcomes = { agree: '同意', partial: '部分同意', refuse: '不同意' };
const sharings = { unconditional: '无条件共享', conditional: '有条件共享', none: '不予共享', untold: '未写明共享属性' };

/** What came of an act on a line, in words; null where the act itself says it all. */
function sayOutcome(fact: Fact, line: string): string | null {
	const { type, granted, sharing, deferred } = fact;
	switch (type) {
		case 'request.extension_decided':
		case 'catalogue.extended':
			return granted === undefined ? '不同意延期' : `延期${granted}个工作日`;
		case 'request.received':
			return sharings[sharing ?? 'untold'];
		case 'request.replied':
			return sayReply(fact, line);
		default:
			return deferred ? '留待以后更正' : null;
	}
}

function sayReply({ outcome, agreedLines, forMaterials }: Fact, line: string): string | null {
	if (forMaterials) return '以材料不全拒绝';
	if (outcome === 'partial' && agreedLines !== undefined && line !== '') {
		return agreedLines.includes(line) ? outcomes.agree : outcomes.refuse;
	}
	return outcome === undefined ? null : outcomes[outcome];
}

function say({ at, dayOnly, says }: Telling): string {
	if (at === null) return '未报';
	const [year, month, day] = dayOf(at).split('-').map(Number);
	const hour = dayOnly ? '' : ` ${new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)}`;
	return `${year}年${month}月${day}日${hour}${says === null ? '' : `（${says}）`}`;
}
