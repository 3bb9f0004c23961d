-- One row per body × statutory clock owed by departments, and one with clock 'total' per body, as organised at the end of
-- the period. Every registered body that existed in the period and answers for itself stays, with due = 0 and rate null
-- where nothing fell due; others, the authority and unregistered codes appear where something fell due or is held.
-- params: as_of, known, visible, from, to
with
share as materialized (
	select s.*
	from shares_on($as_of::date, $known::int, $from::date, $to::date) s
	join clock c using (clock)
	where c.statutory and not c.floor and c.owed_by <> 'authority'
),
listed as (
	select *
	from departments_on(least($to::date, $as_of::date), $known::int, ruled_on := $from::date)
	where
		treated <> 'excluded' and identified and kind <> 'authority' and parent is null
		and valid_from <= least($to::date, $as_of::date) and coalesce(valid_to, $from::date) >= $from::date
		or code in (select body from share)
),
asked as (
	select clock, ordinal from clock where statutory and not floor and owed_by <> 'authority'
	union all
	select 'total', 99
),
counted as (
	select
		body, coalesce(clock, 'total') as clock,
		count(*) filter (fell) as due,
		count(*) filter (fell and status = 'met') as on_time,
		count(*) filter (not fell and status = 'overdue') as overdue,
		count(*) filter (not fell and unsettled) as unsettled,
		coalesce(sum(own_days_late) filter (not fell and status = 'overdue'), 0) as overdue_days,
	from share
	group by grouping sets ((body, clock), (body))
),
settled as (
	select
		l.code, l.name, l.region, l.valid_to, l.identified, treated = 'ranked' as rankable, a.clock, a.ordinal,
		coalesce(n.due, 0) as due, coalesce(n.on_time, 0) as on_time, rate(n.on_time, coalesce(n.due, 0)) as rate,
		coalesce(n.overdue, 0) as overdue, coalesce(n.unsettled, 0) as unsettled, coalesce(n.overdue_days, 0) as overdue_days,
		case
			when treated <> 'ranked' then 'not_ranked'
			when coalesce(n.due, 0) = 0 then 'no_obligations'
			when n.due < fewest() then 'too_few'
		end as unranked,
	from listed l
	cross join asked a
	left join counted n on n.body = l.code and n.clock = a.clock
),
ranked as (
	select *, place(rate, unranked, clock) as rank
	from settled
)
select
	code as department, name as department_name, region, valid_to::varchar as valid_to, identified, rankable, clock,
	due::int as due, on_time::int as on_time, rate, rank::int as rank, unranked, overdue::int as overdue, unsettled::int as unsettled,
from ranked
where $visible::varchar[] is null or list_contains($visible::varchar[], code)
order by ordinal, rank nulls last, due desc, overdue_days, overdue, department
