-- One row per 件, the unit of every figure: all lines of a case at one department with the same sharing type under one
-- clock. It is on time only if every line is. What is owed again (another correction request, another submission, a
-- request that came back after the department had answered for it) is another round and another 件: nothing that was late
-- disappears because it begins anew. It is due when the first line is that was not done in time, while work remains when
-- the first line is that is still running, and in the end when the last line was.
create macro matters_on(on_day, known) as table
with
line as (
	select *, struct_pack(due_on := due_on, statutory_due_on := statutory_due_on, due_no := due_no, days_left := days_left) as line_due
	from runs_on(on_day, known)
),
matter as (
	select
		case_no, department, clock, sharing, round,
		any_value(case_id) as case_id,
		arg_min(counterparty, line) as counterparty,
		arg_min(region, line) as region,
		arg_min(catalogue, line) as catalogue,
		list_unique(list(line)) as lines,
		min(started_on) as started_on,
		case
			when bool_or(status = 'overdue') then 'overdue'
			when bool_or(status = 'late') then 'late'
			when bool_or(status = 'running') then 'running'
			when bool_or(status = 'paused') then 'paused'
			when bool_or(status = 'met') then 'met'
			when bool_or(status = 'untimed') then 'untimed'
			else 'excluded'
		end as status,
		min(line_due) filter (status in ('late', 'overdue')) as due_late,
		min(line_due) filter (status = 'running') as due_next,
		max(line_due) filter (status <> 'excluded' and due_on is not null) as due_last,
		coalesce(due_late, due_next, due_last) as due,
		coalesce(bool_or(provisional) filter (status <> 'excluded'), false) as provisional,
		bool_and(ended_on is not null) filter (status <> 'excluded') as ended,
		max(ended_on) filter (status <> 'excluded') as last_ended_on,
		max(days_late) as days_late,
		max(extended) as extended,
		max(paused_days) as paused_days,
		list_sort(list_distinct(flatten(list(defects)))) as defects,
	from line
	group by case_no, department, clock, sharing, round
)
select
	case_no, case_id, department, clock, sharing, round, counterparty, region, catalogue, lines, started_on,
	due.due_on as due_on,
	due.statutory_due_on as statutory_due_on,
	provisional,
	if(ended, last_ended_on, null) as ended_on,
	status, days_late,
	if(status = 'running', due.days_left, null) as days_left,
	extended, paused_days, defects,
from matter;
