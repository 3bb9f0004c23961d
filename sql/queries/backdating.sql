-- One row per department × source with an act of `backdated`: how many, how late their records, what became of the evidence.
-- params: as_of, known, visible
select
	department, any_value(coalesce(d.name, department)) as department_name, source_id,
	count(*)::int as acts,
	count(*) filter (decided is null)::int as open,
	count(*) filter (decided = 'accepted')::int as accepted,
	count(*) filter (decided = 'refused')::int as refused,
	median(lag)::int as lag_median,
	max(lag)::int as lag_most,
from backdated_on($as_of::date, $known::int)
left join departments_on($as_of::date, $known::int) d on d.code = department
where may_see($visible::varchar[], department, counterparty)
group by department, source_id
order by acts desc, department, source_id
