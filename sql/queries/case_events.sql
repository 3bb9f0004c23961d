-- One row per event of a case, and of those told as one with it, known at `known`, in order of occurrence; superseded ones
-- stay, marked. Names as of the day.
-- params: as_of, known, visible, case_id
select
	seq, e.source_id, e.event_id, case_id, type, line, department, coalesce(d.name, department_name, department) as department_name,
	counterparty,
	epoch_ms(occurred_at)::double as occurred_at, day_only,
	epoch_ms(recorded_at)::double as recorded_at,
	epoch_ms(received_at)::double as received_at,
	s.how as superseded, body,
from event e
left join superseded_at($known::int) s on s.source_id = e.source_id and s.event_id = e.event_id
left join names_on($as_of::date, $known::int) d on d.code = department
where
	case_id in (select case_id from told_with($case_id::varchar, $known::int)) and seq <= $known::int
	and may_see($visible::varchar[], department, counterparty)
order by e.occurred_at, seq
