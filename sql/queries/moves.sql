-- One row per run that stood differently after the event with this seq than before it; a page of them, those due earlier first,
-- and among them those whose status changes.
-- params: as_of, known, visible, seq, earlier, departments, limit, offset
with
seen as (
	select
		*, change = 'earlier' as earlier, count(*) over () as total,
		sum((change = 'earlier')::int) over () as total_earlier,
	from moves_at($seq::int, $as_of::date)
	where
		$seq::int <= $known::int and may_see($visible::varchar[], department, counterparty)
		and ($earlier::boolean is null or (change = 'earlier') = $earlier::boolean)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
)
select
	case_id, line, clock, run, round, department, coalesce(d.name, department) as department_name, counterparty, sharing,
	due_before::varchar as due_before, due_after::varchar as due_after, provisional_before, provisional_after,
	phase_before, phase_after, ended_before::varchar as ended_before, ended_after::varchar as ended_after,
	epoch_ms(due_end_before)::double as due_end_before, epoch_ms(due_end_after)::double as due_end_after,
	status_before, status_after, change, earlier,
	total::int as total, total_earlier::int as total_earlier,
from seen
left join departments_on($as_of::date, $known::int) d on d.code = department
order by not earlier, status_before is not distinct from status_after, case_id, line, clock, run
limit $limit::int offset $offset::int
