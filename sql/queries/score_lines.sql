-- One row per body × indicator of the scheme: the value, its points and what they bring, so that a score can be recomputed by hand.
-- params: as_of, known, visible, from, to, scheme, departments
select
	department, department_name, board, dimension, indicator, kind,
	units::int as units, unreported::int as unreported, excused::int as excused, num::double as num, den::double as den,
	value::double as value, reason, full_at, zero_at, points::double as points, weight, used::double as used, brings::double as brings,
	dimension_weight::double as dimension_weight, dimension_scored::double as dimension_scored,
from score_lines_on(
	$as_of::date, $known::int, $from::date, $to::date, (select coalesce($scheme::varchar, scheme_on($from::date, $known::int)))
)
where
	($visible::varchar[] is null or list_contains($visible::varchar[], department))
	and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
order by department, board desc, ordinal
