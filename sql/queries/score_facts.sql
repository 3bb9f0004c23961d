-- One row per fact that takes from a composite score, adds to it, or holds its grade down: the list behind deductions and additions.
-- params: as_of, known, visible, from, to, scheme, departments
with
chosen as (select coalesce($scheme::varchar, scheme_on($from::date, $known::int)) as scheme),
rule as (
	select a->>'$.adjustment' as fact, (a->>'$.each')::double as each, (a->>'$.cap')::double as cap, null as grade
	from (select unnest((scheme->'$.adjustments')::json[]) as a from chosen)
	union all
	select v->>'$.veto', null, null, v->>'$.grade'
	from (select unnest((scheme->'$.vetoes')::json[]) as v from chosen)
)
select
	department, fact, each, cap, grade, case_id, clock, event_id, document, on_day::varchar as on_day,
	least(cap, abs(each) * count(*) over (partition by department, fact)) * sign(each) as brings,
from adjustments_on($as_of::date, $known::int, $from::date, $to::date)
join rule using (fact)
where
	($visible::varchar[] is null or list_contains($visible::varchar[], department))
	and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
order by department, fact, on_day, case_id, clock, event_id
