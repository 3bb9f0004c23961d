import sql from '../../sql/queries/matters.sql?raw';
import { asked, defineMeasure, ruled } from './measure.ts';

/** The list behind every figure: one row per 件 (case × department × clock × sharing type × round), a page of it. */
export const matters = defineMeasure({
	name: 'matters',
	definition:
		'事项按“件”列示：同一申请中同一提供部门、同一共享属性的各行合为一件，各行均按时方为按时；同一案件再次起算的（如再次校核、再次报送）另计一件。超期未办而平台自到期日或者更早起未再报送的，标为可能逾期，待核实。',
	params: {
		...asked,
		...ruled,
		/** Clock names; null: all statutory clocks owed to be done (floor and local clocks only when named). */
		clocks: 'texts?',
		/** met late overdue running paused untimed excluded; null: all but excluded. */
		statuses: 'texts?',
		/** Bodies that bore the duty on the due day, where a span of due days is asked; else those that must act on the day. */
		departments: 'texts?',
		/** here | district | superior | vertical | other_organ: who may order rectification. */
		jurisdictions: 'texts?',
		/** Effective due day from … to (both included). */
		due_from: 'day?',
		due_to: 'day?',
		/** true: only those whose platform has been silent since the due day or before (可能逾期) · false: only the others · null: all */
		unheard: 'flag?',
		/** Days late at least (working days). */
		late_min: 'int?',
		/** Case numbers that contain this text. */
		search: 'text?',
		/** due_on | days_late | started_on | department | case_id | clock; anything else: due_on */
		sort: 'text',
		descending: 'flag',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		case_id: 'text',
		/** What `departments` narrows and the list names: `department` where a span of due days is asked, else `held_by`. */
		owner: 'text',
		owner_name: 'text',
		/** Who bore the duty on the due day, and is judged by it. */
		department: 'text',
		department_name: 'text',
		/** Who must act on the day asked while work remains, else `department`. */
		held_by: 'text',
		held_by_name: 'text',
		/** The code as reported: of a unit, of a predecessor, or of the body itself. */
		owed_by_code: 'text',
		owed_by_name: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		clock: 'text',
		sharing: 'text?',
		/** 1, 2 …: what the case owes again (another correction request, another submission) is another 件. */
		round: 'int',
		/** The line, where the policy counts lines; null: all lines together. */
		line: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		lines: 'int',
		started_on: 'day',
		statutory_due_on: 'day?',
		due_on: 'day?',
		provisional: 'flag',
		ended_on: 'day?',
		status: 'text',
		/** Working days after the due day through the stop or the day asked; null unless late or overdue; 0: less than one working day. */
		days_late: 'int?',
		/** Of these, the working days before the body that must act took over; null: nothing was inherited. */
		days_late_inherited: 'int?',
		/** Full hours after the due moment; null unless late under an hour clock. */
		hours_late: 'int?',
		/** Working days still left; null unless running. */
		days_left: 'int?',
		extended: 'int',
		paused_days: 'int',
		defects: 'texts',
		/** The last day the matter's platform was heard of; null unless overdue, or where no platform tells of it. */
		heard_on: 'day?',
		/** Overdue, and not known to be: nothing was heard of its platform after the due day. */
		unheard: 'flag',
		/** Work remains, and nobody took over what its body owed (承接部门待明确). */
		unsettled: 'flag',
		/** here | district | superior | vertical | other_organ */
		jurisdiction: 'text',
		/** Late, and every line that is late was found justified (正当理由); the status is the fact, whatever was found. */
		excused: 'flag',
		excused_on: 'day?',
		/** Since when a department claims a justification; null: none does. */
		pleaded_on: 'day?',
		/** Rows of the whole answer, the same on every row. */
		total: 'int',
	},
	sql,
});
