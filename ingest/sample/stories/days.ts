import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { provided, replied } from '../acts.ts';
import { clock } from '../casefile.ts';
import type { Setting } from '../setting.ts';
import { asked, itemAt, type Story, story } from './plant.ts';

/** Trap 1: a one-day clock received on Friday 2026-09-18 is due on make-up Sunday 2026-09-20. */
export function makeUpSunday(s: Setting): Story | null {
	const on = toDay('2026-09-18');
	if (!told(s, on, 10)) return null;
	const inTime = asked(s, 'T01A', on, itemAt(s, 'tax', 'unconditional'));
	replied(inTime, clock(toDay('2026-09-20'), 18, 30), 'refuse');
	const late = asked(s, 'T01B', on, itemAt(s, 'samr', 'unconditional'));
	replied(late, clock(toDay('2026-09-21'), 9, 5), 'refuse');
	return story(
		1,
		'调休上班的星期日',
		'9月18日（星期五）收到的无条件共享申请，9月20日（星期日，调休上班）到期；周一答复即逾期。',
		inTime.file,
		late.file,
	);
}

/** Trap 34: over Spring Festival 2026: received on make-up Saturday 02-14, due 02-24; ten working days from 02-11 end on 03-03. */
export function springFestival(s: Setting): Story | null {
	const saturday = toDay('2026-02-14');
	if (!told(s, toDay('2026-02-11'), 30)) return null;
	const short = asked(s, 'T34A', saturday, itemAt(s, 'police', 'unconditional'));
	replied(short, clock(toDay('2026-02-24'), 11), 'refuse');
	const long = asked(s, 'T34B', toDay('2026-02-11'), itemAt(s, 'edu', 'conditional'));
	replied(long, clock(toDay('2026-03-03'), 17, 10), 'refuse');
	return story(
		34,
		'跨春节的期限',
		'春节放假与调休上班均按国务院办公厅通知计算，2月14日收到的1日期限2月24日到期。',
		short.file,
		long.file,
	);
}

/** Trap 2: agreed on the first day whose delivery clock leaves the published calendars: the due day is provisional. */
export function yearEnd(s: Setting): Story | null {
	const agreed = s.calendar.isWorkday(toDay('2026-12-04')) ? toDay('2026-12-04') : toDay('2026-12-07');
	if (!told(s, plusDays(agreed, -45), 0)) return null;
	const line = asked(s, 'T02A', s.workday(agreed, -7), itemAt(s, 'nr', 'conditional'));
	replied(line, clock(agreed, 15, 20));
	provided(line, clock(s.workday(agreed, 22), 15));
	return story(
		2,
		'跨年期限暂定',
		'2026年12月4日起算的20个工作日落入尚未公布放假安排的2027年，到期日标注“暂定”。',
		line.file,
	);
}

/** Trap 19: received before the Decree was in force, answered long after: no statutory clock; the agreeing reply of August starts one. */
export function beforeTheDecree(s: Setting): Story | null {
	const on = toDay('2025-07-16');
	if (!told(s, on, 60)) return null;
	const old = asked(s, 'T19A', on, itemAt(s, 'housing', 'conditional', 1));
	replied(old, clock(toDay('2025-08-20'), 10), 'refuse');
	const step = asked(s, 'T19B', on, itemAt(s, 'water', 'conditional'));
	replied(step, clock(toDay('2025-08-05'), 10));
	provided(step, clock(toDay('2025-08-28'), 10));
	return story(
		19,
		'条例施行前的积案',
		'2025年8月1日前收到的申请不计入法定按时率；施行后作出同意答复的，提供期限照常计算。',
		old.file,
		step.file,
	);
}

/** Whether a case from a day on, so many calendar days long, lies within what is told. */
function told(s: Setting, from: Day, days: number): boolean {
	return from >= s.begin && plusDays(from, days) <= s.anchor;
}
