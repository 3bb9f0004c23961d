import text from '../../analytics/law/interpretation.md?raw';

/** One paragraph of the interpretation: how the law is read, since when, and on what that rests. */
export type Reading = { title: string; day: string; says: string; basis: string };

/** All paragraphs of analytics/law/interpretation.md, in their order. */
export const readings: readonly Reading[] = text.split('\n## ').slice(1).map(readingOf);

function readingOf(section: string): Reading {
	const [title = '', ...lines] = section.trim().split('\n');
	const basis = lines.find(line => line.startsWith('依据：'))?.slice(3) ?? '';
	const told = lines.filter(line => line !== '' && !/^(?:依据|测试)：/.test(line)).join('');
	const [, day = '', says = told] = /^(\d{4}-\d\d-\d\d)。(.*)$/.exec(told) ?? [];
	return { title, day, says, basis };
}
