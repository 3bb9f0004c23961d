-- One row per whole month that the span touches, with what an indicator comes to, of the bodies asked about taken together; a
-- month without a value says why. `counted` (162) must fit the indicator, or there are no rows.
-- params: as_of, known, visible, from, to, indicator, departments, counted
with
asked as (
	select *
	from indicator
	where
		indicator = $indicator
		and case $counted when 'at_month_end' then attribution = 'stock' when 'by_day' then of_one_day else attribution <> 'stock' end
),
month as (
	select unnest(generate_series(date_trunc('month', $from::date), $to::date, interval 1 month))::date as month
),
unit as materialized (
	from units_by_month($as_of::date, $known::int, date_trunc('month', $from::date)::date, last_day($to::date), ($indicator::varchar)[1], $counted::varchar)
	where indicator = $indicator
),
counted as (
	select
		month, count(*) as units, count(*) filter (outcome = 'not_reported') as unreported,
		count(*) filter (den = 0 or outcome = 'not_reported') as uncounted, count(*) filter (excused) as excused,
		sum(exact(num)) as num, sum(exact(den)) as den,
		sum(exact(num)) filter (not excused) as adjudicated_num, sum(exact(den)) filter (not excused) as adjudicated_den,
	from unit
	where
		told
		and ($visible::varchar[] is null or list_contains($visible::varchar[], department))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
	group by month
)
select
	strftime(month, '%Y-%m') as month, a.indicator,
	if($counted = 'at_month_end', reached(month, $as_of), null)::varchar as counted_on,
	coalesce(units, 0)::int as units, coalesce(unreported, 0)::int as unreported, coalesce(excused, 0)::int as excused,
	coalesce(num, 0)::double as num, den::double as den, value_of(a.kind, coalesce(num, 0), den)::double as value,
	coalesce(adjudicated_num, 0)::double as adjudicated_num, adjudicated_den::double as adjudicated_den,
	value_of(a.kind, coalesce(adjudicated_num, 0), adjudicated_den)::double as adjudicated,
	why_none(a.kind, a.optional, month in (select month from unit), coalesce(units, 0), coalesce(unreported, 0), den) as reason,
	a.kind <> 'count' and coalesce(units - uncounted, 0) < fewest() as too_few,
from month
cross join asked a
left join counted using (month)
order by month
