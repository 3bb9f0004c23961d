-- One row per catalogue item that was assessed in the span, by the assessment that speaks for it; the lowest score first, those
-- without one last; a page of them.
-- params: as_of, known, visible, from, to, departments, limit, offset
with
chosen as (
	select *, count(*) over () as total
	from assessed_in($as_of::date, $known::int, $from::date, $to::date)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], body))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], body))
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	body as department, coalesce(names[body], body) as department_name, catalogue, t.title as catalogue_title,
	told_on::varchar as told_on, rule_set, rule_set_version, score::double as score, state, checks::int as checks,
	passed::int as passed, failed::int as failed, errored::int as errored, skipped::int as skipped, total::int as total,
from chosen
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by score nulls last, catalogue, source_id, event_id
limit $limit::int offset $offset::int
