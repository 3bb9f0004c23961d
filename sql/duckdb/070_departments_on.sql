-- One row per body known at `known`, as it was on the day: registered by a change of organisation, or (identified = false)
-- only mentioned as the department of an event or of a clock. `ruled_on`: the day whose policy says how it is treated
-- (null: the day itself).
create macro departments_on(on_day, known, ruled_on := null) as table
with
registered as materialized (from bodies_on(on_day, known)),
other as materialized (from recognised_at(known)),
unknown as (
	select code
	from department_seen
	where code not in (select code from registered) and code not in (select code from other)
),
told as (
	select e.department as code, arg_max(e.department_name, e.seq) as name, arg_max(e.region, e.seq) as region
	from event e
	semi join unknown on unknown.code = e.department
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known and e.retracts is null
	group by e.department
	union all by name
	select distinct department as code, if(department = 'authority', '主管部门（未写明）', null) as name
	from clock_run
	where
		known_from <= known and (known_to is null or known < known_to)
		and department not in (select code from registered) and department not in (select code from other)
),
mentioned as (
	select code, max(name) as name, max(region) as region
	from told
	group by code
)
select r.*, true as identified, treatment(kind, rankable, other_organs, vertical_bodies) as treated
from registered r
cross join policy_on(coalesce(ruled_on, on_day), known)
union all by name
select
	code, coalesce(name, code) as name, region, false as unsettled, false as identified,
	if(code = 'authority', 'listed', 'ranked') as treated,
from mentioned;

-- One row per code known at `known`, with the name that its body had on the day: of a body, or another code of one.
create macro names_on(on_day, known) as table
with
department as materialized (from departments_on(on_day, known))
select code, name
from department
union all
select o.code, coalesce(d.name, o.body) as name
from recognised_at(known) o
left join department d on d.code = o.body;

-- One row per catalogue item with a title known at `known`.
create macro catalogue_at(known) as table
select i.catalogue, arg_max(i.title, i.seq) as title
from catalogue_item i
anti join superseded_at(known) s on s.source_id = i.source_id and s.event_id = i.event_id
where i.seq <= known
group by i.catalogue;
