-- One row per code that is but another code of a registered body: recognised as it, or its code until it was renamed.
-- params: as_of, known, visible
select o.code, o.body, coalesce(b.name, o.body) as body_name, o.foreign_to_it as recognised
from recognised_at($known::int) o
left join bodies_on($as_of::date, $known::int) b on b.code = o.body
where $visible::varchar[] is null or list_contains($visible::varchar[], o.body)
order by o.body, o.code
