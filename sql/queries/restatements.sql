-- One row per unit that counts otherwise at `known` than it did at `known_before`: appeared, vanished or changed; a page of them.
-- params: as_of, known, visible, from, to, known_before, indicators, departments, kinds, regions, catalogues, changes, limit, offset
with
restated as materialized (
	select r.*, a.ordinal
	from restated_units(
		$as_of::date, $known_before::int, $known::int, $from::date, $to::date, $visible::varchar[], $indicators::varchar[],
		$departments::varchar[], $kinds::varchar[], $regions::varchar[], $catalogues::varchar[]
	) r
	join indicator a using (indicator)
	where change is not null and ($changes::varchar[] is null or list_contains($changes::varchar[], change))
),
page as (
	from restated
	order by ordinal, department, case_id, clock, unit, nth
	limit $limit::int offset $offset::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	indicator, department, coalesce(names[department], department) as department_name,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name,
	case_id, clock, sharing, round::int as round, line, catalogue, t.title as catalogue_title, service, event_id, change,
	on_day_before::varchar as on_day_before, on_day_after::varchar as on_day_after,
	num_before::double as num_before, num_after::double as num_after,
	den_before::double as den_before, den_after::double as den_after,
	outcome_before, outcome_after, excused_before, excused_after,
	(select count(*) from restated)::int as total,
from page
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by ordinal, department, case_id, clock, unit, nth
