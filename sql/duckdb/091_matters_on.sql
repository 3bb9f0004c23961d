-- One row per 件: all lines of a case at one department with the same sharing type under one clock (or, where the policy
-- counts lines, every line). It is on time only if every line is. What is owed again (another correction request, another
-- submission, a request that came back after the department had answered for it) is another round and another 件: nothing
-- that was late disappears because it begins anew. It is due when the first line is that was not done in time, while work
-- remains when the first line is that is still running, and in the end when the last line was.
create macro counted_on(on_day, known, counting_unit) as table
with
line as (
	select
		r.*, coalesce(o.body, department) as owed_by,
		if(counting_unit = 'line', line, null) as counted_line,
		struct_pack(due_on := due_on, statutory_due_on := statutory_due_on, due_no := due_no, days_left := days_left, calendar := calendar) as line_due,
	from runs_on(on_day, known) r
	left join recognised_at(known) o on o.code = department
)
select
	case_no, owed_by, clock, sharing, round, counted_line,
	any_value(case_id) as case_id,
	min(department) as owed_by_code,
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
	min(started_no) as started_no,
	max(ended_no) filter (status <> 'excluded') as ended_no,
	max(net_days) filter (status <> 'excluded') as net_days,
	max(notices) as notices,
	case
		when bool_and(outcome = 'agree') then 'agree'
		when bool_and(outcome = 'refuse') then 'refuse'
		when count(outcome) > 0 then 'partial'
	end as outcome,
	any_value(excluded_for) as left_for,
	max(days_late) as days_late,
	max(hours_late) as hours_late,
	max(extended) as extended,
	max(paused_days) as paused_days,
	list_sort(list_distinct(flatten(list(defects)))) as defects,
	coalesce(bool_and(excused) filter (status in ('late', 'overdue')), false) as excused,
	max(excused_on) as excused_on,
	min(pleaded_on) as pleaded_on,
from line
group by case_no, owed_by, clock, sharing, round, counted_line;

-- Every 件 and whose it is (066). `department`: who bore the duty on the day it was due, and is judged by it; `held_by`: who
-- must act on the day asked about while work remains, else `department`; `owed_by_code`: the code as reported. Of an overdue
-- 件 that changed hands, `days_late_inherited` working days are the predecessor's. `unsettled`: work remains and nobody took
-- over (承接部门待明确). `excused`: it is late, and every line that is late is justified (正当理由, 090): the status stays, the
-- adjudicated rate leaves it out; `excused_on`: since when; `pleaded_on`: since when a department claims so. A body that the policy in force on `ruled_on` (null: the day itself) excludes is in no figure.
create macro matters_on(on_day, known, ruled_on := null) as table
with
policy as not materialized (from policy_on(coalesce(ruled_on, on_day), known)),
body as not materialized (
	select
		b.code, b.kind, b.region, valid_from, valid_to, treatment(kind, rankable, other_organs, vertical_bodies) as treated,
	from bodies_on(on_day, known) b
	cross join policy
),
home as not materialized (
	select arg_min(region, code) as region
	from body
	where kind = 'authority' and valid_from <= on_day and valid_to is null
),
counted as not materialized (
	select *, coalesce(not ended, false) as still_open, coalesce(due.due_on, last_ended_on, on_day) as judged_on
	from counted_on(on_day, known, (select counting_unit from policy))
),
borne as not materialized (
	select
		c.* exclude (status), coalesce(j.bearer, owed_by) as department,
		if(still_open, coalesce(n.bearer, owed_by), department) as held_by,
		still_open and coalesce(n.unsettled, false) as unsettled,
		n.since_on as held_since,
		if(judged.treated = 'excluded', 'excluded', c.status) as status,
	from counted c
	left join bearers_at(known) j on j.code = owed_by and j.from_on <= judged_on and judged_on < j.to_on
	left join bearers_at(known) n on n.code = owed_by and n.from_on <= on_day and on_day < n.to_on
	left join body judged on judged.code = coalesce(j.bearer, owed_by)
)
select
	case_no, case_id, department, clock, sharing, round, counterparty, m.region, catalogue, lines, started_on,
	due.due_on as due_on,
	due.statutory_due_on as statutory_due_on,
	due.due_no as due_no,
	due.calendar as calendar,
	m.provisional,
	if(ended, last_ended_on, null) as ended_on,
	status,
	if(status = 'excluded', null, days_late) as days_late,
	if(status = 'excluded', null, hours_late) as hours_late,
	if(status = 'running', due.days_left, null) as days_left,
	started_no, if(ended, ended_no, null) as ended_no, if(ended, net_days, null) as net_days, notices, outcome, left_for,
	extended, paused_days, defects,
	status <> 'excluded' and m.excused as excused,
	if(status <> 'excluded' and m.excused, excused_on, null) as excused_on,
	pleaded_on, held_by, owed_by, owed_by_code, counted_line,
	inherited(status, department, held_by, d.no, due.due_no) as days_late_inherited,
	unsettled,
	jurisdiction(b.kind, b.region, (select region from home)) as jurisdiction,
from borne m
left join body b on b.code = held_by
left join days_at(known) d on d.calendar = due.calendar and d.day = held_since - 1;
