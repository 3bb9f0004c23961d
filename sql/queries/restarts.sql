-- One row per later case × earlier case of the same demander, provider and item, received within `refiled_within` days after the earlier
-- one was withdrawn, lapsed, refused for materials or given a notice: suspected to be the same request under a new number.
-- params: as_of, known, visible, refiled_within, departments, case_id, limit, offset
with
this as (
	select any_value(root_id) as case_id
	from told_with($case_id::varchar, $known::int)
),
chosen as (
	select *, count(*) over () as total
	from restarts_on($as_of::date, $known::int, $refiled_within::int)
	where
		may_see($visible::varchar[], department, counterparty)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
		and ($case_id::varchar is null or (select case_id from this) in (earlier_case, later_case))
),
body as (
	select code, name
	from departments_on($as_of::date, $known::int)
)
select
	earlier_case, later_case, department, coalesce(d.name, department) as department_name,
	counterparty, coalesce(p.name, counterparty) as counterparty_name, catalogue, t.title as catalogue_title,
	how, how_on::varchar as how_on, earlier_due_on::varchar as earlier_due_on,
	received_on::varchar as received_on, later_due_on::varchar as later_due_on,
	if($case_id::varchar is null, null, later_case = (select case_id from this)) as is_later,
	apart::int as apart, gained::int as gained, total::int as total,
from chosen
left join body d on d.code = department
left join body p on p.code = counterparty
left join catalogue_at($known::int) t using (catalogue)
order by received_on desc, later_case, earlier_case, department, catalogue
limit $limit::int offset $offset::int
