import type { Instant } from '#analytics/law/day.ts';
import { ofType, sorted } from './acts.ts';
import { destinationMissing } from './doubts.ts';
import { byRecord } from './evidence.ts';
import type { Fact } from './fact.ts';
import { byJudged, byTime, isBefore, judgedAt } from './order.ts';
import type { Doubt, Run } from './run.ts';

/** One line of a request at one provider: from its receipt there to the next transfer. */
export type Track = {
	department: string;
	/** The receipt, or the transfer where the new provider never reported one; null: neither is known. */
	opened: Fact | null;
	startedAt: Instant;
	sharing: Run['sharing'];
	/** The demander, where an act names it. */
	counterparty: string | null;
	/** The acts that concern this track, by time. */
	facts: readonly Fact[];
};

/**
 * Splits the acts of one line by provider. Sharing type is frozen at the first receipt. A second receipt at the same
 * provider starts nothing new unless the request had been transferred away in between.
 */
export function tracksOf(line: string, facts: readonly Fact[]): { tracks: Track[]; doubts: Doubt[] } {
	const transferred = ofType(facts, 'request.transferred');
	const receipts = ofType(facts, 'request.received');
	const [first] = receipts;
	if (first !== undefined && receipts.length === 1 && transferred.length === 0) {
		return { tracks: [trackFrom(first, first.department, judgedAt(first), facts)], doubts: [] };
	}
	const transfers = sorted(transferred.filter(isTransfer), byJudged);
	const tracks: Track[] = [];
	for (const receipt of sorted(receipts, byTime)) {
		if (startsTrack(receipt, tracks, transfers)) tracks.push(trackFrom(receipt, receipt.department, judgedAt(receipt)));
	}
	const doubts = transfers.flatMap(transfer => followTransfer(line, transfer, tracks));
	const only = tracks[0];
	if (only === undefined) return { tracks: unreceived(facts), doubts };
	if (tracks.length === 1) only.facts = facts;
	else {
		tracks.sort((a, b) => a.startedAt - b.startedAt);
		for (const fact of facts) assign(fact, tracks);
	}
	return { tracks, doubts };
}

function isTransfer(fact: Fact): boolean {
	return fact.transferredTo !== fact.department;
}

function trackFrom(opened: Fact, department: string, startedAt: Instant, facts: readonly Fact[] = []): Track {
	const counterparty = opened.type === 'request.received' ? (opened.counterparty ?? null) : null;
	return { department, opened, startedAt, sharing: opened.sharing ?? null, counterparty, facts };
}

function startsTrack(receipt: Fact, tracks: Track[], transfers: readonly Fact[]): boolean {
	const before = tracks.findLast(track => track.department === receipt.department);
	if (before === undefined) return true;
	return transfers.some(
		transfer =>
			concerns(transfer, before) && !isBefore(transfer, before.startedAt) && judgedAt(transfer) <= judgedAt(receipt),
	);
}

/** Opens a track for a transfer whose new provider reported no receipt. */
function followTransfer(line: string, transfer: Fact, tracks: Track[]): Doubt[] {
	const arrival = byRecord(transfer);
	const begun = tracks.filter(track => !isBefore(arrival, track.startedAt));
	const earlier = begun.filter(track => track.department !== transfer.transferredTo);
	const from = earlier.findLast(track => concerns(transfer, track)) ?? earlier.at(-1);
	if (from === undefined) return [];
	const to = transfer.transferredTo;
	const known = tracks.some(
		track =>
			track !== from &&
			track.startedAt >= from.startedAt &&
			(to === undefined ? track.department !== from.department : track.department === to),
	);
	if (known) return [];
	if (to === undefined) return [destinationMissing(line, transfer)];
	const at = Math.max(judgedAt(arrival), from.startedAt);
	tracks.push({ ...trackFrom(arrival, to, at), sharing: from.sharing, counterparty: from.counterparty });
	return [];
}

/** Replies to a request that nobody reported as received: one track per replying department. */
function unreceived(facts: readonly Fact[]): Track[] {
	const departments = new Set(facts.filter(fact => fact.type === 'request.replied').map(fact => fact.department));
	return [...departments].map(department => {
		const own = facts.filter(fact => fact.type !== 'request.replied' || fact.department === department);
		const reply = own.find(fact => fact.type === 'request.replied');
		const { sharing = null, counterparty = null } = reply ?? {};
		return { department, opened: null, startedAt: 0, sharing, counterparty, facts: own };
	});
}

function concerns(fact: Fact, track: Track): boolean {
	return fact.department === track.department || fact.counterparty === track.department;
}

/** Gives a fact to the tracks of the provider it names; where it names none, to every track that had begun. */
function assign(fact: Fact, tracks: Track[]): void {
	const named = tracks.filter(track => concerns(fact, track));
	if (named.length === 0) {
		for (const track of tracks) if (!isBefore(fact, track.startedAt)) track.facts = [...track.facts, fact];
		return;
	}
	const departments = new Set(named.map(track => track.department));
	for (const department of departments) {
		const own = named.filter(track => track.department === department);
		const track = own.findLast(each => !isBefore(fact, each.startedAt)) ?? own[0];
		if (track !== undefined) track.facts = [...track.facts, fact];
	}
}
