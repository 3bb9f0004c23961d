import type { Calendar, Overlay } from '../calendar.ts';
import { type Day, toDay } from '../day.ts';
import { daysFrom, sayDate, sayTold, type ToldDay, tellingOf } from './told.ts';

/** More days off than any regional festival or stoppage has had. */
const MOST = 15;

/** Days of an overlay, one by one. Throws RangeError on a day that is none. */
export function overlayDays({ off, work }: Pick<Overlay, 'off' | 'work'>): ToldDay[] {
	return tellingOf({ year: 0, published: true, title: null, address: null, off, work });
}

/**
 * What makes an overlay doubtful, in Chinese sentences: days told twice or otherwise by another overlay that holds there,
 * days that would change nothing, more than fifteen days off. `calendar`: what holds there without it.
 */
export function checkOverlay(overlay: Overlay, calendar: Calendar, others: readonly Overlay[]): string[] {
	const days = overlayDays(overlay);
	const off = days.filter(day => day.off);
	const off15 = off.length > MOST ? [`共${off.length}天放假，不合常理（一般不超过${MOST}天）`] : [];
	return [...twice(overlay), ...clashes(days, others), ...idle(days, calendar), ...off15];
}

/** What a new version of an overlay takes away from the one before it. */
export function overlayLosses(known: Overlay, next: Overlay): string[] {
	const later = new Map(overlayDays(next).map(day => [day.on, day]));
	return overlayDays(known)
		.filter(day => later.get(day.on)?.off !== day.off)
		.map(day => `将不再有${sayDate(day.on)}${sayTold(day)}`);
}

function twice({ off, work }: Overlay): string[] {
	const rest = new Set(off.flatMap(({ from, to }) => daysFrom(toDay(from), toDay(to))));
	return work
		.filter(({ date }) => rest.has(date as Day))
		.map(({ date }) => `${sayDate(toDay(date))}既列为放假，又列为上班`);
}

function clashes(days: readonly ToldDay[], others: readonly Overlay[]): string[] {
	return others.flatMap(other => {
		const told = new Map(overlayDays(other).map(day => [day.on, day]));
		return days.flatMap(day => {
			const before = told.get(day.on);
			if (before === undefined || before.off === day.off) return [];
			return [`${sayDate(day.on)}与已登记的“${other.name}”（${other.document}）不一致：后者为${sayTold(before)}`];
		});
	});
}

/** A make-up day that is a working day anyway; an overlay whose days off are all days of rest anyway. */
function idle(days: readonly ToldDay[], calendar: Calendar): string[] {
	const work = days
		.filter(day => !day.off && calendar.isWorkday(day.on))
		.map(day => `上班日${sayDate(day.on)}不是休息日，本来就上班`);
	const off = days.filter(day => day.off);
	const changes = off.length === 0 || off.some(day => calendar.isWorkday(day.on));
	return changes ? work : [...work, '所列放假日本来都是休息日，登记后不改变任何期限'];
}
