import sql from '../../sql/queries/overview.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per statutory clock (floor clocks excluded): what fell due in the period, and the stock on the day. */
export const overview = defineMeasure({
	name: 'overview',
	definition:
		'按时率＝本期到期应办件中按时办结的件数÷本期到期应办件数；到期以有效到期日计，未办结且已逾期的计为未按时。在办、超期为截止日24时的存量；其中平台自到期日或者更早起未再报送的，可能已办结而未上报，单列待核实。',
	params: { ...asked, from: 'day', to: 'day' },
	columns: {
		clock: 'text',
		due: 'int',
		on_time: 'int',
		rate: 'real?',
		overdue: 'int',
		/** Of them, those whose platform has been silent since the due day or before: 可能逾期, to be verified. */
		unheard: 'int',
		running: 'int',
		paused: 'int',
		due_today: 'int',
		departments_overdue: 'int',
	},
	sql,
});
