-- One row per body × indicator of its role, and one per indicator with department null: all bodies shown together. Every
-- registered body that existed in the period stays, with a reason where it has no value; each with the reporting behind it.
-- params: as_of, known, visible, from, to, indicators, departments, kinds, regions, catalogues
with
told as materialized (
	select *
	from bodies_told($as_of::date, $known::int, $from::date, $to::date)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], department))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
		and ($kinds::varchar[] is null or list_contains($kinds::varchar[], level))
		and ($regions::varchar[] is null or list_contains($regions::varchar[], region))
),
figure as materialized (
	from figures_on($as_of::date, $known::int, $from::date, $to::date, initials_of($indicators::varchar[]), $catalogues::varchar[])
	where $indicators::varchar[] is null or list_contains($indicators::varchar[], indicator)
),
own as (
	from figure
	semi join told using (department)
),
counted as (
	from own
	union all by name
	select indicator, sum(units) as units, sum(unreported) as unreported, sum(uncounted) as uncounted, sum(excused) as excused, sum(num) as num, sum(den) as den, sum(adjudicated_num) as adjudicated_num, sum(adjudicated_den) as adjudicated_den,
	from own
	group by indicator
),
line as (
	select indicator, department, name as department_name, level, region, identified, treated
	from told t
	cross join indicator a
	where
		listed and (a.role = 'authority') = (level = 'authority')
		or (department, indicator) in (select (department, indicator) from figure)
	union all by name
	select indicator
	from indicator
)
select
	l.department, department_name, level, region, coalesce(identified, true) as identified, coalesce(treated, 'listed') as treated,
	l.indicator, dimension, role,
	coalesce(units, 0)::int as units, coalesce(unreported, 0)::int as unreported, coalesce(excused, 0)::int as excused,
	coalesce(num, 0)::double as num, den::double as den, value_of(a.kind, coalesce(num, 0), den)::double as value,
	coalesce(adjudicated_num, 0)::double as adjudicated_num, adjudicated_den::double as adjudicated_den,
	value_of(a.kind, coalesce(adjudicated_num, 0), adjudicated_den)::double as adjudicated,
	why_none(a.kind, a.optional, l.indicator in (select indicator from figure), coalesce(units, 0), coalesce(unreported, 0), den) as reason,
	a.kind <> 'count' and coalesce(units - uncounted, 0) < fewest() as too_few,
	r.* exclude (department),
from line l
join indicator a using (indicator)
left join counted c on c.indicator = l.indicator and c.department is not distinct from l.department
join reported_on($as_of::date, $known::int, $from::date, $to::date, (select list(department) from told)) r
	on r.department is not distinct from l.department
where $indicators::varchar[] is null or list_contains($indicators::varchar[], l.indicator)
order by a.ordinal, l.department nulls first
