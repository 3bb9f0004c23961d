-- One row per code whose affairs the liaison of a body sees on the day: the body itself under its present code, its codes of
-- other times, what it took over, and its units. None where the body has ceased to exist: its affairs are its successor's.
-- params: as_of, known, visible, code
with
own as (
	select coalesce(max(body), $code::varchar) as body
	from recognised_at($known::int)
	where code = $code::varchar
),
alive as (
	select body
	from own
	where body not in (select code from bodies_on($as_of::date, $known::int) where valid_to is not null)
),
reached as (
	select body as code, body
	from alive
	union
	select b.code, a.body
	from bearers_at($known::int) b
	join alive a on list_contains(b.path, a.body)
	where b.from_on <= $as_of::date and $as_of::date < b.to_on
)
select code, body
from reached
where $visible::varchar[] is null or list_contains($visible::varchar[], code)
order by code <> body, code
