-- One row per department answerable for 件 that the event with this seq moved: how many, which way, and what of it is open.
-- params: as_of, known, visible, seq
with
matter as (
	select
		case_no, department, clock, sharing, round,
		case
			when bool_or(change = 'earlier') then 'earlier'
			when bool_or(change = 'later') then 'later'
			when bool_or(change = 'other') then 'other'
			else 'confirmed'
		end as change,
		min(due_after) filter (change = 'earlier') as earliest,
	from moves_at($seq::int, $as_of::date)
	where $seq::int <= $known::int and may_see($visible::varchar[], department, counterparty)
	group by case_no, department, clock, sharing, round
),
open as (
	select case_no, department, clock, sharing, round
	from matters_on($as_of::date, $known::int)
	where status in ('running', 'overdue', 'paused')
),
told as (
	select m.*, o.case_no is not null as still_open
	from matter m
	left join open o
		on o.case_no = m.case_no and o.department = m.department and o.clock = m.clock
		and o.sharing is not distinct from m.sharing and o.round = m.round
)
select
	department, coalesce(any_value(d.name), department) as department_name,
	(count(*) filter (change = 'earlier'))::int as earlier,
	(count(*) filter (change = 'later'))::int as later,
	(count(*) filter (change = 'confirmed'))::int as confirmed,
	(count(*) filter (change = 'other'))::int as other,
	(count(*) filter (change = 'earlier' and still_open))::int as earlier_open,
	(count(*) filter (change = 'later' and still_open))::int as later_open,
	(min(earliest) filter (still_open))::varchar as earliest_open,
from told
left join departments_on($as_of::date, $known::int) d on d.code = department
group by department
order by earlier desc, later desc, department
