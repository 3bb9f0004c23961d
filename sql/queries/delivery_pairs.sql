-- One row per line of a case whose delivery one side reports and the other does not; a page of them, the oldest first.
-- params: as_of, known, visible, kinds, departments, days, limit, offset
with
chosen as (
	select *
	from unpaired_on($as_of::date, $known::int, $days::int)
	where
		may_see($visible::varchar[], department, counterparty)
		and ($kinds::varchar[] is null or list_contains($kinds::varchar[], kind))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
),
body as (
	select code, name
	from departments_on($as_of::date, $known::int)
)
select
	kind, case_id, line, department, coalesce(d.name, department) as department_name,
	counterparty, coalesce(p.name, counterparty) as counterparty_name, catalogue, t.title as catalogue_title,
	since_on::varchar as since_on, days::int as days, (select count(*) from chosen)::int as total,
from chosen
left join body d on d.code = department
left join body p on p.code = counterparty
left join catalogue_at($known::int) t using (catalogue)
order by since_on, case_no, line, kind
limit $limit::int offset $offset::int
