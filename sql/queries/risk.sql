-- One row per 件 under way: how likely it is to become overdue, the likeliest first; a page of them.
-- params: as_of, known, visible, ruled_on, clocks, departments, bases, least, case_id, by, limit, offset
with
chosen as (
	select r.*, coalesce(basis, 'none') as ground
	from risk_on($as_of::date, $known::int, ruled_on := $ruled_on::date) r
	join clock c using (clock)
	where
		may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
		and if($clocks::varchar[] is null, c.statutory, list_contains($clocks::varchar[], clock))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], held_by))
		and ($bases::varchar[] is null or list_contains($bases::varchar[], ground))
		and ($least::double is null or probability >= $least::double)
		and ($case_id::varchar is null or case_id = (select any_value(root_id) from told_with($case_id::varchar, $known::int)))
),
page as (
	select *, if(coalesce($by::varchar, 'probability') = 'probability', probability, null) as first_key
	from chosen
	order by first_key desc nulls last, due_on, probability desc nulls last, case_id, clock, held_by, sharing, round, counted_line
	limit $limit::int offset $offset::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int)),
summed as (
	select count(*) as total, count(probability) as estimated, coalesce(sum(probability::decimal(18, 12)), 0) as expected
	from chosen
)
select
	case_id, held_by as department, coalesce(names[held_by], held_by) as department_name,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name, clock, sharing, round, counted_line as line,
	catalogue, t.title as catalogue_title, lines::int as lines, started_on::varchar as started_on, due_on::varchar as due_on,
	provisional, days_left::int as days_left, greatest(0, lasted)::int as elapsed, allowed::int as allowed,
	ground as basis, history::int as history, at_risk::int as at_risk, probability::double as probability,
	total::int as total, estimated::int as estimated, expected::double as expected,
from page
cross join called
cross join summed
left join catalogue_at($known::int) t using (catalogue)
order by first_key desc nulls last, due_on, probability desc nulls last, case_id, clock, held_by, sharing, round, counted_line
