-- One row per event of a platform × what is amiss with how it was sent: a page of them, the latest first.
-- params: as_of, known, visible, from, to, source_id, kinds, limit, offset
select
	kind, source_id, seq, event_id, type, case_id, department,
	epoch_ms(occurred_at)::double as occurred_at, day_only, epoch_ms(recorded_at)::double as recorded_at, epoch_ms(received_at)::double as received_at,
	minutes::int as minutes, stated, counted, unit, count(*) over ()::int as total,
from feed_findings_on($as_of::date, $known::int, $from::date, $to::date)
where
	may_see($visible::varchar[], department, counterparty)
	and ($source_id::int is null or source_id = $source_id::int)
	and ($kinds::varchar[] is null or list_contains($kinds::varchar[], kind))
order by seq desc, kind
limit $limit::int offset $offset::int
