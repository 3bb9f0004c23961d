import events from '../../sql/queries/case_events.sql?raw';
import runs from '../../sql/queries/case_runs.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per clock run of a case as it stood on the day. */
export const caseRuns = defineMeasure({
	name: 'case_runs',
	definition: '该案各计时的起算、到期、办结与状态。',
	params: { ...asked, case_id: 'text' },
	columns: {
		line: 'text',
		clock: 'text',
		run: 'int',
		department: 'text',
		department_name: 'text',
		/** Who bore the duty on the due day. */
		bearer: 'text',
		bearer_name: 'text',
		/** Who must act on the day while it is open, else the bearer. */
		held_by: 'text',
		held_by_name: 'text',
		unsettled: 'flag',
		/** here | district | superior | vertical | other_organ */
		jurisdiction: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		sharing: 'text?',
		started_on: 'day',
		started_by: 'text',
		statutory_due_on: 'day?',
		due_on: 'day?',
		/** The first instant that is too late: 24:00 of the due day, or an hour of it. */
		due_end: 'instant?',
		/** Full hours after it; null unless late under an hour clock. */
		hours_late: 'int?',
		provisional: 'flag',
		ended_on: 'day?',
		ended_by: 'text?',
		status: 'text',
		excluded_for: 'text?',
		days_late: 'int?',
		/** Of these, the working days before the body that must act took over; null: nothing was inherited. */
		days_late_inherited: 'int?',
		days_left: 'int?',
		extended: 'int',
		paused_days: 'int',
		defects: 'texts',
		/** As in the measure `matters`. */
		heard_on: 'day?',
		unheard: 'flag',
	},
	sql: runs,
});

/** One row per event of a case known at `known`, in order of occurrence; superseded events stay, marked. */
export const caseEvents = defineMeasure({
	name: 'case_events',
	definition: '该案全部已知事件。',
	params: { ...asked, case_id: 'text' },
	columns: {
		seq: 'int',
		source_id: 'int',
		event_id: 'text',
		/** The number under which the platform reported it: that of the case, or of one told as one with it. */
		case_id: 'text',
		type: 'text',
		line: 'text',
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		occurred_at: 'instant',
		day_only: 'flag',
		recorded_at: 'instant',
		received_at: 'instant',
		/** corrected | retracted | null */
		superseded: 'text?',
		/** The event as JSON ({type, subject, data}). */
		body: 'text',
	},
	sql: events,
});
