import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const shared = join(import.meta.dirname, '..', '..', 'shared', 'data', 'strings', 'blns.json');

/** A few of the strings that have broken other systems; the whole list where it is at hand. */
const few = [
	"=cmd|' /C calc'!A0",
	'=HYPERLINK("http://evil.example/","点我")',
	'+1+1',
	'-2+3',
	'@SUM(1+1)',
	"'=1+1",
	'＝1+1',
	'\t=1+1',
	'<script>document.title="run"</script>',
	'"><img src=x onerror=document.title="run">',
	"' OR 1=1 --",
	'{{7*7}}<%= 7*7 %>',
	'Ω≈ç√∫ 田中さん 👩‍👩‍👧 ‮倒写 ﷽',
	'1,2;3"4',
	'NULL',
	'__proto__',
	'constructor',
	'_x0041_',
];
const strings: string[] = (existsSync(shared) ? (JSON.parse(readFileSync(shared, 'utf8')) as string[]) : few).concat(
	few,
);
/**
 * What the door itself refuses, or every reader trims, is not asked back: empty texts, and blanks at the ends.
 */
export const naughty = [...new Set(strings)].filter(
	text => text.trim() !== '' && text.trim() === text && text.length < 300,
);
