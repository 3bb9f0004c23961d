-- One row per department × statutory clock owed by departments, and one with clock 'total' per department. Every
-- registered department that existed in the period stays, with due = 0 and rate null where nothing fell due; the authority
-- and unregistered codes appear where they owe something.
-- params: as_of, known, visible, from, to
with
matter as (
	select m.*, fell_due(status, due_on, $from::date, $to::date, $as_of::date) as fell
	from matters_on($as_of::date, $known::int) m
	join clock c using (clock)
	where c.statutory and not c.floor and c.owed_by <> 'authority'
),
listed as (
	select *
	from departments_on($as_of::date, $known::int)
	where
		(identified and kind <> 'authority' and valid_from <= $to::date and coalesce(valid_to, $from::date) >= $from::date)
		or code in (from matter select department where status <> 'excluded')
),
asked as (
	select clock, ordinal
	from clock
	where statutory and not floor and owed_by <> 'authority'
),
counted as (
	select
		department,
		coalesce(clock, 'total') as clock,
		count(*) filter (fell) as due,
		count(*) filter (fell and status = 'met') as on_time,
		count(*) filter (status = 'overdue') as overdue,
		coalesce(sum(days_late) filter (status = 'overdue'), 0) as overdue_days,
	from matter
	group by grouping sets ((department, clock), (department))
),
settled as (
	select
		l.*, a.clock, a.ordinal,
		coalesce(n.due, 0) as due, coalesce(n.on_time, 0) as on_time, coalesce(n.overdue, 0) as overdue,
		coalesce(n.overdue_days, 0) as overdue_days,
		rate(n.on_time, n.due) as rate,
		case when not rankable then 'not_ranked' when coalesce(n.due, 0) = 0 then 'no_obligations' when n.due < 5 then 'too_few' end as unranked,
	from listed l
	cross join (from asked union all select 'total', 99) a
	left join counted n on n.department = l.code and n.clock = a.clock
),
ranked as (
	select *, if(unranked is null, rank() over (partition by clock, unranked is null order by rate desc), null) as rank
	from settled
)
select
	code as department, name as department_name, region, identified, rankable, clock,
	due::int as due, on_time::int as on_time, rate, rank::int as rank, unranked, overdue::int as overdue,
from ranked
where $visible::varchar[] is null or list_contains($visible::varchar[], code)
order by ordinal, rank nulls last, due desc, overdue_days, overdue, department
