-- THE definition of met, late, overdue, running, paused, untimed, excluded: how a run stands on a day (at its 24:00,
-- 民法典第二百零三条第二款). A floor clock ("not before") is met from its due day on and never overdue.
create macro status_of(phase, floor, due_on, due_end, ended_at, ended_on, on_day, asked_end) as (
	case
		when phase = 'excluded' then 'excluded'
		when floor and phase = 'ended' and ended_at < asked_end and ended_on < due_on then 'late'
		when floor and on_day >= due_on then 'met'
		when floor then 'running'
		when phase = 'ended' and ended_at < asked_end and due_end is null then 'untimed'
		when phase = 'ended' and ended_at < asked_end and ended_at < due_end then 'met'
		when phase = 'ended' and ended_at < asked_end then 'late'
		when phase = 'paused' then 'paused'
		when due_end is null then 'untimed'
		when due_end < asked_end then 'overdue'
		else 'running'
	end
);

-- One row per run started by the day: as it stood on the day, by what was known at ledger position `known`.
-- days_late and days_left are working days, hours_late full hours of an hour clock. Defects are those noted by the day.
-- `excused`: it is late, and the authority had found by the day that there was a justification (正当理由, 第三十九条第四项). It is
-- late all the same: no status and no factual rate goes by it. `pleaded_on`: since when the department claims one.
-- net_days: working days from the start to the act that was owed, without pauses; null while it was not done, or never was.
create macro runs_on(on_day, known) as table
with
asked as (
	select calendar, day as asked_on, no as asked_no, ends_at as asked_end
	from days_at(known)
	where day = on_day
),
standing as (
	select r.*, c.floor, c.hourly, asked_on, asked_no, asked_end, phase = 'ended' and ended_at < asked_end as done
	from clock_run r
	join asked using (calendar)
	join clock c using (clock)
	where
		known_from <= known and (known_to is null or known < known_to)
		and stands_from <= on_day and (stands_to is null or on_day < stands_to)
),
judged as (
	select
		*,
		status_of(phase, floor, due_on, due_end, ended_at, ended_on, on_day, asked_end) as status,
		list_filter(list_zip(defects, defect_days), lambda noted: noted[2] <= asked_on) as noted,
		len(list_filter(noticed_on, lambda noticed: noticed <= asked_on)) as notices,
	from standing
)
select
	case_no, case_id, line, clock, run, round, department, counterparty, region, catalogue, sharing,
	started_on, started_at, started_by, statutory_due_on, due_on, due_end, due_no, provisional, calendar,
	if(done, ended_on, null) as ended_on,
	if(done, ended_by, null) as ended_by,
	if(status = 'excluded', excluded_for, null) as excluded_for,
	extended, paused_days, status, started_no,
	if(done, ended_no, null) as ended_no,
	if(done and not left_undone, ended_no - started_no - paused_days, null) as net_days,
	if(done, outcome, null) as outcome,
	notices,
	coalesce(status in ('late', 'overdue') and excused_on <= on_day, false) as excused,
	if(excused, excused_on, null) as excused_on,
	if(excused, excused_by, null) as excused_by,
	if(pleaded_on <= on_day, pleaded_on, null) as pleaded_on,
	list_transform(noted, lambda each: each[1]) as defects,
	list_transform(noted, lambda each: each[2]) as defect_days,
	if(hourly and status in ('late', 'overdue'), date_sub('hour', due_end, if(done, ended_at, asked_end)), null) as hours_late,
	if(
		not floor and status in ('late', 'overdue'),
		greatest(0, if(done, ended_no, asked_no) - due_no),
		null
	) as days_late,
	if(not floor and status = 'running', due_no - asked_no, null) as days_left,
from judged;
