-- One row per clock run of a case as it stood on the day, earlier runs of a line included. Cases that are one have the runs
-- of the one under whose number they stand.
-- params: as_of, known, visible, case_id
with
body as (
	select code, name
	from departments_on($as_of::date, $known::int)
)
select
	line, clock, run, department, coalesce(d.name, department) as department_name,
	counterparty, coalesce(p.name, counterparty) as counterparty_name, catalogue, t.title as catalogue_title, sharing,
	started_on::varchar as started_on, started_by, statutory_due_on::varchar as statutory_due_on, due_on::varchar as due_on,
	provisional, ended_on::varchar as ended_on, ended_by, status, excluded_for,
	days_late::int as days_late, days_left::int as days_left, extended, paused_days, defects,
	last_heard(heard_by, heard_last, department)::varchar as heard_on,
	may_be_done(status, due_on, last_heard(heard_by, heard_last, department)) as unheard,
from runs_on($as_of::date, $known::int)
join clock c using (clock)
left join heard_of($as_of::date, $known::int) using (case_no)
left join body d on d.code = department
left join body p on p.code = counterparty
left join catalogue_at($known::int) t using (catalogue)
where
	case_id = (select any_value(root_id) from told_with($case_id::varchar, $known::int))
	and may_see($visible::varchar[], department, counterparty)
order by started_at, c.ordinal, line, run
