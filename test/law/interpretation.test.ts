import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const paragraphs = new URL('../../analytics/law/interpretation.md', import.meta.url);
const sections = readFileSync(paragraphs, 'utf8').split('\n## ').slice(1);
const folders = ['./', '../app/', '../cases/', '../measures/', '../store/'].map(path => new URL(path, import.meta.url));
const tests = folders.flatMap(folder => {
	const files = readdirSync(folder).filter(file => file.endsWith('.ts'));
	return files.map(file => readFileSync(new URL(file, folder), 'utf8'));
});

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
