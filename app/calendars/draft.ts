import { Refusal } from '#app/refusal.ts';
import { decodeText } from './decode.ts';

/** What a person wants to register, as it was written: a year of the State Council's calendar, or days of a region. */
export type Draft = YearDraft | OverlayDraft;

/** `year`: as chosen, empty where the content is to say. */
export type YearDraft = { kind: 'year'; text: string; year: string; title: string; address: string };

/** `code`: of the overlay that is changed, empty for a new one. `region`: empty where it holds everywhere. `off`, `work`: days, a line each. */
export type OverlayDraft = {
	kind: 'overlay';
	code: string;
	name: string;
	region: string;
	document: string;
	off: string;
	work: string;
};

/** Characters of a calendar's content: a notice has two thousand, twenty years of a calendar program half a million. */
const MOST = 1_000_000;

/** Reads a year's draft: pasted text or a file, not both. Throws Refusal 400. */
export async function readYearDraft(form: FormData): Promise<YearDraft> {
	const file = form.get('file');
	const pasted = textField(form, 'text');
	const uploaded = file instanceof Blob && file.size > 0 ? await textOf(file) : null;
	if (uploaded !== null && pasted.trim() !== '') {
		throw new Refusal(400, 'both', '既粘贴了正文，又选择了文件：请只用其中一种。');
	}
	const text = uploaded ?? pasted;
	if (text.length > MOST)
		throw new Refusal(400, 'too_large', '内容过长（超过一百万字），不像一份放假安排。请核对后重试。');
	return { kind: 'year', text, ...fields(form, 'year', 'title', 'address') };
}

/** Reads the draft of a regional festival or one-off days. */
export function readOverlayDraft(form: FormData): OverlayDraft {
	const everywhere = textField(form, 'scope') === 'everywhere';
	const told = fields(form, 'code', 'name', 'region', 'document', 'off', 'work');
	return { kind: 'overlay', ...told, region: everywhere ? '' : told.region };
}

async function textOf(file: Blob): Promise<string> {
	const read = decodeText(new Uint8Array(await file.arrayBuffer()));
	if ('refused' in read) throw new Refusal(400, 'not_text', read.refused);
	return read.text;
}

function fields<N extends string>(form: FormData, ...names: N[]): Record<N, string> {
	return Object.fromEntries(names.map(name => [name, textField(form, name).trim()])) as Record<N, string>;
}

function textField(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
