-- One row per 件 under a statutory clock that is another body's to answer for, or to act on, after the event of the register
-- with this seq than before it, as of a day: `department` and `held_by` as in matters_on (091). What was told under several
-- codes may become one 件: the row that is no more has no body after.
create macro handed_at(changed, on_day) as table
with
before as materialized (from matters_on(on_day, changed - 1)),
after as materialized (from matters_on(on_day, changed))
select
	coalesce(a.case_no, b.case_no) as case_no, coalesce(a.case_id, b.case_id) as case_id, coalesce(a.clock, b.clock) as clock,
	coalesce(a.sharing, b.sharing) as sharing, coalesce(a.round, b.round) as round,
	coalesce(a.counted_line, b.counted_line) as counted_line, coalesce(a.counterparty, b.counterparty) as counterparty,
	coalesce(a.owed_by_code, b.owed_by_code) as owed_by_code, coalesce(a.due_on, b.due_on) as due_on,
	coalesce(a.status, b.status) as status, coalesce(a.days_late, b.days_late) as days_late,
	coalesce(a.ended_on, b.ended_on) is null as still_open,
	b.department as department_before, a.department as department_after, b.held_by as held_before, a.held_by as held_after,
	a.days_late_inherited, coalesce(a.unsettled, false) as unsettled, coalesce(b.unsettled, false) as unsettled_before,
from before b
full join after a
	on a.case_no = b.case_no and a.clock = b.clock and a.sharing is not distinct from b.sharing and a.round = b.round
	and a.counted_line is not distinct from b.counted_line and a.owed_by_code = b.owed_by_code
join clock c on c.clock = coalesce(a.clock, b.clock)
where
	c.statutory and not c.floor and coalesce(a.status, b.status) <> 'excluded'
	and (
		a.department is distinct from b.department or a.held_by is distinct from b.held_by
		or coalesce(a.unsettled, false) <> coalesce(b.unsettled, false)
	);
