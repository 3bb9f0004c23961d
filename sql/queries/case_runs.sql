-- One row per clock run of a case as it stood on the day, earlier runs of a line included. Cases that are one have the runs
-- of the one under whose number they stand. `bearer`: who bore the duty on the due day; `held_by`: who must act on the day
-- while it is open, else the bearer (066_bearers.sql).
-- params: as_of, known, visible, case_id
with
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int)),
borne as (
	select
		r.*, coalesce(j.bearer, department) as bearer,
		ended_on is null and status <> 'excluded' as still_open,
		if(still_open, coalesce(n.bearer, department), coalesce(j.bearer, department)) as held_by,
		still_open and coalesce(n.unsettled, false) as unsettled,
		inherited(status, coalesce(j.bearer, department), held_by, d.no, due_no) as days_late_inherited,
	from (select *, coalesce(due_on, ended_on, $as_of::date) as judged_on from runs_on($as_of::date, $known::int)) r
	left join bearers_at($known::int) j on j.code = department and j.from_on <= judged_on and judged_on < j.to_on
	left join bearers_at($known::int) n on n.code = department and n.from_on <= $as_of::date and $as_of::date < n.to_on
	left join days_at($known::int) d on d.calendar = r.calendar and d.day = n.since_on - 1
	where case_id = (select any_value(root_id) from told_with($case_id::varchar, $known::int))
)
select
	line, clock, run, department, coalesce(names[department], department) as department_name,
	bearer, coalesce(names[bearer], bearer) as bearer_name, held_by, coalesce(names[held_by], held_by) as held_by_name, borne.unsettled,
	jurisdiction(o.kind, o.region, (select region from home_on($as_of::date, $known::int))) as jurisdiction,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name, catalogue, t.title as catalogue_title, sharing,
	started_on::varchar as started_on, started_by, statutory_due_on::varchar as statutory_due_on, due_on::varchar as due_on,
	epoch_ms(due_end)::double as due_end, hours_late::int as hours_late,
	borne.provisional, ended_on::varchar as ended_on, ended_by, status, excluded_for, days_late::int as days_late,
	days_late_inherited::int as days_late_inherited, days_left::int as days_left, extended, paused_days, defects,
	if(status = 'overdue', heard_on::varchar, null) as heard_on, may_be_done(status, due_on, heard_on) as unheard,
from borne
cross join called
join clock c using (clock)
left join heard_of($as_of::date, $known::int) l on l.case_no = borne.case_no and l.owed_by_code = department
left join bodies_on($as_of::date, $known::int) o on o.code = held_by
left join catalogue_at($known::int) t using (catalogue)
where may_see_matter($visible::varchar[], department, bearer, held_by, counterparty)
order by started_at, c.ordinal, line, run
