-- One row per act that claims a time before the deadline its record missed, or on whose evidence somebody decided; a page of them.
-- params: as_of, known, visible, departments, source_id, decided, officer, case_id, limit, offset
with
chosen as (
	select *, count(*) over () as total
	from backdated_on($as_of::date, $known::int)
	where
		may_see($visible::varchar[], department, counterparty)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
		and ($source_id::int is null or source_id = $source_id::int)
		and ($decided::varchar[] is null or list_contains($decided::varchar[], coalesce(decided, 'open')))
		and ($officer::varchar is null or coalesce(officer, '') = $officer::varchar)
		and ($case_id::varchar is null or case_id = $case_id::varchar)
)
select
	seq, case_id, line, source_id, event_id, type, clock, department, coalesce(d.name, department) as department_name, counterparty,
	epoch_ms(occurred_at)::double as occurred_at, day_only,
	epoch_ms(recorded_at)::double as recorded_at,
	epoch_ms(received_at)::double as received_at,
	lag::int as lag, coalesce(decided, 'open') as decided, decided_seq, epoch_ms(decided_at)::double as decided_at,
	officer, officer_title, reason, document, total::int as total,
from chosen
left join departments_on($as_of::date, $known::int) d on d.code = department
order by decided is not null, recorded_at desc, seq desc
limit $limit::int offset $offset::int
