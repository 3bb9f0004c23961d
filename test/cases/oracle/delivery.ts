import type { Policy } from '#analytics/law/policy.ts';
import { type Deed, dayOfDeed, excluded, governing, inTurn, isEarlier, moment, type Opinion } from './deeds.ts';
import { after, between, nameOf } from './fingers.ts';
import { isBackdated, isBeforeDecree, isOver, openOn, settled } from './readings.ts';
import type { Matter } from './walk.ts';

/** A naive opinion on the clock of delivery: what stood on which day, written down as it is told. */

type Standing = 'open' | 'met' | 'late' | 'excluded withdrawn';
type Delivery = { standing: Standing; day: number };

type Handing = {
	policy: Policy;
	agreed: Deed;
	from: number;
	due: number;
	/** What stood from which day on. */
	changes: { on: number; to: Standing }[];
	/** The delivery that ended the clock; null: it is open, or ended otherwise. */
	delivered: Delivery | null;
	gone: boolean;
	/** The latest rejection that counts: of which delivery, what became of it, and what was delivered while that one stood. */
	rejected: { about: Delivery; fate: 'undecided' | 'void' | 'dismissed'; next: Deed | null } | null;
	defects: Set<string>;
};

type Desk = {
	matter: Matter;
	asked: 'yes' | 'withdrawn' | 'again';
	waiting: Deed[];
	early: boolean;
	hands: Handing[];
};

/** Delivery of one line by one department, from each agreement that obliges. */
export function deliveries(matter: Matter): Opinion[] {
	const desk: Desk = { matter, asked: 'yes', waiting: [], early: false, hands: [] };
	for (const deed of inTurn(matter.deeds)) tell(desk, deed);
	return desk.hands.map((h, n) => opinionOf(h, matter, desk.early && n === 0));
}

function tell(desk: Desk, deed: Deed): void {
	const { kind } = deed;
	const h = desk.hands.at(-1);
	if (kind === 'receive') ask(desk, deed);
	else if (kind === 'withdraw') withdraw(desk, h, deed);
	else if (agrees(deed, desk.matter.line)) agree(desk, h, deed);
	else if (h === undefined) desk.waiting.push(deed);
	else handling[kind]?.(desk, h, deed);
}

function ask(desk: Desk, deed: Deed): void {
	if (desk.asked === 'withdrawn' && deed !== desk.matter.opened) desk.asked = 'again';
}

function agree(desk: Desk, h: Handing | undefined, deed: Deed): void {
	if (desk.asked === 'again' || (desk.asked === 'yes' && h === undefined)) begin(desk, deed);
}

function withdraw(desk: Desk, h: Handing | undefined, deed: Deed): void {
	desk.asked = 'withdrawn';
	if (h === undefined || h.delivered !== null || h.gone) return;
	h.gone = true;
	if (!isOver(h.due, moment(deed), h.policy)) {
		change(h, dayOfDeed(deed), 'excluded withdrawn');
		return;
	}
	if (isBackdated(deed, h.due, h.policy)) h.defects.add('backdated');
	change(h, settled(moment(deed), h.due, h.policy).day, 'late');
}

function agrees({ kind, line, agreed }: Deed, own: string): boolean {
	if (kind === 'agree') return true;
	return (kind === 'partial' || kind === 'partial bare') && (line !== '' || agreed?.includes(own) !== false);
}

function begin(desk: Desk, agreed: Deed): void {
	const from = dayOfDeed(agreed);
	const policy = governing(desk.matter.policies, nameOf(from));
	const nothing = { changes: [], delivered: null, gone: false, rejected: null, defects: new Set<string>() };
	desk.hands.push({ policy, agreed, from, due: after(from, 20), ...nothing });
	desk.asked = 'yes';
	for (const deed of desk.waiting.splice(0)) tell(desk, deed);
}

function change(h: Handing, day: number, to: Standing): void {
	const on = Math.max(day, h.from);
	h.changes = [...h.changes.filter(each => each.on < on), { on, to }];
}

const handling: Record<string, (desk: Desk, h: Handing, deed: Deed) => void> = {
	provide: (desk, h, deed) => {
		const { rejected } = h;
		if (isEarlier(deed, moment(h.agreed))) desk.early ||= h.delivered === null && !h.gone;
		else if (h.delivered === null && !h.gone) deliver(h, deed, -1);
		else if (rejected !== null && rejected.fate !== 'void') rejected.next ??= deed;
	},
	reject: (desk, h, deed) => {
		const { delivered, rejected, policy } = h;
		if (desk.asked !== 'yes' || delivered === null || policy.rejection === 'never') return;
		const next = rejected?.fate === 'undecided' ? rejected.next : null;
		const since = next === null ? delivered.day : dayOfDeed(next);
		if (between(since, dayOfDeed(deed)) > policy.rejectionWithin) return;
		h.rejected = { about: delivered, fate: 'undecided', next: null };
		if (policy.rejection === 'reasoned') annul(h, h.rejected, deed);
	},
	uphold: (desk, h, deed) => {
		const { rejected } = h;
		if (desk.asked !== 'yes' || rejected === null || rejected.fate === 'void') return;
		const { next } = rejected;
		annul(h, rejected, deed);
		if (next !== null) deliver(h, next, dayOfDeed(deed));
	},
	dismiss: (_, h, deed) => {
		const { rejected } = h;
		if (rejected === null) return;
		if (rejected.fate === 'void') {
			h.delivered = rejected.about;
			change(h, Math.max(dayOfDeed(deed), rejected.about.day), rejected.about.standing);
		}
		rejected.fate = 'dismissed';
	},
};

/** The data is there, and known to count from a day on. */
function deliver(h: Handing, deed: Deed, known: number): void {
	const { day, late } = settled(moment(deed), h.due, h.policy);
	if (late && isBackdated(deed, h.due, h.policy)) h.defects.add('backdated');
	h.delivered = { standing: late ? 'late' : 'met', day };
	h.rejected = null;
	change(h, Math.max(day, known), h.delivered.standing);
}

function annul(h: Handing, rejected: NonNullable<Handing['rejected']>, by: Deed): void {
	rejected.fate = 'void';
	h.delivered = null;
	change(h, dayOfDeed(by), 'open');
}

function opinionOf(h: Handing, matter: Matter, early: boolean): Opinion {
	const { from, due, policy, defects } = h;
	const days = policy.promised.delivery;
	const promised = days === undefined || days >= 20 ? -1 : after(from, days);
	const statusOn = (day: number) => {
		const now = h.changes.findLast(({ on }) => on <= day)?.to ?? 'open';
		return now === 'open' ? openOn(day, due, policy) : now;
	};
	const opinion = { from, statutory: due, due, promised, statusOn, defects };
	if (isBeforeDecree(from, matter.asked, policy)) return excluded(opinion, 'pre_decree');
	return early && h.delivered === null && !h.gone ? excluded(opinion, 'stop_before_start') : opinion;
}
