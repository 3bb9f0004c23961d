-- One row per indicator × department with a unit that counts otherwise at `known` than at `known_before`, and one per such
-- indicator with department null: all bodies asked about together. Figures are those of `indicators` at either place.
-- params: as_of, known, visible, from, to, known_before, indicators, departments, kinds, regions, catalogues
with
unit as materialized (
	from restated_units(
		$as_of::date, $known_before::int, $known::int, $from::date, $to::date, $visible::varchar[], $indicators::varchar[],
		$departments::varchar[], $kinds::varchar[], $regions::varchar[], $catalogues::varchar[]
	)
),
figure as (
	select
		indicator, department,
		count(*) filter (change = 'appeared') as appeared, count(*) filter (change = 'vanished') as vanished,
		count(*) filter (change = 'changed') as changed,
		count(num_before) as units_before, count(num_after) as units_after,
		coalesce(sum(exact(num_before)), 0) as num_before, coalesce(sum(exact(num_after)), 0) as num_after,
		sum(exact(den_before)) as den_before, sum(exact(den_after)) as den_after,
		coalesce(sum(exact(num_before)) filter (not excused_before), 0) as adjudicated_num_before,
		coalesce(sum(exact(num_after)) filter (not excused_after), 0) as adjudicated_num_after,
		sum(exact(den_before)) filter (not excused_before) as adjudicated_den_before,
		sum(exact(den_after)) filter (not excused_after) as adjudicated_den_after,
	from unit
	group by grouping sets ((indicator, department), (indicator))
	having count(change) > 0
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	indicator, department, if(department is null, null, coalesce(names[department], department)) as department_name,
	appeared::int as appeared, vanished::int as vanished, changed::int as changed,
	units_before::int as units_before, units_after::int as units_after,
	num_before::double as num_before, num_after::double as num_after,
	den_before::double as den_before, den_after::double as den_after,
	value_of(kind, num_before, den_before)::double as value_before,
	value_of(kind, num_after, den_after)::double as value_after,
	value_of(kind, adjudicated_num_before, adjudicated_den_before)::double as adjudicated_before,
	value_of(kind, adjudicated_num_after, adjudicated_den_after)::double as adjudicated_after,
from figure
join indicator a using (indicator)
cross join called
order by a.ordinal, department nulls first
