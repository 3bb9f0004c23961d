import sql from '../../sql/queries/case_decisions.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Decisions of the authority on whether cases are one, and which platform is of record; later ones replace earlier ones. */
export const caseDecisions = defineMeasure({
	name: 'case_decisions',
	definition: '并案认定：哪些编号认定为同一申请、哪些认定为不是，以哪个平台为准；对同样编号的认定，以最后一次为准。',
	params: { ...asked, case_id: 'text?', limit: 'int', offset: 'int' },
	columns: {
		seq: 'int',
		one_id: 'text',
		/** The others; the same number again where only the platform of record was decided. */
		other_ids: 'texts',
		same: 'flag',
		/** Source of the platform of record, where one was named. */
		record: 'int?',
		reason: 'text?',
		officer: 'text?',
		officer_title: 'text?',
		decided_at: 'instant',
		/** Neither taken back nor replaced, and no later decision on the same cases. */
		standing: 'flag',
		/** corrected | retracted: it no longer stands; null: it does. */
		superseded: 'text?',
		total: 'int',
	},
	sql,
});
