-- Patterns of evasion in the handling of requests (规避迹象): one row per case in which one shows. For a person to look at:
-- nothing is scored by it. `figure`: the number that the pattern rests on, as its words say.
create macro request_patterns(as_of, known, period_from, period_to, near, replies_least, last_day_share, refiled_within, reclassified_within, transfers_least) as table
with
matter as materialized (
	select *
	from matters_on(as_of, known, ruled_on := period_from)
	where clock in ('reply.unconditional', 'reply.conditional')
),
act as materialized (from conduct_on(as_of, known)),
run as materialized (
	select *
	from runs_on(as_of, known)
	where clock in ('reply.unconditional', 'reply.conditional')
),
noticed as (
	select r.case_id, r.clock, r.department, r.counterparty, r.catalogue, max(a.told_on) as on_day, count(distinct a.told_on) as figure
	from run r
	join act a on a.type = 'request.material_notice' and a.case_id = r.case_id and a.department = r.department and same_line(a.line, r.line)
	where a.told_on >= r.started_on and a.told_on between period_from and least(period_to, as_of)
	group by r.case_id, r.clock, r.department, r.counterparty, r.catalogue
	having
		figure > 1
		or bool_or(r.statutory_due_on is not null and workday_no(r.statutory_due_on, known) - workday_no(a.told_on, known) between 0 and near)
),
timed as (
	select
		*, count(*) over (partition by department) as replies,
		count(*) filter (ended_on = due_on) over (partition by department) as at_the_end,
	from matter
	where clock = 'reply.conditional' and status = 'met' and ended_on between period_from and least(period_to, as_of)
),
refiled as (
	select later_case as case_id, department, counterparty, catalogue, received_on as on_day, gained as figure
	from restarts_on(as_of, known, refiled_within)
	where received_on between period_from and least(period_to, as_of)
),
claimed as (
	select case_id, clock, department, counterparty, recorded_on(recorded_at) as on_day, lag / 1440 as figure
	from backdated_on(as_of, known)
	where coalesce(decided, 'open') <> 'accepted' and recorded_on(recorded_at) between period_from and least(period_to, as_of)
),
listed as materialized (
	select e.catalogue, e.sharing, e.told_on
	from catalogue_entry e
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known
),
relisted as (
	select m.case_id, m.clock, m.department, m.counterparty, m.catalogue, min(e.told_on) as on_day, min(e.told_on) - min(m.started_on) as figure
	from matter m
	join listed e
		on e.catalogue = m.catalogue and e.sharing in ('conditional', 'none')
		and e.told_on between m.started_on and m.started_on + reclassified_within
	where m.sharing = 'unconditional' and e.told_on between period_from and least(period_to, as_of)
	group by m.case_id, m.clock, m.department, m.counterparty, m.catalogue
	union all by name
	select r.case_id, r.clock, r.department, r.counterparty, r.catalogue, a.told_on as on_day, a.told_on - r.started_on as figure
	from run r
	join act a on a.type = 'request.replied' and a.case_id = r.case_id and a.department = r.department and same_line(a.line, r.line)
	where r.sharing = 'unconditional' and a.answer in ('conditional', 'none') and a.told_on between period_from and least(period_to, as_of)
),
handed as (
	select *, count(*) over (partition by case_id, line) as transfers
	from act
	where type = 'request.transferred'
),
dropped as (
	select r.case_id, r.clock, r.department, r.counterparty, r.catalogue, a.told_on as on_day, r.days_late as figure
	from run r
	join act a on a.type = 'request.withdrawn' and a.case_id = r.case_id and same_line(a.line, r.line)
	where r.status = 'late' and r.ended_on = a.told_on and a.told_on between period_from and least(period_to, as_of)
)
select 'repeated_notice' as pattern, * from noticed
union all by name
select 'last_day' as pattern, case_id, clock, department, counterparty, catalogue, ended_on as on_day, round(100 * at_the_end / replies) as figure
from timed
where replies >= replies_least and at_the_end * 100 >= replies * last_day_share and ended_on = due_on
union all by name
select 'refiled' as pattern, * from refiled
union all by name
select 'backdated' as pattern, * from claimed
union all by name
select distinct on (case_id, department) 'reclassified' as pattern, * from relisted
union all by name
select 'transfers' as pattern, case_id, department, counterparty, catalogue, min(told_on) as on_day, max(transfers) as figure
from handed
where transfers >= transfers_least and told_on between period_from and least(period_to, as_of)
group by case_id, department, counterparty, catalogue
union all by name
select 'withdrawn_late' as pattern, * from dropped
union all by name
select 'extended_unconditional' as pattern, case_id, clock, department, counterparty, catalogue, started_on as on_day, extended as figure
from matter
where clock = 'reply.unconditional' and extended > 0 and started_on between period_from and least(period_to, as_of);
