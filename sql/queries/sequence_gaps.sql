-- One row per run of numbers that lacks between two that a platform gave to its events, the latest first; a page of them.
-- params: as_of, known, visible, from, to, source_id, limit, offset
select
	source_id, first_no::double as first_no, last_no::double as last_no, lacking::double as lacking,
	after_on::varchar as after_on, before_on::varchar as before_on,
	count(*) over ()::int as total, sum(lacking) over ()::double as lacking_total,
from sequence_gaps_on($as_of::date, $known::int, $from::date, $to::date)
where
	($visible::varchar[] is null or source_id in (
		select b.source_id
		from platforms_behind(least($to::date, $as_of::date), $known::int) b
		where list_contains($visible::varchar[], b.department)
	))
	and ($source_id::int is null or source_id = $source_id::int)
order by before_on desc, first_no desc
limit $limit::int offset $offset::int
