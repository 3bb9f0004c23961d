-- One row per run that stood differently after the enactment with this seq than before it: as it stands in the end, and its
-- status on a day (null: no such run on that day).
-- change: earlier | later (the moment it is due) · confirmed: the same moment, provisional no longer · other: anything else.
create macro moves_at(enacted, on_day) as table
with
refolded as (
	select distinct case_no
	from clock_run
	where known_to = enacted or known_from = enacted
),
told as (
	select
		r.*, stands_to is null as final, on_day >= stands_from and (stands_to is null or on_day < stands_to) as now,
		status_of(phase, c.floor, due_on, due_end, ended_at, ended_on, on_day, end_of(on_day)) as status,
		known_from < enacted as of_before, known_to is null or known_to > enacted as of_after,
	from clock_run r
	join refolded using (case_no)
	join clock c using (clock)
	where known_from <= enacted and (known_to is null or known_to >= enacted)
),
was as (
	select f.*, n.status as status_now
	from (from told where of_before and final) f
	left join (from told where of_before and now) n using (case_no, line, clock, run)
),
became as (
	select f.*, n.status as status_now
	from (from told where of_after and final) f
	left join (from told where of_after and now) n using (case_no, line, clock, run)
)
select
	coalesce(b.case_no, w.case_no) as case_no, coalesce(b.case_id, w.case_id) as case_id, coalesce(b.line, w.line) as line,
	coalesce(b.clock, w.clock) as clock, coalesce(b.run, w.run) as run, coalesce(b.round, w.round) as round,
	coalesce(b.department, w.department) as department, coalesce(b.counterparty, w.counterparty) as counterparty,
	coalesce(b.sharing, w.sharing) as sharing,
	w.due_on as due_before, b.due_on as due_after, w.due_end as due_end_before, b.due_end as due_end_after,
	w.provisional as provisional_before, b.provisional as provisional_after,
	w.phase as phase_before, b.phase as phase_after, w.ended_on as ended_before, b.ended_on as ended_after,
	w.status_now as status_before, b.status_now as status_after,
	case
		when b.due_end < w.due_end then 'earlier'
		when b.due_end > w.due_end then 'later'
		when b.due_end = w.due_end and w.provisional and not b.provisional then 'confirmed'
		else 'other'
	end as change,
from was w
full join became b on b.case_no = w.case_no and b.line = w.line and b.clock = w.clock and b.run = w.run
where
	w.case_no is null or b.case_no is null or w.due_end is distinct from b.due_end or w.provisional <> b.provisional
	or w.phase <> b.phase or w.ended_on is distinct from b.ended_on or w.status_now is distinct from b.status_now;
