-- One row per 件 (case × department × clock × sharing type × round): the list behind every figure, a page of it.
-- params: as_of, known, visible, ruled_on, clocks, statuses, departments, jurisdictions, due_from, due_to, unheard, late_min, search, sort, descending, limit, offset
with
chosen as (
	select m.*, answerable(department, held_by, coalesce($due_from::date, $due_to::date) is not null) as owner,
		heard_on, may_be_done(status, due_on, heard_on) as unheard,
	from matters_on($as_of::date, $known::int, ruled_on := $ruled_on::date) m
	join clock c using (clock)
	left join heard_of($as_of::date, $known::int) h using (case_no, owed_by_code)
	where
		may_see_matter($visible::varchar[], owed_by_code, department, held_by, counterparty)
		and if($clocks::varchar[] is null, c.statutory and not c.floor, list_contains($clocks::varchar[], clock))
		and if($statuses::varchar[] is null, status <> 'excluded', list_contains($statuses::varchar[], status))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], owner))
		and ($jurisdictions::varchar[] is null or list_contains($jurisdictions::varchar[], jurisdiction))
		and ($due_from::date is null or due_on >= $due_from::date)
		and ($due_to::date is null or due_on <= $due_to::date)
		and ($unheard::boolean is null or unheard = $unheard::boolean)
		and ($late_min::int is null or days_late >= $late_min::int)
		and (
			$search::varchar is null or contains(lower(case_id), lower($search::varchar))
			or case_no in (from case_groups_at($known::int) g select root_no where contains(lower(g.case_id), lower($search::varchar)))
		)
),
keyed as (
	select
		*,
		case $sort::varchar when 'department' then owner when 'case_id' then case_id when 'clock' then clock end as text_key,
		case
			when $sort::varchar = 'days_late' then days_late
			when $sort::varchar = 'started_on' then date_diff('day', date '2000-01-01', started_on)
			when text_key is null then date_diff('day', date '2000-01-01', due_on)
		end as number_key,
		if($descending::boolean, -number_key, number_key) as by_number,
		if($descending::boolean, null, text_key) as by_text_up,
		if($descending::boolean, text_key, null) as by_text_down,
	from chosen
),
page as (
	from keyed
	order by
		by_number nulls last, by_text_up nulls last, by_text_down desc nulls last, case_id, clock, owner, sharing, round, counted_line
	limit $limit::int offset $offset::int
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	case_id, owner, coalesce(names[owner], owner) as owner_name, department, coalesce(names[department], department) as department_name,
	held_by, coalesce(names[held_by], held_by) as held_by_name, owed_by_code, coalesce(names[owed_by_code], owed_by_code) as owed_by_name,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name, clock, sharing, round, counted_line as line,
	catalogue, t.title as catalogue_title, lines::int as lines, started_on::varchar as started_on,
	statutory_due_on::varchar as statutory_due_on, due_on::varchar as due_on, provisional, ended_on::varchar as ended_on,
	status, days_late::int as days_late, days_late_inherited::int as days_late_inherited, hours_late::int as hours_late,
	days_left::int as days_left, extended, paused_days, defects, if(status = 'overdue', heard_on::varchar, null) as heard_on, unheard,
	unsettled, jurisdiction, excused, excused_on::varchar as excused_on, pleaded_on::varchar as pleaded_on, (select count(*) from chosen)::int as total,
from page
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by
	by_number nulls last, by_text_up nulls last, by_text_down desc nulls last, case_id, clock, owner, sharing, round, counted_line
