import deskSql from '../../sql/queries/desk.sql?raw';
import queuesSql from '../../sql/queries/desk_queues.sql?raw';
import { asked, defineMeasure, ruled } from './measure.ts';

const definition =
	'在办和超期的法定时限按“件”列示。今日到期：到期日为截至日；下一工作日到期：到期日为其后第一个工作日；新逾期：到期日为截至日前最后一个工作日或者此后，尚未办结；未催办：超期未办且没有催办记录；催办未回应：最近一次催办后已过2个工作日，责任部门在该事项中没有任何办理记录。';

/** One row per 件 of a queue of the desk (sql/duckdb/146_desk_on.sql), what is due first at the top: a page of it. */
export const desk = defineMeasure({
	name: 'desk',
	definition,
	params: {
		...asked,
		...ruled,
		/** due_today | due_next | slipped | unreminded | unanswered; null: all that is running or overdue */
		queue: 'text?',
		/** Only these cases. */
		cases: 'texts?',
		/** Clock names; null: all statutory clocks but floors. */
		clocks: 'texts?',
		/** Bodies that must act. */
		departments: 'texts?',
		/** Case numbers that contain this text. */
		search: 'text?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		case_id: 'text',
		/** Who must act on the day. */
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		clock: 'text',
		sharing: 'text?',
		round: 'int',
		line: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		lines: 'int',
		started_on: 'day',
		due_on: 'day?',
		provisional: 'flag',
		status: 'text',
		/** Working days after the due day; null unless overdue. */
		days_late: 'int?',
		hours_late: 'int?',
		/** Working days still left; null unless running. */
		days_left: 'int?',
		/** The last day the matter's platform was heard of; null unless overdue. */
		heard_on: 'day?',
		/** Overdue, and not known to be: nothing was heard of its platform after the due day. */
		unheard: 'flag',
		jurisdiction: 'text',
		/** Nobody took over what its body owed (承接部门待明确). */
		unsettled: 'flag',
		/** Owed by the authority itself. */
		ours: 'flag',
		pleaded_on: 'day?',
		/** How often its case was reminded, and when last; 0 and null: never. */
		reminders: 'int',
		reminded_on: 'day?',
		/** The last day on which its body did something in the case after the last reminder. */
		answered_on: 'day?',
		/** Rows of the whole answer, the same on every row. */
		total: 'int',
	},
	sql: deskSql,
});

/** One row per queue of the desk: how many 件 stand in it. */
export const deskQueues = defineMeasure({
	name: 'desk_queues',
	definition,
	params: { ...asked, ...ruled },
	columns: { queue: 'text', matters: 'int' },
	sql: queuesSql,
});
