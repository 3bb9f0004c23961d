-- One row per 件 × body that it counts for: once where it fell due in the period (`fell`), for whoever bore the duty on the due
-- day; once where work remains on the day, for whoever must act. `own_days_late`: without the working days of a predecessor.
create macro shares_on(on_day, known, period_from, period_to) as table
with
matter as materialized (
	select
		department, held_by, clock, status, unsettled, ended_on is null as still_open,
		fell_due(status, due_on, period_from, period_to, on_day) as fell,
		days_late - coalesce(days_late_inherited, 0) as own_days_late,
	from matters_on(on_day, known, ruled_on := period_from)
	where status <> 'excluded'
)
select answerable(department, held_by, true) as body, clock, true as fell, status, unsettled, own_days_late
from matter
where fell
union all
select answerable(department, held_by, false) as body, clock, false as fell, status, unsettled, own_days_late
from matter
where still_open;
