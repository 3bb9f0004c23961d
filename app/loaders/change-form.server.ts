import type { Day } from '#analytics/law/day.ts';
import { dayOf } from '#analytics/law/day.ts';
import { departments } from '#analytics/measures/departments.ts';
import { unidentified } from '#analytics/measures/organisations.ts';
import type { House } from '#app/context.ts';
import { emptyGiven, type Given, shaped } from '#app/organisations/given.ts';
import { readRegister } from '#app/organisations/register.ts';
import { givenOf, targetOf, toldOf } from '#app/organisations/target.server.ts';
import { changeSentence, toChangeKind } from '#app/words/changes.ts';
import { longDay } from '#app/words/format.ts';

type Named = { code: string; name: string };

export type NewChangeData = {
	/** The form as it is opened; null: a kind has to be chosen first. */
	first: Given | null;
	known: { bodies: Named[]; unknown: Named[]; regions: string[] };
	/** The entry that is corrected or taken back, in words. */
	sentence: string | null;
};

const chinese = new Intl.Collator('zh-CN');

/**
 * A form of a `kind`, of a `code` and `name` where the address gives them; or of the entry that it `corrects` or `retracts`,
 * by its `seq`. Throws Refusal 404 or 409 where that cannot be.
 */
export async function newChangeData(context: House, query: URLSearchParams): Promise<NewChangeData> {
	const { store, today } = context;
	const asked = { as_of: today(), known: store.position(), visible: null };
	const [rows, unknown] = [
		await store.ask(departments, { ...asked, code: null }),
		await store.ask(unidentified, asked),
	];
	const named = ({ code, name }: Named) => ({ code, name });
	const bodies = rows.filter(({ identified, valid_to }) => identified && valid_to === null).map(named);
	const regions = [...new Set(rows.flatMap(({ region }) => region ?? []))].sort();
	const seq = query.get('corrects') ?? query.get('retracts');
	return {
		...(seq === null ? freshOf(query, today(), unknown) : await targetedOf(context, seq, query.has('retracts'))),
		known: { bodies: bodies.sort((a, b) => chinese.compare(a.name, b.name)), unknown: unknown.map(named), regions },
	};
}

type Unknown = Named & { region: string | null; since: number | null };

function freshOf(query: URLSearchParams, today: Day, unknown: Unknown[]): Pick<NewChangeData, 'first' | 'sentence'> {
	const kind = toChangeKind(query.get('kind') ?? '');
	if (kind === null || kind === 'retract') return { first: null, sentence: null };
	const code = query.get('code')?.trim() ?? '';
	const empty = emptyGiven(kind, today);
	if (code === '') return { first: empty, sentence: null };
	if (kind !== 'establish') return { first: { ...empty, from: [code, ...empty.from.slice(1)] }, sentence: null };
	const told = unknown.find(each => each.code === code);
	const name = told === undefined || told.name === code ? '' : told.name;
	const since = told?.since ?? null;
	const first = { ...empty, to: [{ code, name }], region: told?.region ?? '' };
	return { first: since === null ? first : { ...first, effective: dayOf(since) }, sentence: null };
}

async function targetedOf(
	context: House,
	seq: string,
	retracts: boolean,
): Promise<Pick<NewChangeData, 'first' | 'sentence'>> {
	const entry = await targetOf(context, seq);
	const { store, today } = context;
	const { on, end } = await readRegister({ ask: store.ask, known: store.position() }, today());
	const said = changeSentence(toldOf(entry), code => (on.get(code) ?? end.get(code))?.name ?? code);
	const paper = entry.document ?? '未写明文号';
	const given = givenOf(entry);
	return {
		first: retracts ? shaped({ ...given, kind: 'retract', document: '' }) : given,
		sentence: `${retracts ? '撤回' : '更正'}：${said}（${longDay(entry.effective)}起，${paper}）`,
	};
}
