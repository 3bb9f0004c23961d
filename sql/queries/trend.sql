-- One row per month × statutory clock in the span, floor clocks excluded; months without obligations have rate null.
-- params: as_of, known, visible, ruled_on, from, to, departments
with
month as (
	select strftime(unnest(generate_series(date_trunc('month', $from::date), $to::date, interval 1 month)), '%Y-%m') as month
),
matter as (
	select *, strftime(due_on, '%Y-%m') as month
	from matters_on($as_of::date, $known::int, ruled_on := $ruled_on::date)
	where
		fell_due(status, due_on, $from::date, $to::date, $as_of::date)
		and may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
),
counted as (
	select month, clock, count(*) as due, count(*) filter (status = 'met') as on_time
	from matter
	group by month, clock
)
select
	month, clock,
	coalesce(due, 0)::int as due,
	coalesce(on_time, 0)::int as on_time,
	rate(on_time, due) as rate,
from month
cross join (from clock where statutory and not floor) c
left join counted using (month, clock)
order by month, c.ordinal
