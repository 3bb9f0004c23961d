import { type Calendar, calendarOf } from '#analytics/law/calendar.ts';
import { readCalendarFile } from '#analytics/law/notices/calendar-file.ts';

/** Bytes of a calendar in a question; a decade of holidays needs a tenth of it. */
const MOST = 256 * 1024;

type Refused = { status: 400 | 405 | 413; message: string };

/** The calendar that a request carries as its body, in any form that calendar files have; `year` where the text names none. */
export async function calendarOfBody(request: Request): Promise<{ calendar: Calendar } | Refused> {
	if (request.method !== 'POST') return { status: 405, message: '只接受 GET 和 POST。' };
	const text = await readText(request);
	if (typeof text !== 'string') return text;
	const year = new URL(request.url).searchParams.get('year')?.trim() || null;
	if (year !== null && !/^(?:199|20\d)\d$/.test(year)) {
		return { status: 400, message: `年份“${year}”不正确，应为四位数字，如 2027。` };
	}
	const file = readCalendarFile(text, { name: '所给日历', ...(year === null ? {} : { year: Number(year) }) });
	if (file.problems.length > 0) {
		const told = file.problems.slice(0, 5).join('；');
		return { status: 400, message: `所给日历有${file.problems.length}处读不懂，不能据以计算：${told}。` };
	}
	return { calendar: calendarOf(file.years, file.rules) };
}

async function readText(request: Request): Promise<string | Refused> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
		size += part.value.byteLength;
		if (size > MOST) {
			await reader?.cancel();
			return { status: 413, message: '所给日历超过256 KB，未予读取。请只保留所需的年份。' };
		}
		parts.push(part.value);
	}
	if (size === 0) return { status: 400, message: '没有给出日历：请把日历文件的内容作为请求正文。' };
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
	} catch {
		return { status: 400, message: '所给日历不是 UTF-8 编码，请另存为 UTF-8 后再试。' };
	}
}
