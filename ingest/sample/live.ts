import { dayOf, type Instant, startOf } from '#analytics/law/day.ts';
import { accepted, dateOf, provided, replied, requested } from './acts.ts';
import { casefile, type Row } from './casefile.ts';
import type { Crowd } from './crowd.ts';
import { dice } from './random.ts';
import type { Setting } from './setting.ts';
import { correctionFedBack, correctionReceived } from './upkeep.ts';

/** Ticks between the births of two live cases; each of them has about six acts, so that about one act falls on a tick. */
const TICKS = 12;
/** No live case lasts longer than so many births. */
const LONGEST = 7;

/**
 * The rows that happen beside the planned story while the platforms run, with `at` from `from` (included) to `to` (not included).
 * @param since cases born earlier than this instant never happened: the platforms were not running
 * @param tick milliseconds between two acts, at least 1000
 */
export function liveRows(s: Setting, crowd: Crowd, since: Instant, from: Instant, to: Instant, tick: number): Row[] {
	const step = tick * TICKS;
	const first = Math.max(Math.ceil(since / step), Math.floor(from / step) - LONGEST);
	const rows: Row[] = [];
	for (let birth = first; birth * step < to; birth++) rows.push(...liveCases(s, crowd, birth * step, tick));
	return rows.filter(row => row.at >= from && row.at < to);
}

/** A request that is answered, delivered and accepted within minutes, and a correction; every twentieth of them is left open. */
function liveCases(s: Setting, crowd: Crowd, born: Instant, tick: number): Row[] {
	const die = dice(s.seed, 'live', born);
	const on = dayOf(born);
	const serial = `L${Math.floor((born - startOf(on)) / 1000)}`;
	const item = crowd.item(die);
	const demander = crowd.demander(die, on, new Set([item.provider]));
	const [line] = requested(s, `SQ${dateOf(on)}-${serial}`, demander, [item], born);
	if (!line) return [];
	if (!die.chance(0.05)) {
		const refused = item.sharing === 'none' || die.chance(0.1);
		replied(line, born + tick * 14, refused ? 'refuse' : 'agree');
		if (!refused) provided(line, born + tick * 40);
		if (!refused) accepted(line, born + tick * 54, die.int(3, 5));
	}
	const provider = s.providerOn(item, on);
	const file = casefile(provider.platform, `JH${dateOf(on)}-${serial}`);
	const one = { file, item, provider, demander };
	correctionReceived(one, born + tick * 6, '不准确');
	if (!die.chance(0.05)) correctionFedBack(one, born + tick * 20, born + tick * 34, die.chance(0.6));
	return [...line.file.rows, ...file.rows];
}
