import { OFFICE_ID } from '#analytics/cases/event.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { registerChanges } from '#analytics/measures/organisations.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { type ToldBody, type ToldChange, toChangeKind } from '#app/words/changes.ts';
import { emptyGiven, type Given, NOBODY, SELF, shaped } from './given.ts';

type Entry = Row<typeof registerChanges>;

/** The entry of the register at a place of the ledger, to be corrected or taken back. Throws Refusal 404 or 409 where it cannot be. */
export async function targetOf({ store, today }: Pick<House, 'store' | 'today'>, seq: string): Promise<Entry> {
	const entries = await store.ask(registerChanges, { as_of: today(), known: store.position(), visible: null });
	const entry = entries.find(each => String(each.seq) === seq);
	if (entry === undefined) throw new Refusal(404, 'no_change', '没有这一项机构登记。请从机构沿革页面选择。');
	if (entry.superseded !== null) {
		throw new Refusal(409, 'superseded', '该项登记已被更正或者撤回，请在机构沿革页面选择现行的登记。');
	}
	if (entry.source_id !== OFFICE_ID) {
		throw new Refusal(409, 'not_ours', '该项登记由平台报送，须由报送平台更正或者撤回；在此可以另行登记新的变更。');
	}
	return entry;
}

/** What an entry says. */
export function toldOf({ body }: Pick<Entry, 'body'>): ToldChange {
	return (JSON.parse(body) as { data: ToldChange }).data;
}

/** An entry as the form that would correct it. */
export function givenOf(entry: Entry): Given {
	const told = toldOf(entry);
	const kind = toChangeKind(told.kind) ?? 'establish';
	const to = told.to ?? [];
	const own = ['establish', 'move', 'merge'].includes(kind) ? to[0] : undefined;
	const given: Given = {
		...emptyGiven(kind, told.effective),
		document: told.document ?? '',
		target: String(entry.seq),
		from: told.from ?? [],
		to: to.map(({ code, name }) => ({ code, name })),
		...attributesOf(own),
		successor: told.successor ?? (isUnsettled(kind, told) ? NOBODY : ''),
	};
	return shaped(given);
}

function attributesOf(body: ToldBody | undefined): Pick<Given, 'region' | 'bodyKind' | 'rankable' | 'parent'> {
	const { code, region = '', kind = '', rankable, parent = '' } = body ?? { code: '', parent: '' };
	const ranked = rankable ? 'yes' : 'no';
	return {
		...{ region, bodyKind: kind },
		rankable: rankable === undefined ? '' : ranked,
		parent: parent !== '' && parent === code ? SELF : parent,
	};
}

/** It names nobody who takes over from a body that ceases. */
function isUnsettled(kind: string, { from = [], to = [] }: ToldChange): boolean {
	return kind === 'abolish' || (kind === 'split' && !to.some(({ code }) => from.includes(code)));
}
