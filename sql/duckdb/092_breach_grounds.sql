-- On what a breach of the items of Articles 39 to 41 can be proposed (092_breaches_on.sql).

-- One row per agreement under conditions that the catalogue, as last described before it, does not list (第十五条第一款). An
-- item shared unconditionally lists none; one whose conditions were never reported cannot be compared.
create macro outside_conditions(on_day, known) as table
with
said as (
	select r.*, coalesce(g.root_id, r.case_id) as root_id
	from reply_condition r
	anti join superseded_at(known) s on s.source_id = r.source_id and s.event_id = r.event_id
	left join case_groups_at(known) g on g.case_id = r.case_id
	where r.seq <= known and r.told_on <= on_day
),
listed as (
	select
		s.source_id, s.event_id,
		arg_max(e.sharing, (e.told_on, e.seq)) as sharing,
		arg_max(e.conditions, (e.told_on, e.seq)) filter (e.conditions is not null) as conditions,
	from said s
	join catalogue_entry e on e.catalogue = s.catalogue and e.seq <= known and e.told_on <= s.told_on
	anti join superseded_at(known) t on t.source_id = e.source_id and t.event_id = e.event_id
	group by s.source_id, s.event_id
)
select s.root_id, s.department, s.event_id, s.told_on
from said s
join listed l on l.source_id = s.source_id and l.event_id = s.event_id
where
	if(l.sharing = 'unconditional', true, l.conditions is not null)
	and len(list_filter(
		s.conditions,
		lambda own: not coalesce(list_bool_or(list_transform(l.conditions, lambda known_one: contains(known_one, own))), false)
	)) > 0;

-- One row per ground × run of a case: lateness under the item of its clock, and defects under their own. `line`: of the run, null
-- for the lateness of a whole 件. Lateness under a local clock is proposed only where the clock names an item.
create macro grounds_on(on_day, known) as table
with
run as (
	select r.*, coalesce(o.body, r.department) as owed_by
	from runs_on(on_day, known) r
	left join recognised_at(known) o on o.code = r.department
	where status <> 'excluded'
),
noted as (
	select case_no, owed_by, clock, sharing, round, line, unnest(defects) as defect, unnest(defect_days) as since
	from run
	where len(defects) > 0
	union all
	select r.case_no, r.owed_by, r.clock, r.sharing, r.round, r.line, 'conditions_outside_catalogue', o.told_on
	from outside_conditions(on_day, known) o
	join run r on r.case_id = o.root_id and r.department = o.department and r.ended_by = o.event_id
)
select n.*, d.liability as item
from noted n
join defect d using (defect)
where d.liability is not null;

-- One row per fact × item that is no 件: a catalogue item as last described, a service ended or changed outside any case
-- without prior filing or consultation (第二十七条第三款), return flow under further conditions (第二十四条第一款), a finding that
-- somebody recorded.
create macro facts_on(on_day, known) as table
with
entry as (
	from catalogue_entries_on(on_day, known)
),
act as (
	select a.*
	from service_act a
	anti join superseded_at(known) s on s.source_id = a.source_id and s.event_id = a.event_id
	where a.seq <= known and a.told_on <= on_day and a.case_id is null
),
ended as (
	select
		c.*,
		arg_max(p.type, p.counts_at) filter (p.type <> 'service.change_filed' and p.counts_at <= c.counts_at) as standing,
		arg_max(p, p.counts_at) filter (p.type = 'service.change_filed' and p.counts_at < c.effective_at) as filing,
	from act c
	left join act p
		on p.service = c.service and p.type in ('service.change_filed', 'service.suspended', 'service.resumed')
		and (p.department = c.department or p.type <> 'service.change_filed')
	where c.type in ('service.changed', 'service.terminated') and c.effective_at < end_of(on_day)
	group by all
),
unfiled as (
	select *, list_filter([if(filing is null, 'not_filed', null), if(filing.consulted = false, 'not_consulted', null)], lambda code: code is not null) as defects
	from ended
	where type = 'service.changed' or standing is distinct from 'service.suspended'
),
told as (
	select source_id, event_id, case_id, department, null as counterparty, catalogue, told_on as since, missing, null as facts, unnest(defects) as defect
	from entry
	union all
	select source_id, event_id, case_id, department, counterparty, coalesce(catalogue, service), told_on, [], null, unnest(defects)
	from unfiled
	union all
	select c.source_id, c.event_id, case_id, department, counterparty, catalogue, told_on, [], null, 'return_conditions'
	from return_condition c
	anti join superseded_at(known) s on s.source_id = c.source_id and s.event_id = c.event_id
	where c.seq <= known and c.told_on <= on_day
)
select d.liability as item, source_id, event_id, case_id, department, counterparty, catalogue, min(since) as since, list(defect order by defect) as defects, any_value(missing) as missing, null as facts
from told
join defect d using (defect)
group by d.liability, source_id, event_id, case_id, department, counterparty, catalogue
union all
select f.item, f.source_id, f.event_id, f.case_id, f.department, null, null, f.told_on, [], [], coalesce(f.facts, '')
from finding f
join liability l using (item)
anti join superseded_at(known) s on s.source_id = f.source_id and s.event_id = f.event_id
where f.type = 'finding.recorded' and f.seq <= known and f.told_on <= on_day;
