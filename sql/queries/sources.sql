-- One row per source that had sent an event about anything up to the day: how much, how fresh, and its last daily heartbeat.
-- params: as_of, known, visible
with
sent as (
	select source_id, count(*) as events, max(occurred_at) as last_occurred_at, max(received_at) as last_received_at
	from event
	where
		seq <= $known::int
		and occurred_at < end_of($as_of::date)
		and may_see($visible::varchar[], department, counterparty)
	group by source_id
),
beat as (
	select source_id, last_on as last_heartbeat_on
	from beating_on($as_of::date, $known::int)
)
select
	source_id, events::int as events,
	epoch_ms(last_occurred_at)::double as last_occurred_at,
	epoch_ms(last_received_at)::double as last_received_at,
	last_heartbeat_on::varchar as last_heartbeat_on,
	(workday_no($as_of::date, $known::int) - workday_no(last_heartbeat_on, $known::int))::int as silent_workdays,
from sent
left join beat using (source_id)
order by source_id
