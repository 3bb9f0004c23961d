-- One row per decision on whether cases are one, known at `known`; a page of them, the latest first. `standing`: neither taken
-- back nor replaced, and no later decision on the same cases. `superseded`: corrected | retracted.
-- params: as_of, known, visible, case_id, limit, offset
with
named as (
	select seq, any_value(one) as one_id, list(other order by other) as other_ids, any_value(same) as same, any_value(record) as record
	from case_link
	where seq <= $known::int
	group by seq
),
pair as (
	select seq, least(one, other) as a, greatest(one, other) as b
	from case_links_at($known::int)
),
latest as (select max(seq) as seq from pair group by a, b),
told as (
	select n.*, e.occurred_at, e.body->'$.data' as data, s.how as superseded
	from named n
	join event e on e.seq = n.seq
	left join superseded_at($known::int) s on s.source_id = e.source_id and s.event_id = e.event_id
	where
		may_see($visible::varchar[], e.department, null) and occurred_at < end_of($as_of::date)
		and ($case_id::varchar is null or one_id = $case_id::varchar or list_contains(other_ids, $case_id::varchar))
)
select
	seq, one_id, other_ids, same, record, data->>'$.reason' as reason, data->>'$.officer' as officer, data->>'$.officer_title' as officer_title,
	epoch_ms(occurred_at)::double as decided_at, seq in (from latest) as standing, superseded, (count(*) over ())::int as total,
from told
order by seq desc
limit $limit::int offset $offset::int
