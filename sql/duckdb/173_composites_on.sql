-- One row per body: both role tables by their weights (折算 where a body has one role alone), deductions and additions within
-- their caps, and the grade: by the score rounded to two decimals, held down by vetoes.
create macro composites_on(as_of, known, period_from, period_to, scheme) as table
with
board as materialized (
	select *, score is not null and (unranked is null or unranked = 'not_ranked') as counts
	from boards_on(as_of, known, period_from, period_to, scheme)
),
adjusted as (
	select
		department, coalesce(sum(brings) filter (brings < 0), 0) as deducted, coalesce(sum(brings) filter (brings > 0), 0) as added,
	from adjusted_on(as_of, known, period_from, period_to, scheme)
	group by department
),
step as (
	select g->>'$.grade' as grade, (g->>'$.from')::double as from_score, row_number() over () as position
	from (select unnest((scheme->'$.grades')::json[]) as g)
),
held as (
	select department, vetoes, (select max(position) from step where list_contains(held_at, grade)) as position
	from vetoed_on(as_of, known, period_from, period_to, scheme)
),
joined as (
	select
		department, any_value(department_name) as department_name, any_value(level) as level, any_value(region) as region,
		any_value(treated) as treated, sum(weight) as weight, sum(weight_scored) as weight_scored, sum(unreported) as unreported,
		sum(weight * score) filter (counts) / sum(weight) filter (counts) as base,
		any_value(unranked) filter (board = 'provider') as as_provider, any_value(unranked) filter (board = 'demander') as as_demander,
	from board
	group by department
),
summed as (
	select
		j.*, greatest(coalesce(deducted, 0), -(scheme->>'$.deductionCap')::double) as deducted,
		least(coalesce(added, 0), (scheme->>'$.bonusCap')::double) as added,
	from (from joined) j
	left join adjusted using (department)
),
scored as (
	select
		* exclude (as_provider, as_demander), round(greatest(0, least(100, base + deducted + added)), 9) as score,
		case when treated <> 'ranked' then 'not_ranked' when base is null then coalesce(as_provider, as_demander) end as unranked,
	from summed
)
select
	s.*, coalesce(vetoes, []) as vetoes,
	if(score is null, null, (
		select arg_min(grade, step.position)
		from step
		where round(s.score, 2) >= from_score and step.position >= coalesce(h.position, 0)
	)) as grade,
from scored s
left join held h using (department);
