-- One row per body × table: provider, demander (two roles, each 0 to 100) and composite (both, with deductions, additions and
-- grade). Everybody stays, with the reason where there is no rank; ranks on the unrounded score, among all.
-- params: as_of, known, visible, from, to, scheme
with
chosen as materialized (select coalesce($scheme::varchar, scheme_on($from::date, $known::int)) as scheme),
line as materialized (from score_lines_on($as_of::date, $known::int, $from::date, $to::date, (select scheme from chosen))),
adjusted as materialized (from adjusted_on($as_of::date, $known::int, $from::date, $to::date, (select scheme from chosen))),
step as materialized (from grades_of((select scheme from chosen))),
summed as (
	select
		department, department_name, level, region, treated, coalesce(board, 'composite') as board,
		sum(weight) as weight, coalesce(sum(weight) filter (reason is null), 0) as weight_scored, sum(unreported) as unreported,
		sum(brings / board_used * board_weight) / sum(weight) filter (board_used is not null) * 100 as of_board,
		sum(brings / board_used * board_weight) filter (counts) / sum(weight) filter (counts) * 100 as of_both,
		arg_max(unranked, board) as said,
	from line
	group by grouping sets ((department, department_name, level, region, treated, board), (department, department_name, level, region, treated))
),
scored as (
	select
		s.* exclude (of_board, of_both, said), if(board = 'composite', of_both, of_board) as base,
		if(board = 'composite', coalesce(deduction, 0), 0) as deducted, if(board = 'composite', coalesce(addition, 0), 0) as added,
		if(base is null, null, round(greatest(0, least(100, base + deducted + added)), 9)) as score,
		if(board = 'composite', coalesce(vetoes, []), []) as vetoes, held_at,
		case when treated <> 'ranked' then 'not_ranked' when board <> 'composite' or of_both is null then said end as unranked,
	from summed s
	left join adjusted using (department)
),
graded as (
	select s.*, g.position as reached
	from scored s
	left join step g on board = 'composite' and round(score, 2) >= g.from_score
	qualify row_number() over (partition by department, board order by g.position) = 1
),
ranked as (
	select *, place(score, unranked, board) as rank
	from graded
)
select
	department, department_name, level, region, treated, board,
	round(base, 9)::double as base, deducted::double as deducted, added::double as added, score::double as score,
	rank::int as rank, unranked, weight::double as weight, weight_scored::double as weight_scored, unreported::int as unreported,
	vetoes, g.grade, c.* exclude (department),
from ranked r
join reported_on($as_of::date, $known::int, $from::date, $to::date, (select list(distinct department) from ranked)) c using (department)
left join step g on g.position = greatest(reached, coalesce(held_at, 0))
where $visible::varchar[] is null or list_contains($visible::varchar[], department)
order by board = 'demander', board = 'composite', rank nulls last, score desc nulls last, department
