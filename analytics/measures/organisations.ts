import changesSql from '../../sql/queries/register_changes.sql?raw';
import codesSql from '../../sql/queries/register_codes.sql?raw';
import unidentifiedSql from '../../sql/queries/unidentified.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** What was told of the register, the latest first; corrected and retracted entries stay, marked. */
export const registerChanges = defineMeasure({
	name: 'register_changes',
	definition: '机构设立、更名、合并、分立、撤销、调整与代码认定的全部登记；被更正、撤回的登记保留并标明。',
	params: asked,
	columns: {
		seq: 'int',
		source_id: 'int',
		event_id: 'text',
		registered_at: 'instant',
		/** Account that registered it here; null where a platform told it. */
		officer: 'text?',
		/** establish | rename | merge | split | abolish | move | recognise */
		kind: 'text',
		effective: 'day',
		document: 'text?',
		/** It has taken effect by the day asked. */
		in_effect: 'flag',
		/** Every code it names. */
		codes: 'texts',
		/** The event as JSON ({type, subject, data}). */
		body: 'text',
		/** Id of the entry that it replaces, and why. */
		corrects: 'text?',
		correction_reason: 'text?',
		/** corrected | retracted; null: it stands. */
		superseded: 'text?',
		/** `seq` of the event that did so. */
		superseded_by: 'int?',
		retracted_at: 'instant?',
		retracted_by: 'text?',
		retraction_document: 'text?',
		retraction_reason: 'text?',
		/** The last place in the ledger at which anything was told of the register, the same on every row. */
		latest: 'int',
	},
	sql: changesSql,
});

/** Codes of other times, and codes recognised as a body's. */
export const registerCodes = defineMeasure({
	name: 'register_codes',
	definition: '已登记机构的其他代码：更名之前的代码，以及认定为该机构的代码。',
	params: asked,
	columns: {
		code: 'text',
		body: 'text',
		body_name: 'text',
		/** true: recognised as the body's · false: its code before it was renamed */
		recognised: 'flag',
	},
	sql: codesSql,
});

/** Codes nobody registered (未识别): what would be mapped. */
export const unidentified = defineMeasure({
	name: 'unidentified',
	definition: '报送数据中出现而没有登记的机构代码；其事项照常计时、列示，认定或者登记之后归入所属机构。',
	params: asked,
	columns: {
		code: 'text',
		/** As the last event calls it; the code itself where none names it. */
		name: 'text',
		region: 'text?',
		/** 件 under statutory clocks that it has to answer for, of which open, of which overdue. */
		matters: 'int',
		open: 'int',
		overdue: 'int',
		/** Events that name it as their department. */
		events: 'int',
		/** When the first of these happened. */
		since: 'instant?',
		/** Numbers of the sources that told of it, with commas. */
		sources: 'text?',
	},
	sql: unidentifiedSql,
});
