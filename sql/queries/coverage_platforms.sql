-- One row per platform: its heartbeats owed and sent in the period, the state of its days, and whether it is silent on the day asked.
-- params: as_of, known, visible, from, to
with
counted as (
	select
		source_id, count(*) filter (expected) as expected, count(*) filter (expected and beat) as received,
		count(*) filter (state = 'complete') as complete, count(*) filter (state = 'short') as short,
		count(*) filter (state = 'silent') as silent, count(*) filter (state = 'unchecked') as unchecked,
		coalesce(sum(lacking), 0) as lacking,
	from platform_days_on($as_of::date, $known::int, $from::date, $to::date)
	group by source_id
)
select
	source_id, last_on::varchar as last_heartbeat_on, silent_since::varchar as silent_since,
	coalesce(expected, 0)::int as expected, coalesce(received, 0)::int as received,
	coalesce(complete, 0)::int as complete, coalesce(short, 0)::int as short, coalesce(silent, 0)::int as silent,
	coalesce(unchecked, 0)::int as unchecked, coalesce(lacking, 0)::int as lacking,
from counted
full join beating_on($as_of::date, $known::int) using (source_id)
where $visible::varchar[] is null or source_id in (
	select b.source_id
	from platforms_behind(least($to::date, $as_of::date), $known::int) b
	where list_contains($visible::varchar[], b.department)
)
order by source_id
