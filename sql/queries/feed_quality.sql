-- One row per platform × what is amiss with how it sent its events in the period: how many, of how many that it wrote.
-- params: as_of, known, visible, from, to
with
written as (
	select source_id, count(*) as events
	from event
	where
		seq <= $known::int and is_platform(source_id) and may_see($visible::varchar[], department, counterparty)
		and recorded_on(recorded_at) between $from::date and least($to::date, $as_of::date)
	group by source_id
)
select
	source_id, kind, count(*)::int as found, any_value(events)::int as events, rate(count(*), any_value(events)) as share,
	median(minutes)::int as minutes_median, max(minutes)::int as minutes_most,
from feed_findings_on($as_of::date, $known::int, $from::date, $to::date)
join written using (source_id)
where may_see($visible::varchar[], department, counterparty)
group by source_id, kind
order by found desc, source_id, kind
