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
select source_id, d.day as heard_on
from platform
asof join (select day, ends_at from day where calendar = '') d on heard_at < d.ends_at;

-- One row per case × department that owes something past its due day: the last day its platform was heard of: the one that
-- tells this department's acts in the case, the latest heard of where there are several; where none does, any that tells of
-- the case. The events of every case told as one with it count.
create macro heard_of(on_day, known) as table
with
owing as (
	select distinct case_no, department
	from clock_run
	where
		phase = 'open' and due_on <= on_day and stands_from <= on_day and (stands_to is null or on_day < stands_to)
		and known_from <= known and (known_to is null or known < known_to)
),
told as (
	select case_no as root_no, department, case_no
	from owing
	union all
	select g.root_no, o.department, g.case_no
	from case_group g
	join owing o on o.case_no = g.root_no
	where g.case_no <> g.root_no and g.known_from <= known and (g.known_to is null or known < g.known_to)
)
select
	t.root_no as case_no, t.department as owed_by_code,
	coalesce(max(p.heard_on) filter (e.department = t.department), max(p.heard_on)) as heard_on,
from told t
join event e using (case_no)
join platforms_heard(known) p using (source_id)
where e.seq <= known
group by t.root_no, t.department;

-- 可能逾期: overdue, and its platform has been silent since the due day or before.
create macro may_be_done(status, due_on, heard_on) as coalesce(status = 'overdue' and heard_on <= due_on, false);
