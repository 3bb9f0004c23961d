-- One row per run that stood differently after the enactment with this seq than before it, as it stands in the end.
-- change: earlier | later (its due day) · confirmed: the same due day, provisional no longer · other: anything else.
create macro moves_at(enacted) as table
with
was as (
	select *
	from clock_run
	where known_to = enacted and stands_to is null
),
became as (
	select *
	from clock_run
	where known_from = enacted and stands_to is null
)
select
	coalesce(b.case_no, w.case_no) as case_no, coalesce(b.case_id, w.case_id) as case_id, coalesce(b.line, w.line) as line,
	coalesce(b.clock, w.clock) as clock, coalesce(b.run, w.run) as run, coalesce(b.round, w.round) as round,
	coalesce(b.department, w.department) as department, coalesce(b.counterparty, w.counterparty) as counterparty,
	coalesce(b.sharing, w.sharing) as sharing,
	w.due_on as due_before, b.due_on as due_after, w.provisional as provisional_before, b.provisional as provisional_after,
	w.phase as phase_before, b.phase as phase_after, w.ended_on as ended_before, b.ended_on as ended_after,
	case
		when b.due_on < w.due_on then 'earlier'
		when b.due_on > w.due_on then 'later'
		when b.due_on = w.due_on and w.provisional and not b.provisional then 'confirmed'
		else 'other'
	end as change,
from was w
full join became b on b.case_no = w.case_no and b.line = w.line and b.clock = w.clock and b.run = w.run
where
	w.case_no is null or b.case_no is null or w.due_on is distinct from b.due_on or w.provisional <> b.provisional
	or w.phase <> b.phase or w.ended_on is distinct from b.ended_on;
