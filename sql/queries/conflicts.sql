-- One row per act of a case that two platforms tell differently, or that the platform of record does not tell; a page of
-- them, newest case first. The case is counted by the one that is followed.
-- params: as_of, known, visible, codes, limit, offset
with
told as (
	select distinct coalesce(g.root_no, e.case_no) as case_no
	from event e
	left join case_groups_at($known::int) g on g.case_no = e.case_no
	where seq <= $known::int and may_see($visible::varchar[], department, counterparty)
),
differing as (
	select
		*, tellings->'$.followed' as followed, tellings->'$.other' as other,
		least((followed->>'$.at')::double, (other->>'$.at')::double) as first_at,
	from doubt
	semi join told using (case_no)
	where
		tellings is not null and known_from <= $known::int and (known_to is null or $known::int < known_to)
		and ($codes::varchar[] is null or list_contains($codes::varchar[], code))
),
page as (
	select *, count(*) over () as total
	from differing
	where first_at < epoch_ms(end_of($as_of::date))
)
select
	case_id, line, code, message, event_id,
	tellings->>'$.act' as act,
	(tellings->'$.differ')::varchar[] as differ,
	(followed->>'$.source')::int as followed_source,
	(followed->>'$.at')::double as followed_at,
	(followed->>'$.dayOnly')::boolean as followed_day_only,
	followed->>'$.says' as followed_says,
	(other->>'$.source')::int as other_source,
	(other->>'$.at')::double as other_at,
	(other->>'$.dayOnly')::boolean as other_day_only,
	other->>'$.says' as other_says,
	total::int as total,
from page
order by case_no desc, line, first_at, event_id, message
limit $limit::int offset $offset::int
