-- One row per unit of indicators: the list behind every figure of the measure `indicators`, a page of it.
-- params: as_of, known, visible, from, to, indicators, departments, kinds, regions, catalogues, outcomes, limit, offset
with
chosen as (
	from units_chosen(
		$as_of::date, $known::int, $from::date, $to::date, $visible::varchar[], $indicators::varchar[], $departments::varchar[],
		$kinds::varchar[], $regions::varchar[], $catalogues::varchar[]
	)
	where $outcomes::varchar[] is null or list_contains($outcomes::varchar[], outcome)
),
page as (
	from chosen
	order by ordinal, on_day desc, department, case_id, clock, sharing, round, line, service, catalogue, source_id, event_id, counterparty, num, outcome
	limit $limit::int offset $offset::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	indicator, department, coalesce(names[department], department) as department_name,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name,
	case_id, clock, sharing, round::int as round, line, catalogue, t.title as catalogue_title, service, source_id::int as source_id, event_id,
	on_day::varchar as on_day, num::double as num, den::double as den, outcome, excused,
	(select count(*) from chosen)::int as total,
	(select sum(exact(num)) from chosen)::double as total_num, (select sum(exact(den)) from chosen)::double as total_den,
	r.* exclude (department),
from page
join reported_on($as_of::date, $known::int, $from::date, $to::date, (select list(distinct department) from page)) r using (department)
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by ordinal, on_day desc, department, case_id, clock, sharing, round, line, service, catalogue, source_id, event_id, counterparty, num, outcome
