-- One row per enactment known at `known`: a policy version, a year of the calendar, or an overlay; the latest first.
-- params: as_of, known, visible
select
	seq, type, epoch_ms(occurred_at)::double as enacted_at, body->>'$.data.officer' as officer, body,
from event
where
	type in ('policy.adopted', 'calendar.adopted') and retracts is null and seq <= $known::int
	and occurred_at < end_of($as_of::date) and $visible::varchar[] is distinct from []
order by seq desc
