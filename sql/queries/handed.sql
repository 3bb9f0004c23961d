-- One row per open 件 that another body has to act on after the change of the register with this seq than before it, or that
-- nobody has to any more; a page of them, the latest first.
-- params: as_of, known, visible, seq, limit, offset
with
seen as (
	select *
	from handed_at($seq::int, $as_of::date)
	where
		$seq::int <= $known::int and still_open
		and (held_before is distinct from held_after or unsettled <> unsettled_before)
		and may_see_matter($visible::varchar[], owed_by_code, held_before, held_after, counterparty)
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $seq::int))
select
	case_id, clock, sharing, round, counted_line as line, due_on::varchar as due_on, status, days_late::int as days_late,
	days_late_inherited::int as days_late_inherited, held_before as handed_from,
	coalesce(names[held_before], held_before) as handed_from_name, held_after as handed_to,
	coalesce(names[held_after], held_after) as handed_to_name, unsettled, (count(*) over ())::int as total,
from seen
cross join called
order by status <> 'overdue', days_late desc nulls last, due_on, case_id, clock, sharing, round, counted_line
limit $limit::int offset $offset::int
