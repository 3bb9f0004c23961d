import list from '../../sql/queries/backdated.sql?raw';
import sums from '../../sql/queries/backdating.sql?raw';
import officers from '../../sql/queries/evidence_officers.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per act that claims a time before the deadline its record missed (口径⑤), or on whose evidence somebody has decided. */
export const backdated = defineMeasure({
	name: 'backdated',
	definition:
		'倒签：所填办理时间在到期前、平台记录时间在到期后的办理行为，以平台记录时间为准；监督人员采信证据的，以所填时间为准，仍列于此。凡作过时间证据认定的办理行为一并列示，以最后一次认定为准。',
	params: {
		...asked,
		departments: 'texts?',
		source_id: 'int?',
		/** open | accepted | refused; null: all */
		decided: 'texts?',
		/** Account of the officer whose decision stands. */
		officer: 'text?',
		case_id: 'text?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		seq: 'int',
		case_id: 'text',
		line: 'text',
		source_id: 'int',
		event_id: 'text',
		type: 'text',
		/** The first clock it concerns; null where no clock took it. */
		clock: 'text?',
		/** Who did the act. */
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		occurred_at: 'instant',
		day_only: 'flag',
		recorded_at: 'instant',
		received_at: 'instant',
		/** Minutes from the stated time to the record; of a paper act from the end of its day. */
		lag: 'int',
		/** open | accepted | refused */
		decided: 'text',
		decided_seq: 'int?',
		decided_at: 'instant?',
		officer: 'text?',
		officer_title: 'text?',
		reason: 'text?',
		document: 'text?',
		/** Rows of the whole answer, the same on every row. */
		total: 'int',
	},
	sql: list,
});

/** The rows of `backdated` counted by department and source. */
export const backdating = defineMeasure({
	name: 'backdating',
	definition: '倒签与时间证据，按办理部门和报送平台统计；滞后为平台记录晚于所填办理时间的时长。',
	params: asked,
	columns: {
		department: 'text',
		department_name: 'text',
		source_id: 'int',
		acts: 'int',
		open: 'int',
		accepted: 'int',
		refused: 'int',
		/** Minutes. */
		lag_median: 'int',
		lag_most: 'int',
	},
	sql: sums,
});

/** The decided rows of `backdated` counted by officer: who excuses how often is itself supervised. */
export const evidenceOfficers = defineMeasure({
	name: 'evidence_officers',
	definition: '采信率＝采信的件数÷作出认定的件数，以每一办理行为最后一次认定为准，按认定人统计。',
	params: asked,
	columns: { officer: 'text', officer_title: 'text?', decided: 'int', accepted: 'int', share: 'real?' },
	sql: officers,
});
