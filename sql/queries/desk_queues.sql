-- One row per queue of the desk: how many 件 stand in it.
-- params: as_of, known, visible, ruled_on
with
counted as (
	select
		count(*) filter (due_today) as due_today,
		count(*) filter (due_next) as due_next,
		count(*) filter (slipped) as slipped,
		count(*) filter (unreminded) as unreminded,
		count(*) filter (unanswered) as unanswered,
	from desk_on($as_of::date, $known::int, ruled_on := $ruled_on::date)
	where may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
)
select queue, matters::int as matters
from counted
unpivot (matters for queue in (due_today, due_next, slipped, unreminded, unanswered))
