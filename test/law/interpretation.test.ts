import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const sections = read('../../analytics/law/interpretation.md').split('\n## ').slice(1);
const tests = [
	'./due.test.ts',
	'./calendar.test.ts',
	'../cases/read.test.ts',
	'../cases/reply.test.ts',
	'../cases/clocks.test.ts',
	'../cases/explain.test.ts',
].map(read);

test.each(sections.map(section => [section.split('\n')[0] ?? '', section]))(
	'口径“%s”写明日期、依据和测试，测试确实存在',
	(_, section) => {
		expect(section).toMatch(/^20\d\d-\d\d-\d\d。/m);
		expect(section).toMatch(/^依据：/m);
		const named = /^测试：(.+)$/m.exec(section)?.[1] ?? '（没有写明测试）';
		expect([named, tests.some(text => text.includes(`'${named}'`))]).toEqual([named, true]);
	},
);

test('十七项口径俱全', () => {
	for (const number of '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰') {
		expect(sections.some(section => section.startsWith(`口径${number}`))).toBe(true);
	}
});
