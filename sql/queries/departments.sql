-- One row per department known on the day: registered by then, or (identified = false) only mentioned by events.
-- params: as_of, known, visible, code
with
body as (
	select *
	from departments_on($as_of::date, $known::int)
)
select
	b.code, b.name, b.region, b.kind, b.identified, b.rankable,
	b.valid_from::varchar as valid_from,
	b.valid_to::varchar as valid_to,
	b.successor,
	s.name as successor_name,
from body b
left join body s on s.code = b.successor
where
	($visible::varchar[] is null or list_contains($visible::varchar[], b.code))
	and ($code::varchar is null or b.code = $code::varchar)
	and (b.valid_from is null or b.valid_from <= $as_of::date)
order by b.identified desc, b.code
