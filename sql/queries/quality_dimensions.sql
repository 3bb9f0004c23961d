-- One row per body × dimension that the assessments of its items checked; dimension null: checks of which none is known.
-- params: as_of, known, visible, from, to, departments
with
share as (
	select a.body as department, d.*
	from dimensions_in($as_of::date, $known::int, $from::date, $to::date) d
	join assessed_in($as_of::date, $known::int, $from::date, $to::date) a on a.source_id = d.source_id and a.event_id = d.event_id
	where
		d.checks > 0 and ($visible::varchar[] is null or list_contains($visible::varchar[], a.body))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], a.body))
),
counted as (
	select
		department, dimension, count(share) as items, 100 * sum(on_grid(share)) / nullif(count(share), 0) as score,
		sum(checks) as checks, sum(passed) as passed, sum(failed) as failed, sum(errored) as errored, sum(skipped) as skipped,
	from share
	group by department, dimension
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	department, coalesce(names[department], department) as department_name, dimension, items::int as items, score::double as score,
	checks::int as checks, passed::int as passed, failed::int as failed, errored::int as errored, skipped::int as skipped,
from counted
cross join called
order by department, dimension nulls last
