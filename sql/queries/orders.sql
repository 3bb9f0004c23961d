-- One row per order to put something right (责令改正) to a body, known at `known` and given by the day; the latest deadline first.
-- `over`: its deadline is over on the day asked; `overrun`: by how many calendar days. `passed`: what was to be put right was
-- verified since.
-- params: as_of, known, visible
select
	event_id, counterparty as department, coalesce(n.name, counterparty) as department_name, document, case_id,
	told_on::varchar as ordered_on, deadline_on::varchar as deadline_on,
	coalesce(deadline_on, told_on) < $as_of::date as over,
	if(deadline_on < $as_of::date, date_diff('day', deadline_on, $as_of::date), null)::int as overrun,
	closed as passed,
from orders_on($as_of::date, $known::int)
left join names_on($as_of::date, $known::int) n on n.code = counterparty
where counterparty is not null and may_see($visible::varchar[], counterparty, null)
order by coalesce(deadline_on, told_on) desc, seq desc
