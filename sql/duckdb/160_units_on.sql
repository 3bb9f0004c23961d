-- Every unit of every indicator: Σnum ÷ Σden over them is the figure, and they are the list behind it.

-- The units of one dimension, as a query.
create macro units_query(dimension, as_of, known, period_from, period_to) as
	format('from {}_units(date ''{}'', {}, date ''{}'', date ''{}'')', dimension, as_of, known, period_from, period_to);

-- First letters of the codes of indicators: they name the dimensions; null: all.
create macro initials_of(indicators) as list_transform(indicators, lambda code: code[1]);

-- `initials`: of the dimensions asked about; null: all. The others are not even planned, which is most of the work of a question
-- about one indicator. The arguments must be constants, or parameters of the question.
create macro units_on(as_of, known, period_from, period_to, initials) as table
from query(coalesce(
	list_aggregate(
		list_transform(
			list_filter(
				[('T', 'timeliness'), ('Q', 'quality'), ('A', 'application'), ('S', 'safeguard'), ('G', 'authority')],
				lambda one: initials is null or list_contains(initials, one[1])
			),
			lambda one: units_query(one[2], as_of, known, period_from, period_to)
		),
		'string_agg', ' union all by name '
	),
	units_query('authority', as_of, known, period_from, period_to) || ' where false'
));

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

-- One row per body × indicator of these dimensions that has any unit of these catalogue items (null: of all). `uncounted`: units in no denominator,
-- whether nobody reported on them or what was reported tells nothing.
create macro figures_on(as_of, known, period_from, period_to, initials, items) as table
select
	department, indicator, count(*) as units, count(*) filter (outcome = 'not_reported') as unreported,
	count(*) filter (den = 0 or outcome = 'not_reported') as uncounted,
	count(*) filter (excused) as excused, sum(exact(num)) as num, sum(exact(den)) as den,
	sum(exact(num)) filter (not excused) as adjudicated_num, sum(exact(den)) filter (not excused) as adjudicated_den,
from units_on(as_of, known, period_from, period_to, initials)
where items is null or list_contains(items, catalogue)
group by department, indicator;
