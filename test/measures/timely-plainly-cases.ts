import type { ClockName } from '#analytics/law/clocks.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { type Deed, dayOfDeed, type Opinion } from '#test/cases/oracle/deeds.ts';
import { deliveries } from '#test/cases/oracle/delivery.ts';
import { indexOf, nameOf } from '#test/cases/oracle/fingers.ts';
import { firstOf, replies } from '#test/cases/oracle/reply.ts';
import { turns } from '#test/cases/oracle/turns.ts';
import { updates } from '#test/cases/oracle/update.ts';
import { by, type Raw } from './quality-plainly.ts';

/** The clocks of every case once more, from the raw events up to a day, counted on fingers: neither our SQL nor our fold. */

/** One clock of one line: of which case, owed by which code, and what became of it. Days are indices (oracle/fingers.ts). */
export type Own = {
	id: string;
	line: string;
	clock: ClockName;
	code: string;
	counterparty: string;
	sharing: string;
	round: number;
	opinion: Opinion;
	deeds: Deed[];
	/** The same clock without any extension falls due on this day. */
	unextended: number;
};

type Place = Pick<Own, 'id' | 'line' | 'clock' | 'code' | 'counterparty' | 'sharing'>;

const policies = defaultPolicies;
const at = (time: string) => Date.parse(time.length === 10 ? `${time}T00:00:00+08:00` : time);
const caseOf = ({ subject = '' }: Raw) => subject.split('/')[0] ?? '';
const lineOf = ({ subject = '' }: Raw) => subject.split('/')[1] ?? '';

const kinds: Record<string, (data: Raw['data']) => string | null> = {
	'request.received': () => 'receive',
	'request.material_notice': data => (data.missing_items?.length > 0 ? 'notice' : 'notice bare'),
	'request.material_resubmitted': () => 'resubmit',
	'request.extension_decided': data => (data.granted ? 'extend' : null),
	'request.extension_notified': () => 'tell',
	'request.withdrawn': () => 'withdraw',
	'request.transferred': () => 'transfer',
	'delivery.provided': () => 'provide',
	'delivery.rejected': data => (data.reason ? 'reject' : 'reject bare'),
	'delivery.rejection_decided': data => (data.upheld ? 'uphold' : 'dismiss'),
	'request.replied': ({ outcome, reason_code, reason }) => {
		const bare = reason_code === undefined && !reason ? ' bare' : '';
		if (outcome === 'agree') return 'agree';
		if (outcome === 'partial') return `partial${bare}`;
		return reason_code === '6' ? 'refuse6' : `refuse${bare}`;
	},
	'catalogue.triggered': () => 'trigger',
	'catalogue.submitted': () => 'submit',
	'catalogue.returned': () => 'return',
	'catalogue.published': () => 'publish',
	'catalogue.extended': () => 'prolong',
	'correction.received': () => 'receive correction',
	'correction.fed_back': data => (data.result === 'deferred' ? 'defer' : 'feed'),
};

export function deedOf(event: Raw, kind: string): Deed {
	const { id, time, recordedtime, data } = event;
	const deed: Deed = {
		...{ id, kind, line: lineOf(event), occurred: at(time), recorded: Date.parse(recordedtime) },
		paper: time.length === 10,
	};
	if (data.granted_wd !== undefined) deed.days = data.granted_wd;
	if (data.agreed_lines !== undefined) deed.agreed = data.agreed_lines;
	if (data.trigger_date !== undefined) deed.on = indexOf(data.trigger_date);
	return deed;
}

/** The day from which an act has effect: a change, its own; every other act, the day from which it counts. */
const effectOf = (deed: Deed) => (deed.kind === 'trigger' ? (deed.on ?? dayOfDeed(deed)) : dayOfDeed(deed));

/** Everything that runs or ran by a day (index), as its acts up to that day tell. */
export function ownsOn(events: Raw[], day: number, bodyOf: (code: string, on: string) => string): Own[] {
	const heard = events.flatMap(event => {
		const kind = kinds[event.type]?.(event.data) ?? null;
		if (kind === null) return [];
		const deed = deedOf(event, kind);
		return effectOf(deed) <= day ? [{ event, deed }] : [];
	});
	return [...by(withoutRepeated(heard), ({ event }) => caseOf(event)).entries()].flatMap(([id, acts]) => [
		...requests(id, acts, bodyOf),
		...corrections(id, acts),
		...catalogues(id, acts),
	]);
}

type Act = { event: Raw; deed: Deed };

/** Of cases that carry the same national number, the one that was filed first; the others tell the same again. */
function withoutRepeated(acts: Act[]): Act[] {
	const kept = new Map<string, string>();
	for (const { event } of acts.toSorted((a, b) => a.deed.occurred - b.deed.occurred)) {
		const { global_case } = event.data;
		if (global_case !== undefined && !kept.has(global_case)) kept.set(global_case, caseOf(event));
	}
	const again = new Set(
		acts
			.filter(({ event: { data }, event }) => data.global_case && kept.get(data.global_case) !== caseOf(event))
			.map(({ event }) => caseOf(event)),
	);
	return acts.filter(({ event }) => !again.has(caseOf(event)));
}

function requests(id: string, acts: Act[], bodyOf: (code: string, on: string) => string): Own[] {
	const lines = new Set(acts.map(({ deed }) => deed.line));
	if (lines.size > 1) lines.delete('');
	return [...lines].flatMap(line => {
		const own = acts.filter(({ deed }) => deed.line === '' || deed.line === line);
		const receipts = own.filter(({ deed }) => deed.kind === 'receive');
		const codes = [...new Set(receipts.map(({ event }) => event.data.department as string))];
		const asked = Math.min(...receipts.map(({ deed }) => dayOfDeed(deed)));
		return codes.flatMap(code => atOne({ id, line, code }, own, codes, asked, bodyOf));
	});
}

/** Reply and delivery of a line at one of the departments that received it. */
function atOne(
	place: Pick<Own, 'id' | 'line' | 'code'>,
	acts: Act[],
	codes: string[],
	asked: number,
	bodyOf: (code: string, on: string) => string,
): Own[] {
	const { code } = place;
	/** The department received it under this code, or the act is by or towards the body that it has become. */
	const isOwn = ({ event: { data }, deed }: Act) => {
		const parties = [data.department, data.counterparty].filter(each => each !== undefined);
		if (parties.some(each => codes.includes(each))) return parties.includes(code);
		return parties.some(each => bodyOf(code, nameOf(dayOfDeed(deed))) === each);
	};
	const mine = acts.filter(isOwn);
	const receipts = mine.filter(({ deed }) => deed.kind === 'receive');
	const opened = firstOf(receipts.map(({ deed }) => deed));
	const { sharing, counterparty } = receipts.find(({ deed }) => deed === opened)?.event.data ?? {};
	if (opened === undefined || sharing === undefined) return [];
	const clock: ClockName = sharing === 'none' ? 'local.reply.none' : `reply.${sharing as 'conditional'}`;
	const deeds = mine.map(({ deed }) => deed).filter(({ kind }) => sharing !== 'none' || !never.includes(kind));
	const matter = { line: place.line, conditional: sharing !== 'unconditional', opened, deeds, policies, asked };
	const whose = { ...place, counterparty, sharing };
	const plain = replies({ ...matter, deeds: deeds.filter(({ kind }) => kind !== 'extend') });
	return [
		...owned({ ...whose, clock }, replies(matter), deeds, plain),
		...owned({ ...whose, clock: 'delivery' }, deliveries(matter), deeds),
	];
}

/** What a request for data that are not shared knows neither of (口径⑨: a local period that only starts and stops). */
const never = ['extend', 'notice', 'notice bare', 'transfer'];

function corrections(id: string, acts: Act[]): Own[] {
	const received = acts.find(({ deed }) => deed.kind === 'receive correction')?.event.data;
	if (received === undefined) return [];
	const turn = { limit: 10, clock: 'correction', start: 'receive correction', stops: ['feed'] } as const;
	const deeds = acts.map(({ deed }) => deed);
	const { department: code, counterparty } = received;
	return owned(
		{ id, line: '', clock: 'correction', code, counterparty, sharing: '' },
		turns(turn, deeds, policies),
		deeds,
	);
}

function catalogues(id: string, acts: Act[]): Own[] {
	const deeds = acts.map(({ deed }) => deed);
	const [changed, submitted] = ['trigger', 'submit'].map(
		kind => acts.find(({ deed }) => deed.kind === kind)?.event.data,
	);
	const turn = { limit: 2, clock: 'catalogue.review', start: 'submit', stops: ['return', 'publish'] } as const;
	const place = { id, line: '', sharing: '' };
	const found: Own[] = [];
	if (changed !== undefined) {
		const code = changed.found_by === 'authority' ? changed.counterparty : changed.department;
		const whose = { ...place, clock: 'catalogue.update', code, counterparty: '' } as const;
		found.push(...owned(whose, updates(deeds, policies), deeds));
	}
	if (submitted !== undefined) {
		const code = submitted.authority ?? submitted.counterparty;
		const whose = { ...place, clock: 'catalogue.review', code, counterparty: submitted.department } as const;
		found.push(...owned(whose, turns(turn, deeds, policies), deeds));
	}
	return found;
}

function owned(place: Place, opinions: Opinion[], deeds: Deed[], plain = opinions): Own[] {
	return opinions.map((opinion, n) => ({
		...place,
		round: n + 1,
		opinion,
		deeds,
		unextended: plain[n]?.due ?? opinion.due,
	}));
}
