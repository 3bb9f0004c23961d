-- One row per version of the scoring scheme known at `known`, the latest effective day first.
-- params: as_of, known, visible
select seq, effective::varchar as effective, body as scheme, body = scheme_on($as_of::date, $known::int) as in_force,
from schemes_at($known::int)
where $visible::varchar[] is null or true
order by effective desc
