-- Breaches that the machine proposes under the items of Articles 39 to 41; whether there is one stays a person's act. Nothing
-- from before the Decree (第四十四条).

-- One row per 件 or fact × item. `department`: who bore the duty (066), `held_by`: who must put it right now. `late`: under its
-- clock, `statutory`: whether that one has a number in the Decree. `decision`: confirmed | dismissed by the latest decision
-- on it; null: 待认定.
create macro breaches_on(on_day, known) as table
with
matter as materialized (
	select *, row_number() over () as m
	from matters_on(on_day, known)
	where status <> 'excluded'
),
ground as (
	select m, c.liability as item, null as defect, least(due_on + 1, coalesce(ended_on, on_day)) as since
	from matter
	join clock c using (clock)
	where status in ('late', 'overdue') and c.liability is not null and not list_contains(defects, 'incident_of_provider')
	union all
	select m, g.item, g.defect, g.since
	from grounds_on(on_day, known) g
	join matter t
		on t.case_no = g.case_no and t.owed_by = g.owed_by and t.clock = g.clock and t.round = g.round
		and t.sharing is not distinct from g.sharing and (t.counted_line is null or t.counted_line = g.line)
),
proposed as (
	select
		item, bool_or(defect is null) as late, min(since) as since,
		coalesce(list_sort(list(distinct defect) filter (defect is not null)), []) as defects,
		any_value(t) as t,
	from ground
	join matter t using (m)
	group by m, item
),
stated as (
	select
		item, late, since, defects,
		t.department as department, t.held_by as held_by, t.owed_by_code as owed_by_code, t.counterparty as counterparty,
		t.case_no as case_no, t.case_id as case_id, t.catalogue as catalogue, t.clock as clock, t.sharing as sharing, t.round as round,
		t.counted_line as line, t.status as status, t.due_on as due_on, t.ended_on as ended_on, t.days_late as days_late,
		t.hours_late as hours_late, [] as missing, null as source_id, null as event_id, null as facts,
	from proposed
	union all by name
	select f.* exclude (department), f.department as owed_by_code, coalesce(j.bearer, f.department) as department, coalesce(n.bearer, f.department) as held_by, false as late
	from facts_on(on_day, known) f
	left join bearers_at(known) j on j.code = f.department and j.from_on <= f.since and f.since < j.to_on
	left join bearers_at(known) n on n.code = f.department and n.from_on <= on_day and on_day < n.to_on
),
decided as (
	select f.*, coalesce(g.root_id, f.case_id) as root_id
	from finding f
	anti join superseded_at(known) s on s.source_id = f.source_id and s.event_id = f.event_id
	left join case_groups_at(known) g on g.case_id = f.case_id
	where f.type = 'finding.decided' and f.seq <= known and f.told_on <= on_day
),
numbered as (
	select *, row_number() over () as n
	from stated
	where since >= date '2025-08-01'
),
answered as (
	select p.n, arg_max(d.decision, (d.told_on, d.seq)) as decision, max(d.told_on) as decided_on
	from numbered p
	join decided d
		on d.item = p.item and (d.department is null or list_contains([p.department, p.held_by, p.owed_by_code], d.department))
		and if(d.fact is null, d.root_id = p.case_id and coalesce(d.clock = p.clock, true), d.fact = p.event_id)
	group by p.n
)
select p.* exclude (n), c.statutory, decision, decided_on
from numbered p
left join clock c using (clock)
left join answered a using (n);
