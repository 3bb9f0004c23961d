-- One row per body known at `known`, as it was on the day: registered by a change of organisation, or (identified = false)
-- only mentioned as the department of an event or of a clock. `valid_to`: its last day; null: still there.
create macro departments_on(on_day, known) as table
with
entry as (
	select o.*
	from organisation o
	anti join superseded_at(known) s on s.source_id = o.source_id and s.event_id = o.event_id
	where o.seq <= known
),
body as (
	select
		code,
		min(effective_on) filter (not ends) as valid_from,
		arg_max(struct_pack(ends, effective_on, successor), (effective_on, seq)) filter (effective_on <= on_day) as last_change,
		arg_max(name, (effective_on, seq)) filter (effective_on <= on_day) as name_then,
		arg_min(name, (effective_on, seq)) as first_name,
		arg_max(region, (effective_on, seq)) filter (effective_on <= on_day) as region_then,
		arg_max(kind, (effective_on, seq)) filter (effective_on <= on_day) as kind_then,
		arg_max(rankable, (effective_on, seq)) filter (effective_on <= on_day) as rankable_then,
	from entry
	group by code
),
registered as (
	select
		code,
		coalesce(name_then, first_name, code) as name,
		region_then as region,
		coalesce(kind_then, 'department') as kind,
		coalesce(rankable_then, kind not in ('vertical', 'other_organ', 'authority')) as rankable,
		valid_from,
		if(last_change.ends, last_change.effective_on - 1, null) as valid_to,
		if(last_change.ends, last_change.successor, null) as successor,
	from body
),
told as (
	select e.department as code, arg_max(e.department_name, e.seq) as name, arg_max(e.region, e.seq) as region
	from event e
	semi join (from department_seen anti join registered using (code)) as unknown on unknown.code = e.department
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known and e.retracts is null
	group by e.department
	union all by name
	select distinct department as code, if(department = 'authority', '主管部门（未写明）', null) as name
	from clock_run
	anti join registered on registered.code = department
	where known_from <= known and (known_to is null or known < known_to)
),
mentioned as (
	select code, max(name) as name, max(region) as region
	from told
	group by code
)
select *, true as identified
from registered
union all by name
select code, coalesce(name, code) as name, region, code <> 'authority' as rankable, false as identified
from mentioned;

-- One row per catalogue item with a title known at `known`.
create macro catalogue_at(known) as table
select i.catalogue, arg_max(i.title, i.seq) as title
from catalogue_item i
anti join superseded_at(known) s on s.source_id = i.source_id and s.event_id = i.event_id
where i.seq <= known
group by i.catalogue;
