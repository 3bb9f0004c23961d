-- One row per body × clock with any 件 started by the day that it holds, by status on the day; floor clocks only when named.
-- params: as_of, known, visible, ruled_on, clocks, departments
with
matter as (
	select m.*
	from matters_on($as_of::date, $known::int, ruled_on := $ruled_on::date) m
	join clock c using (clock)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], held_by))
		and if($clocks::varchar[] is null, not c.floor, list_contains($clocks::varchar[], clock))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], held_by))
),
counted as (
	select
		held_by as department, clock,
		count(*)::int as total,
		(count(*) filter (status = 'met'))::int as met,
		(count(*) filter (status = 'late'))::int as late,
		(count(*) filter (status = 'overdue'))::int as overdue,
		(count(*) filter (status = 'running'))::int as running,
		(count(*) filter (status = 'paused'))::int as paused,
		(count(*) filter (status = 'untimed'))::int as untimed,
		(count(*) filter (status = 'excluded'))::int as excluded,
	from matter
	group by held_by, clock
)
select
	department, coalesce(d.name, department) as department_name, clock,
	total, met, late, overdue, running, paused, untimed, excluded,
from counted
join clock c using (clock)
left join departments_on($as_of::date, $known::int) d on d.code = department
order by department, c.ordinal
