-- One row per code of the reports that the register does not know: what it appears in, and since when.
-- params: as_of, known, visible
with
unknown as materialized (
	select code, name, region
	from departments_on($as_of::date, $known::int)
	where not identified and code <> 'authority'
),
held as (
	select
		held_by as code, count(*) as matters, count(*) filter (ended_on is null) as open,
		count(*) filter (status = 'overdue') as overdue,
	from matters_on($as_of::date, $known::int)
	join clock c using (clock)
	where c.statutory and not c.floor and status <> 'excluded'
	group by held_by
),
told as (
	select
		e.department as code, min(e.occurred_at) as since, list_sort(list_distinct(list(e.source_id))) as sources, count(*) as events,
	from event e
	semi join unknown u on u.code = e.department
	anti join superseded_at($known::int) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= $known::int and e.retracts is null and e.occurred_at < end_of($as_of::date)
	group by e.department
)
select
	u.code, u.name, u.region, coalesce(h.matters, 0)::int as matters, coalesce(h.open, 0)::int as open,
	coalesce(h.overdue, 0)::int as overdue, coalesce(t.events, 0)::int as events, epoch_ms(t.since)::double as since,
	array_to_string(t.sources, ',') as sources,
from unknown u
left join held h on h.code = u.code
left join told t on t.code = u.code
where $visible::varchar[] is null or list_contains($visible::varchar[], u.code)
order by overdue desc, open desc, u.code
