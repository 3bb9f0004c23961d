-- Whether what looks overdue is known to be: a platform that has told nothing since the due day may yet tell of an act in time.
-- Source 1 is the authority's own screens, no platform.
create macro is_platform(source) as source <> 1;

-- One row per platform: the last day (Asia/Shanghai) it was heard of by what is known at `known`. It is heard of when it writes
-- something, a heartbeat like any event, and never later than we received it.
create macro platforms_heard(known) as table
with
platform as (
	select source_id, max(least(recorded_at, received_at)) as heard_at
	from event
	where seq <= known and is_platform(source_id)
	group by source_id
)
select source_id, (select min(day) from day where calendar = '' and ends_at > heard_at) as heard_on
from platform;

-- One row per case with a run overdue on the day: the last day its platforms were heard of, by the department whose acts they
-- tell, and of them all. The events of every case told as one with it count.
create macro heard_of(on_day, known) as table
with
overdue as (
	select distinct case_no
	from runs_on(on_day, known)
	where status = 'overdue'
),
told as (
	select case_no, case_no as root_no
	from overdue
	union
	select g.case_no, g.root_no
	from case_group g
	semi join overdue o on o.case_no = g.root_no
	where g.known_from <= known and (g.known_to is null or known < g.known_to)
),
heard as (
	select t.root_no as case_no, e.department, max(p.heard_on) as heard_on
	from told t
	join event e using (case_no)
	join platforms_heard(known) p using (source_id)
	where e.seq <= known
	group by t.root_no, e.department
)
select case_no, map(list(department), list(heard_on)) as heard_by, max(heard_on) as heard_last
from heard
group by case_no;

-- The last day heard of the platform a department's matter belongs to: its own, the latest heard of where there are several,
-- else any that tells of the case.
create macro last_heard(heard_by, heard_last, department) as coalesce(heard_by[department], heard_last);

-- 可能逾期: overdue, and its platform has been silent since the due day or before.
create macro may_be_done(status, due_on, heard_on) as coalesce(status = 'overdue' and heard_on <= due_on, false);
