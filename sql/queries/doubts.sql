-- One row per doubt about a case of which anything had happened by the day; a page of them, newest case first. Where
-- platforms differ the case is counted all the same: see conflicts.
-- params: as_of, known, visible, limit, offset
with
told as (
	select distinct case_no
	from event
	where
		case_no in (select case_no from doubt) and seq <= $known::int
		and occurred_at < end_of($as_of::date)
		and may_see($visible::varchar[], department, counterparty)
),
known_then as (
	select d.*, count(*) over () as total
	from doubt d
	semi join told using (case_no)
	where known_from <= $known::int and (known_to is null or $known::int < known_to) and tellings is null
)
select case_id, line, code, message, event_id, total::int as total
from known_then
order by case_no desc, case_id, line, code, event_id, message
limit $limit::int offset $offset::int
