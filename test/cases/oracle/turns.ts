import type { ClockName } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { byOccurrence, type Deed, dayOfDeed, excluded, governing, isEarlier, moment, type Opinion } from './deeds.ts';
import { after, dayAt, indexOf, nameOf } from './fingers.ts';
import { deemedDay, isBackdated, isBeforeDecree, openOn, settled } from './readings.ts';

/** A naive opinion on the clocks that only start and stop, and on how long records are kept. */

type Turn = { limit: number; clock: ClockName; start: string; stops: readonly string[] };

const inMoments = (a: Deed, b: Deed): number => moment(a) - moment(b) || byOccurrence(a, b);

/** Starts and stops taking turns: correction, review. */
export function turns(turn: Turn, deeds: readonly Deed[], policies: readonly Policy[]): Opinion[] {
	const starts = deeds.filter(({ kind }) => kind === turn.start).sort(inMoments);
	const stops = deeds.filter(({ kind }) => turn.stops.includes(kind)).sort(inMoments);
	const late = deeds.filter(({ kind }) => kind === 'defer');
	const rounds: { start: Deed; stop: Deed | null }[] = [];
	for (const start of starts) {
		const last = rounds.at(-1);
		if (last !== undefined && (last.stop === null || moment(start) < moment(last.stop))) continue;
		const at = stops.findIndex(stop => !isEarlier(stop, moment(start)));
		rounds.push({ start, stop: at < 0 ? null : (stops.splice(at, 1)[0] ?? null) });
	}
	return rounds.map(({ start, stop }, n) => {
		const orphan = n === 0 && stop === null && stops.length > 0;
		const until = rounds[n + 1]?.start;
		const mine = late.filter(deed => moment(deed) >= moment(start) && (!until || moment(deed) < moment(until)));
		return roundOf(turn, start, stop, orphan, mine, policies);
	});
}

function roundOf(
	{ limit, clock }: Turn,
	start: Deed,
	stop: Deed | null,
	orphan: boolean,
	deferred: Deed[],
	policies: readonly Policy[],
): Opinion {
	const policy = governing(policies, nameOf(dayOfDeed(start)));
	const from = deemedDay(start, policy) ?? -1;
	const due = after(from, limit);
	const days = policy.promised[clock];
	const promised = days === undefined || days >= limit ? -1 : after(from, days);
	const end = stop === null ? null : settled(moment(stop), due, policy);
	const closed = end === null ? -1 : Math.max(end.day, from);
	const defects = new Set<string>();
	if (stop !== null && isBackdated(stop, due, policy)) defects.add('backdated');
	if (deferred.some(deed => end === null || dayOfDeed(deed) <= closed)) defects.add('correction_deferred');
	const statusOn = (day: number) =>
		end !== null && day >= closed ? (end.late ? 'late' : 'met') : openOn(day, due, policy);
	const opinion = { from, statutory: due, due, promised, statusOn, defects };
	if (isBeforeDecree(from, Number.POSITIVE_INFINITY, policy)) return excluded(opinion, 'pre_decree');
	return orphan ? excluded(opinion, 'stop_before_start') : opinion;
}

/** Records of use: to be kept for three years from the day they are made. */
export function retentions(deeds: readonly Deed[]): Opinion[] {
	return [...deeds].sort(byOccurrence).map(({ occurred, on }) => {
		const from = dayAt(occurred);
		const name = nameOf(from);
		const same = `${Number(name.slice(0, 4)) + 3}${name.slice(4)}`;
		const due = indexOf(same.endsWith('-02-29') ? same.replace('-29', '-28') : same);
		const short = on !== undefined && on < due;
		const statusOn = (day: number) => (short && day >= Math.max(on, from) ? 'late' : day >= due ? 'met' : 'running');
		const defects = new Set(short ? ['retention_short'] : []);
		const opinion = { from, statutory: due, due, promised: -1, statusOn, defects };
		return from < indexOf('2025-08-01') ? excluded(opinion, 'pre_decree') : opinion;
	});
}
