-- Why a body has no rank in a role table: from its lines there, and the share of the weights that a scheme asks for.
create macro why_unranked(treated, reasons, weight, weight_scored, least_weight) as case
	when treated <> 'ranked' then 'not_ranked'
	when weight_scored = 0 and list_contains(reasons, 'too_few') then 'too_few'
	when weight_scored = 0 and list_contains(reasons, 'not_reported') then 'not_reported'
	when weight_scored = 0 then 'no_obligations'
	when weight_scored < weight * least_weight then 'too_little'
end;

-- One row per body × indicator of a scheme (JSON): its value, and what it brings. `reason`: why it is not scored. `used`: its
-- weight with what the others of its dimension that are not scored leave to it. `board`: provider | demander, with `board_used`,
-- `board_weight` and `unranked` of that table; `counts`: it goes into the composite.
create macro score_lines_on(as_of, known, period_from, period_to, scheme) as table
with
rule as materialized (
	select body, (body->>'$.basis') = 'factual' as factual, (body->>'$.unreported') = 'zero' as silence_is_zero, (body->>'$.fewest')::int as least,
		(body->>'$.leastWeight')::double as least_weight,
	from (select scheme as body)
),
weight as materialized (
	select
		w->>'$.indicator' as indicator, (w->>'$.weight')::double as weight, (w->>'$.full')::double as full_at,
		(w->>'$.zero')::double as zero_at,
	from (select unnest((body->'$.weights')::json[]) as w from rule)
),
figure as materialized (
	select
		department, indicator, units, unreported, excused,
		if(factual, num, adjudicated_num) as num, if(factual, den, adjudicated_den) as den,
		units - unreported - if(factual, 0, excused) as counted,
	from figures_on(as_of, known, period_from, period_to, ['T', 'Q', 'A', 'S'], null::varchar[])
	cross join rule
),
told as materialized (
	select department, name as department_name, level, region, treated
	from bodies_told(as_of, known, period_from, period_to)
	where level <> 'authority' and (listed or department in (select department from figure))
),
measured as (select distinct indicator, true as by_somebody from figure),
valued as (
	select
		t.*, w.*, i.role as board, i.dimension, i.kind, i.ordinal,
		coalesce(f.units, 0) as units, coalesce(f.unreported, 0) as unreported, coalesce(f.excused, 0) as excused,
		f.num as num, f.den as den, value_of(i.kind, f.num, f.den) as value,
		why_none(i.kind, i.optional, coalesce(by_somebody, false), coalesce(f.units, 0), coalesce(f.unreported, 0), f.den) as none,
		coalesce(f.counted, 0) as counted,
	from told t
	cross join weight w
	join indicator i using (indicator)
	left join figure f on f.department = t.department and f.indicator = w.indicator
	left join measured m on m.indicator = w.indicator
),
settled as (
	select
		* exclude (none, counted),
		case
			when none = 'not_reported' and silence_is_zero then null
			when none is not null then none
			when counted < least then 'too_few'
		end as reason,
	from valued
	cross join (select silence_is_zero, least from rule)
),
scored as (
	select
		* exclude (silence_is_zero, least), if(reason is null, coalesce(points_of(value, full_at, zero_at), 0), null) as points,
		sum(weight) over shared as dimension_weight,
		sum(weight) filter (reason is null) over shared as dimension_scored,
		if(reason is null, weight * dimension_weight / dimension_scored, null) as used,
		used * points as brings,
	from settled
	window shared as (partition by department, board, dimension)
)
select
	*, sum(used) over role as board_used, sum(weight) over role as board_weight,
	why_unranked(treated, list(reason) over role, sum(weight) over role, coalesce(sum(weight) filter (reason is null) over role, 0), least_weight) as unranked,
	board_used is not null and coalesce(unranked = 'not_ranked', true) as counts,
from scored
cross join (select least_weight from rule)
window role as (partition by department, board);
