-- One row per 件 or fact × item of Articles 39 to 41 that it may fall under: the list behind every count of breaches, a page of it.
-- params: as_of, known, visible, items, departments, decided, search, case_id, limit, offset
with
chosen as (
	select *, coalesce(decision, 'pending') as answer
	from breaches_on($as_of::date, $known::int)
	where
		may_see_breach($visible::varchar[], department, held_by)
		and ($items::varchar[] is null or list_contains($items::varchar[], item))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
		and ($decided::varchar[] is null or list_contains($decided::varchar[], answer))
		and ($case_id::varchar is null or case_id = (select any_value(root_id) from told_with($case_id::varchar, $known::int)))
		and ($search::varchar is null or contains(lower(case_id), lower($search::varchar)))
),
page as (
	from chosen
	order by since desc, item, department, case_id, clock, sharing, round, line, source_id, event_id
	limit $limit::int offset $offset::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int)),
home as (from home_on($as_of::date, $known::int))
select
	item, department, coalesce(names[department], department) as department_name,
	held_by, coalesce(names[held_by], held_by) as held_by_name,
	jurisdiction(b.kind, b.region, (select region from home)) as jurisdiction,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name,
	case_id, catalogue, t.title as catalogue_title, clock, statutory, sharing, round::int as round, line,
	late, status, due_on::varchar as due_on, ended_on::varchar as ended_on,
	days_late::int as days_late, hours_late::int as hours_late,
	if(status = 'overdue', heard_on::varchar, null) as heard_on, may_be_done(status, due_on, heard_on) as unheard,
	defects, missing, facts, event_id, since::varchar as since,
	decision, decided_on::varchar as decided_on, (select count(*) from chosen)::int as total,
from page
cross join called
left join bodies_on($as_of::date, $known::int) b on b.code = held_by
left join heard_of($as_of::date, $known::int) using (case_no, owed_by_code)
left join catalogue_at($known::int) t using (catalogue)
order by since desc, item, department, case_id, clock, sharing, round, line, source_id, event_id
