-- 督办台: the 件 that a supervisor looks at on a day, and why. Statutory clocks that are not floors, running or overdue.

-- One row per such 件. `due_today`: its last day is the day · `due_next`: it is the next working day · `slipped`: it was due
-- on the last working day before the day, or since, and is overdue · `unreminded`: overdue, owed by another than the authority, and
-- nobody reminded · `unanswered`:
-- overdue, reminded, and more than 2 working days went by without an act of its body. Working days by the calendar of the 件.
create macro desk_on(on_day, known, ruled_on := null) as table
with
matter as (
	select m.*, c.owed_by <> 'authority' as of_others, d.no as day_no, d.no - d.workday::int as last_no
	from matters_on(on_day, known, ruled_on := ruled_on) m
	join clock c using (clock)
	left join days_at(known) d on d.calendar = m.calendar and d.day = on_day
	where c.statutory and not c.floor and status in ('running', 'overdue')
),
supervised as (
	select m.*, heard_on, may_be_done(status, due_on, heard_on) as unheard, coalesce(reminders, 0) as reminders, reminded_on
	from matter m
	left join heard_of(on_day, known) using (case_no, owed_by_code)
	left join reminders_on(on_day, known) r on r.case_id = m.case_id
),
answered as (
	select case_no, owed_by_code, held_by, max(answered_on) as answered_on
	from (select distinct case_no, case_id, owed_by_code, held_by from supervised where status = 'overdue' and reminders > 0) o
	join answers_on(on_day, known) a on a.case_id = o.case_id and (a.department = o.owed_by_code or a.department = o.held_by)
	group by all
)
select
	s.*, answered_on,
	status = 'running' and due_on = on_day as due_today,
	status = 'running' and due_on > on_day and due_no = day_no + 1 as due_next,
	status = 'overdue' and due_no >= last_no as slipped,
	status = 'overdue' and of_others and reminders = 0 as unreminded,
	status = 'overdue' and reminders > 0 and answered_on is null and day_no - r.no > 2 as unanswered,
from supervised s
left join answered using (case_no, owed_by_code, held_by)
left join days_at(known) r on r.calendar = s.calendar and r.day = reminded_on;

-- Whether a 件 of the desk is in a queue.
create macro in_queue(queue, due_today, due_next, slipped, unreminded, unanswered) as
	case queue
		when 'due_today' then due_today
		when 'due_next' then due_next
		when 'slipped' then slipped
		when 'unreminded' then unreminded
		when 'unanswered' then unanswered
		else false
	end;
