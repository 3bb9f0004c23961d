-- One row per body × indicator of a scheme (JSON): its value, and what it brings. `reason`: why it is not scored. `used`: its
-- weight with what the others of its dimension that are not scored leave to it. `board`: provider | demander.
create macro score_lines_on(as_of, known, period_from, period_to, scheme) as table
with
figure as materialized (
	select
		department, indicator, units as all_units, unreported as silent, excused as excused_units,
		if((scheme->>'$.basis') = 'factual', num, adjudicated_num) as num,
		if((scheme->>'$.basis') = 'factual', den, adjudicated_den) as den,
		units - uncounted - if((scheme->>'$.basis') = 'factual', 0, excused) as counted,
	from figures_on(as_of, known, period_from, period_to, null::varchar[])
),
told as (
	select t.*
	from bodies_told(as_of, known, period_from, period_to) t
	where level <> 'authority' and (listed or department in (select department from figure))
),
shared as (
	select
		t.department, t.department_name, t.level, t.region, t.treated, w.*, i.role as board, i.dimension, i.kind, i.ordinal,
		coalesce(all_units, 0) as units, coalesce(silent, 0) as unreported, coalesce(excused_units, 0) as excused,
		num, den, value_of(i.kind, num, den) as value, coalesce(counted, 0) as counted,
		why_none(i.kind, i.optional, w.indicator in (select indicator from figure), units, unreported, den) as none,
	from (select * exclude (name), name as department_name from told) t
	cross join weights_of(scheme) w
	join indicator i using (indicator)
	left join figure f on f.department = t.department and f.indicator = w.indicator
),
valued as (
	select
		*,
		case
			when none = 'not_reported' and (scheme->>'$.unreported') = 'zero' then null
			when none is not null then none
			when counted < (scheme->>'$.fewest')::int then 'too_few'
		end as reason,
	from shared
)
select
	* exclude (none), if(reason is null, coalesce(points_of(value, full_at, zero_at), 0), null) as points,
	sum(weight) over (partition by department, board, dimension) as dimension_weight,
	sum(weight) filter (reason is null) over (partition by department, board, dimension) as dimension_scored,
	if(reason is null, weight * dimension_weight / dimension_scored, null) as used,
	used * points as brings,
from valued;

-- One row per body × board: provider, demander. Score 0 to 100 over what is scored (折算); null where nothing is.
create macro boards_on(as_of, known, period_from, period_to, scheme) as table
select
	department, any_value(department_name) as department_name, any_value(level) as level, any_value(region) as region,
	any_value(treated) as treated, board, sum(weight) as weight, coalesce(sum(weight) filter (reason is null), 0) as weight_scored,
	sum(used) as used, sum(brings) as brings, round(sum(brings) / sum(used) * 100, 9) as score, sum(unreported) as unreported,
	case
		when any_value(treated) <> 'ranked' then 'not_ranked'
		when bool_and(coalesce(reason in ('no_obligations', 'not_measurable'), false)) then 'no_obligations'
		when weight_scored = 0 and bool_and(coalesce(reason <> 'too_few', false)) then 'not_reported'
		when weight_scored = 0 then 'too_few'
		when weight_scored < sum(weight) * (scheme->>'$.leastWeight')::double then 'too_little'
	end as unranked,
from score_lines_on(as_of, known, period_from, period_to, scheme)
group by department, board;
