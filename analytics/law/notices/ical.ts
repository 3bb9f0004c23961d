import { type Day, plusDays } from '../day.ts';
import { dayOfParts, daysFrom, type Told } from './told.ts';

type Property = { name: string; value: string };

const OFF = '休|放假|假期|休息|holiday|public holiday';
const WORK = '班|上班|补班|调休上班|workday|working day';
const SIGN = new RegExp(`^(.*?)[\\s·（(【\\[-]*(?:(${OFF})|(${WORK}))[）)】\\]]*(?:\\s*第\\d+天/共\\d+天)?$`, 'i');

/**
 * Reads the all-day events of an iCalendar file (RFC 5545). Whether a day is off (休) or worked (班) stands in CATEGORIES or
 * at the end of SUMMARY; an event that says neither is reported.
 */
export function readIcal(text: string): Told {
	const told: Told = { days: [], problems: [], title: null, address: null };
	const content = unfold(text);
	const events = [...content.matchAll(/^BEGIN:VEVENT\s*$(.*?)^END:VEVENT\s*$/gims)];
	for (const [, body = ''] of events) {
		const own = body.replace(/^BEGIN:VALARM\s*$.*?^END:VALARM\s*$/gims, '');
		readEvent(own.split('\n').map(propertyOf), told);
	}
	const begun = [...content.matchAll(/^BEGIN:VEVENT\s*$/gim)].length;
	if (begun > events.length) told.problems.push('文件不完整：有事件没有写完');
	return told;
}

function readEvent(event: Property[], told: Told): void {
	const of = (name: string) => event.find(property => property.name === name)?.value ?? null;
	if (of('STATUS') === 'CANCELLED') return;
	const summary = plain(of('SUMMARY') ?? '');
	const days = daysOf(of('DTSTART'), of('DTEND'), of('DURATION'));
	const sign = signOf(summary, plain(of('CATEGORIES') ?? ''));
	const problem = problemOf(of('RRULE') ?? of('RDATE'), days, sign);
	if (problem !== null || days === null || sign === null) {
		told.problems.push(`未读懂：${of('DTSTART') ?? '无日期'} “${summary}”（${problem}）`);
	} else for (const on of days) told.days.push({ on, ...sign });
}

function problemOf(repeated: string | null, days: Day[] | null, sign: object | null): string | null {
	if (repeated !== null) return '重复事件，请逐日写出';
	if (days === null) return '不是全天事件，或日期、时长有误';
	return sign === null ? '没有写明是休还是班，或没有名称' : null;
}

/** The festival and whether the day is off; null where the event does not say. */
function signOf(summary: string, categories: string): { name: string; off: boolean } | null {
	const [, before = summary, rests, works] = SIGN.exec(summary) ?? [];
	const name = before.trim();
	if (name === '') return null;
	const says = (words: string) =>
		categories.split(',').some(word => new RegExp(`^(?:${words})$`, 'i').test(word.trim()));
	const [off, work] = [rests !== undefined || says(OFF), works !== undefined || says(WORK)];
	return off === work ? null : { name, off };
}

/** DTEND is the day after the last one. */
function daysOf(start: string | null, end: string | null, duration: string | null): Day[] | null {
	const from = dateOf(start);
	if (from === null) return null;
	const after = end === null ? lasting(from, duration) : dateOf(end);
	return after === null || after <= from ? null : daysFrom(from, plusDays(after, -1));
}

function lasting(from: Day, duration: string | null): Day | null {
	if (duration === null) return plusDays(from, 1);
	const parts = /^P(?:(\d{1,3})W|(\d{1,3})D)$/.exec(duration);
	return parts === null ? null : plusDays(from, Number(parts[1] ?? 0) * 7 + Number(parts[2] ?? 0));
}

function dateOf(text: string | null): Day | null {
	const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? '');
	return parts === null ? null : dayOfParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Lines end with LF; folded lines (RFC 5545, 3.1) are whole again. */
function unfold(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
}

function propertyOf(line: string): Property {
	const [, name = '', value = ''] = /^([A-Za-z0-9-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(line) ?? [];
	return { name: name.toUpperCase(), value: value.trim() };
}

function plain(value: string): string {
	return value
		.replace(/\\([\\;,])/g, '$1')
		.replace(/\\[nN]/g, ' ')
		.trim();
}
