-- One row per providing department with a delivery that one side reports and the other does not: how many of each kind.
-- params: as_of, known, visible, days
with
gap as (
	select *
	from unpaired_on($as_of::date, $known::int, $days::int)
	where may_see($visible::varchar[], department, counterparty)
)
select
	department, coalesce(any_value(d.name), department) as department_name,
	(count(*) filter (gap.kind = 'unconfirmed'))::int as unconfirmed,
	(count(*) filter (gap.kind = 'accepted_only'))::int as accepted_only,
	(count(*) filter (gap.kind = 'used_only'))::int as used_only,
	count(*)::int as total,
from gap
left join departments_on($as_of::date, $known::int) d on d.code = department
group by department
order by total desc, department
