import { OFFICE_ID } from '#analytics/cases/event.ts';
import type { Day } from '#analytics/law/day.ts';
import { departments } from '#analytics/measures/departments.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { registerChanges } from '#analytics/measures/organisations.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { toldOf } from '#app/organisations/target.server.ts';
import { changeSentence } from '#app/words/changes.ts';
import { officerNames } from './enactments.server.ts';
import { common } from './frame.server.ts';
import { platformNames } from './platform-names.server.ts';

type Entry = Row<typeof registerChanges>;

/** An entry of the register in words: what it says, who told it, whether it stands. */
export type ChangeLine = Pick<
	Entry,
	| 'seq'
	| 'kind'
	| 'effective'
	| 'document'
	| 'in_effect'
	| 'codes'
	| 'superseded'
	| 'superseded_by'
	| 'correction_reason'
	| 'registered_at'
> & {
	sentence: string;
	/** Account or platform that told it. */
	by: string;
	/** It was registered here, and can be corrected or taken back here while it stands. */
	own: boolean;
	retraction: { at: number; by: string; document: string | null; reason: string | null } | null;
};

/** What the register was told, the latest first; a liaison sees what names the own body. */
export async function changeLines(viewer: Viewer, asked: Asked, context: House): Promise<ChangeLine[]> {
	const [entries, officer, platform, nameOf] = await Promise.all([
		context.store.ask(registerChanges, common(viewer, asked)),
		officerNames(context),
		platformNames(context),
		bodyNames(asked, context),
	]);
	return entries.map(entry => lineOf(entry, officer, platform, nameOf));
}

function lineOf(
	entry: Entry,
	officer: (name: string | null) => string,
	platform: (source: number) => string,
	nameOf: (code: string) => string,
): ChangeLine {
	const own = entry.source_id === OFFICE_ID;
	const teller = (name: string | null) => (own ? officer(name) : platform(entry.source_id));
	const { seq, kind, effective, document, in_effect, codes, superseded, superseded_by, registered_at } = entry;
	return {
		...{ seq, kind, effective, document, in_effect, codes, superseded, superseded_by, registered_at },
		correction_reason: entry.correction_reason,
		sentence: changeSentence(toldOf(entry), nameOf),
		by: teller(entry.officer),
		own,
		retraction:
			entry.retracted_at === null
				? null
				: {
						at: entry.retracted_at,
						by: teller(entry.retracted_by),
						document: entry.retraction_document,
						reason: entry.retraction_reason,
					},
	};
}

/** How bodies are called on the day asked, and those of later days as they will be. */
async function bodyNames(asked: Asked, { store }: Pick<House, 'store'>): Promise<(code: string) => string> {
	const of = (as_of: Day) => store.ask(departments, { as_of, known: asked.known, visible: null, code: null });
	const [now, last] = await Promise.all([of(asked.as_of), of('2040-12-31' as Day)]);
	const names = new Map([...last, ...now].map(({ code, name }) => [code, name]));
	return code => names.get(code) ?? code;
}
