-- One row per body whose figures rest on a platform: how complete its platforms' reporting was in the period, and which of them are silent on the day.
-- params: as_of, known, visible, from, to, departments
with
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	department, coalesce(names[department], department) as department_name,
	sources::varchar[] as sources, silent_sources::varchar[] as silent_sources,
	complete::int as complete, short::int as short, silent::int as silent, unchecked::int as unchecked,
	share, incomplete,
from coverage_on($as_of::date, $known::int, $from::date, $to::date)
cross join called
where
	($visible::varchar[] is null or list_contains($visible::varchar[], department))
	and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
order by department
