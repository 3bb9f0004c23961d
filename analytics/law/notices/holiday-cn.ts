import { noticeTitle, readDay, type Told } from './told.ts';

/** Reads one year as the public data set holiday-cn writes it: `{year, papers, days: [{name, date, isOffDay}]}`. */
export function readHolidayCn(text: string, year: number): Told {
	const file = parse(text);
	if (file === null) return { days: [], problems: ['不是 holiday-cn 的 JSON 文件'], title: null, address: null };
	const told: Told = { days: [], problems: [], title: null, address: null };
	if (file.year !== year) told.problems.push(`文件写的是${String(file.year)}年，不是${year}年`);
	const papers = Array.isArray(file.papers) ? file.papers.filter(paper => typeof paper === 'string') : [];
	if (papers.length > 0) [told.title, told.address] = [noticeTitle(year), papers[0] ?? null];
	for (const entry of file.days) readEntry(entry, told);
	return told;
}

function readEntry(entry: unknown, told: Told): void {
	const { name, date, isOffDay } = (entry ?? {}) as Record<string, unknown>;
	const on = readDay(date);
	if (on === null || typeof isOffDay !== 'boolean' || typeof name !== 'string' || name.trim() === '') {
		told.problems.push(`未读懂：${JSON.stringify(entry)}（应有 name、date、isOffDay）`);
	} else told.days.push({ on, name, off: isOffDay });
}

function parse(text: string): { year: unknown; papers: unknown; days: unknown[] } | null {
	try {
		const { year, papers, days } = JSON.parse(text) as Record<string, unknown>;
		return Array.isArray(days) ? { year, papers, days } : null;
	} catch {
		return null;
	}
}
