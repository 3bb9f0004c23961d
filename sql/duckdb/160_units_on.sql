-- Every unit of every indicator: Σnum ÷ Σden over them is the figure, and they are the list behind it.
create macro units_on(as_of, known, period_from, period_to) as table
from timeliness_units(as_of, known, period_from, period_to)
union all by name
from quality_units(as_of, known, period_from, period_to)
union all by name
from authority_units(as_of, known, period_from, period_to)
union all by name
from application_units(as_of, known, period_from, period_to)
union all by name
from safeguard_units(as_of, known, period_from, period_to);

-- Bodies that figures of a period are told of, as organised at its end. `listed`: it has a line in every table (registered,
-- existing in the period, answering for itself); others have one where something counts for them. Not those that the policy
-- excludes.
create macro bodies_told(as_of, known, period_from, period_to) as table
select
	* exclude (kind, code), code as department, coalesce(kind, if(code = 'authority', 'authority', 'department')) as level,
	identified and parent is null and valid_from <= least(period_to, as_of)
		and coalesce(valid_to, period_from) >= period_from as listed,
from departments_on(least(period_to, as_of), known, ruled_on := period_from)
where treated <> 'excluded';

-- One row per body × indicator that has any unit of these catalogue items (null: of all). `uncounted`: units in no denominator,
-- whether nobody reported on them or what was reported tells nothing.
create macro figures_on(as_of, known, period_from, period_to, items) as table
select
	department, indicator, count(*) as units, count(*) filter (outcome = 'not_reported') as unreported,
	count(*) filter (den = 0 or outcome = 'not_reported') as uncounted,
	count(*) filter (excused) as excused, sum(num) as num, sum(den) as den,
	sum(num) filter (not excused) as adjudicated_num, sum(den) filter (not excused) as adjudicated_den,
from units_on(as_of, known, period_from, period_to)
where items is null or list_contains(items, catalogue)
group by department, indicator;
