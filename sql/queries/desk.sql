-- One row per 件 of a queue of the desk, what is due first at the top: a page of it.
-- params: as_of, known, visible, ruled_on, queue, cases, clocks, departments, search, limit, offset
with
chosen as (
	select *
	from desk_on($as_of::date, $known::int, ruled_on := $ruled_on::date)
	where
		may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
		and ($queue::varchar is null or in_queue($queue::varchar, due_today, due_next, slipped, unreminded, unanswered))
		and ($cases::varchar[] is null or list_contains($cases::varchar[], case_id))
		and ($clocks::varchar[] is null or list_contains($clocks::varchar[], clock))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], held_by))
		and ($search::varchar is null or contains(lower(case_id), lower($search::varchar)))
),
page as (
	from chosen
	order by due_on, case_id, clock, held_by, sharing, round, counted_line
	limit $limit::int offset $offset::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	case_id, held_by as department, coalesce(names[held_by], held_by) as department_name,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name, clock, sharing, round, counted_line as line,
	catalogue, t.title as catalogue_title, lines::int as lines, started_on::varchar as started_on, due_on::varchar as due_on,
	provisional, status, days_late::int as days_late, hours_late::int as hours_late, days_left::int as days_left,
	if(status = 'overdue', heard_on::varchar, null) as heard_on, unheard, jurisdiction, unsettled, not of_others as ours,
	pleaded_on::varchar as pleaded_on,
	reminders::int as reminders, reminded_on::varchar as reminded_on, answered_on::varchar as answered_on,
	(select count(*) from chosen)::int as total,
from page
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by due_on, case_id, clock, held_by, sharing, round, counted_line
