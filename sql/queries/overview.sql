-- One row per statutory clock, floor clocks excluded: what fell due in the period, and the stock on the day.
-- params: as_of, known, visible, from, to
with
matter as (
	select m.*, may_be_done(status, due_on, heard_on) as unheard
	from matters_on($as_of::date, $known::int, ruled_on := $from::date) m
	left join heard_of($as_of::date, $known::int) h using (case_no, owed_by_code)
	where may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
),
counted as (
	select
		clock,
		count(*) filter (fell_due(status, due_on, $from::date, $to::date, $as_of::date)) as due,
		count(*) filter (status = 'met' and fell_due(status, due_on, $from::date, $to::date, $as_of::date)) as on_time,
		count(*) filter (status = 'overdue') as overdue,
		count(*) filter (unheard) as unheard,
		count(*) filter (status = 'running') as running,
		count(*) filter (status = 'paused') as paused,
		count(*) filter (status = 'running' and due_on = $as_of::date) as due_today,
		count(distinct held_by) filter (status = 'overdue') as departments_overdue,
	from matter
	group by clock
)
select
	c.clock,
	coalesce(due, 0)::int as due,
	coalesce(on_time, 0)::int as on_time,
	rate(on_time, due) as rate,
	coalesce(overdue, 0)::int as overdue,
	coalesce(unheard, 0)::int as unheard,
	coalesce(running, 0)::int as running,
	coalesce(paused, 0)::int as paused,
	coalesce(due_today, 0)::int as due_today,
	coalesce(departments_overdue, 0)::int as departments_overdue,
from clock c
left join counted using (clock)
where c.statutory and not c.floor
order by c.ordinal
