import { departments } from '#analytics/measures/departments.ts';
import { catalogues, searchCases } from '#analytics/measures/search.ts';
import { type Asked, linkTo } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { ways } from '#app/words/ways.ts';
import { common } from './frame.server.ts';
import { named } from './initials.server.ts';

/** Something found: what it is called, what stands beside it, and where it opens. */
type Found = { name: string; note: string; to: string };

/** What was found, by kind; `text`: what was looked for, null where nothing yet. */
export type SearchData = { text: string | null; groups: { kind: string; found: Found[] }[] };

const MOST = 8;
const LONGEST = 60;

/**
 * Pages, departments, cases and catalogue items by words of their name, pinyin initials, or number, of what the viewer may
 * see; nothing else is so much as counted. Throws Refusal 400 for an overlong text.
 */
export async function searchData(viewer: Viewer, asked: Asked, context: House, given: string): Promise<SearchData> {
	const text = given.trim();
	if (text === '') return { text: null, groups: [] };
	if (text.length > LONGEST) throw new Refusal(400, 'bad_search', `查找的文字不超过${LONGEST}字，请缩短后再查。`);
	const found = await Promise.all([
		pages(viewer, asked, text),
		bodies(viewer, asked, context, text),
		cases(viewer, asked, context, text),
		items(viewer, asked, context, text),
	]);
	return { text, groups: found.filter(group => group.found.length > 0) };
}

async function pages({ account, visible }: Viewer, asked: Asked, text: string) {
	const overseer = may(account.role, 'sources');
	const open = ways.flatMap(group =>
		group.ways
			.filter(way => (overseer || !way.overseer) && (visible === null || way.to !== '/departments'))
			.map(({ name, to }) => ({ name, note: group.name, to: linkTo(asked, to) })),
	);
	return { kind: '页面', found: await named(open, text, MOST) };
}

async function bodies(viewer: Viewer, asked: Asked, { store }: House, text: string) {
	const all = await store.ask(departments, { ...common(viewer, asked), code: null });
	const rows = await named(all, text, MOST);
	const byCode = rows.length > 0 ? rows : all.filter(({ code }) => code.includes(text.toUpperCase())).slice(0, MOST);
	const found = byCode.map(({ code, name, identified }) => ({
		name,
		note: identified ? code : '未识别代码',
		to: linkTo(asked, `/departments/${encodeURIComponent(code)}`),
	}));
	return { kind: '部门', found };
}

async function cases({ visible }: Viewer, asked: Asked, { store }: House, text: string) {
	const { as_of, known } = asked;
	const rows = await store.ask(searchCases, { as_of, known, visible, text, limit: MOST });
	const found = rows.map(({ case_id }) => ({
		name: case_id,
		note: '',
		to: linkTo(asked, `/cases/${encodeURIComponent(case_id)}`),
	}));
	return { kind: '事项', found };
}

async function items({ visible }: Viewer, asked: Asked, { store }: House, text: string) {
	const { as_of, known } = asked;
	const rows = await store.ask(catalogues, { as_of, known, visible });
	const all = rows.map(({ catalogue, title }) => ({
		name: title,
		note: catalogue,
		to: linkTo(asked, '/indicators', { catalogue }),
	}));
	return { kind: '目录项', found: await named(all, text, MOST) };
}
