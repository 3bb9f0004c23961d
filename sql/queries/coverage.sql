-- One row per platform × day of the period on which it owed a heartbeat, sent one, or answered for it: the control totals against what arrived; a page of them.
-- params: as_of, known, visible, from, to, source_id, states, owed, limit, offset
with
chosen as (
	select *
	from platform_days_on($as_of::date, $known::int, $from::date, $to::date)
	where
		($visible::varchar[] is null or source_id in (
			select b.source_id
			from platforms_behind(least($to::date, $as_of::date), $known::int) b
			where list_contains($visible::varchar[], b.department)
		))
		and ($source_id::int is null or source_id = $source_id::int)
		and ($owed::boolean is null or expected = $owed::boolean)
		and ($states::varchar[] is null or list_contains($states::varchar[], state))
)
select
	source_id, day::varchar as day, expected, beat, asked, told::int as told, got::int as got, lacking::int as lacking, differences, state,
	count(*) over ()::int as total,
from chosen
order by day desc, source_id
limit $limit::int offset $offset::int
