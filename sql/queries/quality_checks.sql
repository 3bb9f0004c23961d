-- One row per check of the assessments that speak for the items; the worst first, then what failed without figures; a page of them.
-- params: as_of, known, visible, from, to, departments, dimensions, outcomes, rules, catalogues, limit, offset
with
chosen as (
	select *, count(*) over () as total
	from checks_told($as_of::date, $known::int, $from::date, $to::date)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], body))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], body))
		and ($dimensions::varchar[] is null or list_contains($dimensions::varchar[], dimension))
		and ($outcomes::varchar[] is null or list_contains($outcomes::varchar[], state))
		and ($rules::varchar[] is null or list_contains($rules::varchar[], rule))
		and ($catalogues::varchar[] is null or list_contains($catalogues::varchar[], catalogue))
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	body as department, coalesce(names[body], body) as department_name, catalogue, t.title as catalogue_title,
	told_on::varchar as told_on, rule_set, rule_set_version, rule, rule_name, dimension, direction, passing::double as passing,
	checked::double as checked, share::double as share, state, total::int as total,
from chosen
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by share nulls last, state, department, catalogue, nth, source_id, event_id
limit $limit::int offset $offset::int
