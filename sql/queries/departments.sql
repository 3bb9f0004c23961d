-- One row per department known on the day: registered by then, or (identified = false) only mentioned by events.
-- params: as_of, known, visible, ruled_on, code
with
body as materialized (from departments_on($as_of::date, $known::int, ruled_on := $ruled_on::date)),
chosen as (
	select coalesce(any_value(body), $code::varchar) as code
	from recognised_at($known::int)
	where code = $code::varchar
)
select
	b.code, b.name, b.region, b.kind, b.identified, b.treated, b.treated = 'ranked' as rankable,
	b.valid_from::varchar as valid_from,
	b.valid_to::varchar as valid_to,
	b.successor,
	s.name as successor_name,
	b.unsettled, b.parent,
	p.name as parent_name,
	jurisdiction(b.kind, b.region, (select region from home_on($as_of::date, $known::int))) as jurisdiction,
from body b
left join body s on s.code = b.successor
left join body p on p.code = b.parent
where
	($visible::varchar[] is null or list_contains($visible::varchar[], b.code))
	and ($code::varchar is null or b.code = (select code from chosen))
	and (b.valid_from is null or b.valid_from <= $as_of::date)
order by b.identified desc, b.code
