-- One row per body × table: provider, demander (two roles, each 0 to 100) and composite (both, with deductions, additions and
-- grade). Everybody stays, with the reason where there is no rank; ranks on the unrounded score, among all.
-- params: as_of, known, visible, from, to, scheme
with
chosen as materialized (select coalesce($scheme::varchar, scheme_on($from::date, $known::int)) as scheme),
told as (
	select *, score as base
	from boards_on($as_of::date, $known::int, $from::date, $to::date, (select scheme from chosen))
	union all by name
	select *, 'composite' as board
	from composites_on($as_of::date, $known::int, $from::date, $to::date, (select scheme from chosen))
),
ranked as (
	select *, place(score, unranked, board) as rank
	from told
)
select
	department, department_name, level, region, treated, board,
	base::double as base, coalesce(deducted, 0)::double as deducted, coalesce(added, 0)::double as added, score::double as score,
	rank::int as rank, unranked, weight::double as weight, weight_scored::double as weight_scored, unreported::int as unreported,
	coalesce(vetoes, []) as vetoes, grade,
from ranked
where $visible::varchar[] is null or list_contains($visible::varchar[], department)
order by board = 'demander', board = 'composite', rank nulls last, score desc nulls last, department
