-- One row per unit among the latest of each indicator × outcome, at most `each` of them; `total`: how many of these there are.
-- params: as_of, known, visible, from, to, indicators, departments, kinds, regions, catalogues, each
with
latest as (
	select
		*, count(*) over (partition by indicator, outcome) as total,
		row_number() over (
			partition by indicator, outcome
			order by on_day desc, department, case_id, clock, sharing, round, line, service, catalogue, source_id, event_id, counterparty, num
		) as nth,
	from units_chosen(
		$as_of::date, $known::int, $from::date, $to::date, $visible::varchar[], $indicators::varchar[], $departments::varchar[],
		$kinds::varchar[], $regions::varchar[], $catalogues::varchar[]
	)
	qualify nth <= $each::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	indicator, outcome, total::int as total, department, coalesce(names[department], department) as department_name,
	case_id, clock, line, catalogue, t.title as catalogue_title, service, source_id::int as source_id, on_day::varchar as on_day,
from latest
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by ordinal, on_day desc, department, case_id, clock, sharing, round, line, service, catalogue, source_id, event_id, counterparty, num, outcome
