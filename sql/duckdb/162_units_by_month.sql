-- Units of one indicator's dimension, month by month of a span, in one question.

-- The units that count in a span of days, as a query. `month`: what they are put under, an expression over them. `told`: the body
-- is one that figures are told of.
create macro month_query(dimension, as_of, known, period_from, period_to, month) as format(
	'select {}::date as month, *, department in (select department from bodies_told(date ''{}'', {}, date ''{}'', date ''{}'')) as told from {}_units(date ''{}'', {}, date ''{}'', date ''{}'')',
	month, as_of, known, period_from, period_to, dimension, as_of, known, period_from, period_to
);

-- The dimension that the first letter of an indicator's code names, as its macro of units is called.
create macro units_of_initial(initial) as case initial
	when 'T' then 'timeliness' when 'Q' then 'quality' when 'A' then 'application' when 'S' then 'safeguard' else 'authority'
end;

-- The last day of a month that is reached by a day.
create macro reached(first, on_day) as least((first + interval 1 month - interval 1 day)::date, on_day::date);

-- `counted`: by_day (units belong to one day each: all months in one, by that day) · by_month (each month by itself) ·
-- at_month_end (each month by itself, as of its last day or, earlier, the day asked). `initial`: first letter of the indicator's code.
-- The arguments must be constants, or parameters of the question; the span runs from the first of a month.
create macro units_by_month(as_of, known, period_from, period_to, initial, counted) as table
from query(if(
	counted = 'by_day',
	month_query(units_of_initial(initial), as_of, known, period_from, period_to, 'date_trunc(''month'', on_day)'),
	list_aggregate(
		list_transform(
			generate_series(period_from::timestamp, period_to::timestamp, interval 1 month),
			lambda first: month_query(
				units_of_initial(initial), if(counted = 'at_month_end', reached(first, as_of), as_of::date), known, first::date,
				(first + interval 1 month - interval 1 day)::date, format('date ''{}''', first::date)
			)
		),
		'string_agg', ' union all by name '
	)
));
