-- One row per run that stood differently after the event with this seq than before it; a page of them, by case.
-- params: as_of, known, visible, seq, earlier, departments, limit, offset
with
was as (
	select *
	from clock_run
	where known_to = $seq::int and stands_to is null
),
became as (
	select *
	from clock_run
	where known_from = $seq::int and stands_to is null
),
moved as (
	select
		coalesce(b.case_id, w.case_id) as case_id, coalesce(b.line, w.line) as line, coalesce(b.clock, w.clock) as clock,
		coalesce(b.run, w.run) as run, coalesce(b.department, w.department) as department,
		coalesce(b.counterparty, w.counterparty) as counterparty,
		w.case_no is not null as was_there, b.case_no is not null as is_there,
		w.due_on as due_before, b.due_on as due_after, w.provisional as provisional_before, b.provisional as provisional_after,
		w.phase as phase_before, b.phase as phase_after, w.ended_on as ended_before, b.ended_on as ended_after,
	from was w
	full join became b on b.case_no = w.case_no and b.line = w.line and b.clock = w.clock and b.run = w.run
	where
		w.case_no is null or b.case_no is null or w.due_on is distinct from b.due_on or w.provisional <> b.provisional
		or w.phase <> b.phase or w.ended_on is distinct from b.ended_on
),
seen as (
	select *, coalesce(due_after < due_before, false) as earlier, count(*) over () as total, sum(coalesce((due_after < due_before)::int, 0)) over () as total_earlier
	from moved
	where
		$seq::int <= $known::int and may_see($visible::varchar[], department, counterparty)
		and ($earlier::boolean is null or coalesce(due_after < due_before, false) = $earlier::boolean)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
)
select
	case_id, line, clock, run, department, coalesce(d.name, department) as department_name, counterparty,
	due_before::varchar as due_before, due_after::varchar as due_after, provisional_before, provisional_after,
	phase_before, phase_after, ended_before::varchar as ended_before, ended_after::varchar as ended_after, earlier,
	total::int as total, total_earlier::int as total_earlier,
from seen
left join departments_on($as_of::date, $known::int) d on d.code = department
order by case_id, line, clock, run
limit $limit::int offset $offset::int
