-- One row per 件 that was under way on an earlier day `told_on`, had an estimate then, and is decided by the day: what was
-- foretold, by what had happened until then, and whether it became overdue.
-- params: as_of, known, visible, ruled_on, told_on, clocks, departments
with
foretold as (
	select *
	from risk_on($told_on::date, $known::int, ruled_on := $ruled_on::date)
	join clock c using (clock)
	where
		probability is not null and due_on < $as_of::date
		and may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
		and if($clocks::varchar[] is null, c.statutory, list_contains($clocks::varchar[], clock))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], held_by))
),
happened as (
	select *
	from matters_on($as_of::date, $known::int, ruled_on := $ruled_on::date)
	where status in ('met', 'late', 'overdue')
)
select f.case_id, f.held_by as department, f.clock, f.basis, f.probability::double as probability, h.status <> 'met' as overdue
from foretold f
join happened h
	on h.case_no = f.case_no and h.owed_by = f.owed_by and h.clock = f.clock and h.round = f.round
	and h.sharing is not distinct from f.sharing and h.counted_line is not distinct from f.counted_line
order by f.case_id, f.clock, f.held_by, f.sharing, f.round, f.counted_line
