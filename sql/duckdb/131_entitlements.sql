-- THE definition of who has the right to which shared service, when, and whether it is used.

-- The acts by the day that stand, each with the demander and the service that its own case told where it names none. `earliest`: the
-- order among acts, of which several may be of the same instant.
create macro delivery_acts_on(on_day, known) as table
with
standing as (
	select a.*, coalesce(g.root_id, a.case_id) as root_id, (acted_at, a.source_id, a.event_id) as earliest
	from delivery_act a
	anti join superseded_at(known) s on s.source_id = a.source_id and s.event_id = a.event_id
	left join case_groups_at(known) g on g.case_id = a.case_id
	where a.seq <= known and a.acted_at < end_of(on_day)
),
named as (
	select
		root_id, line, min_by(service, earliest) as service, min_by(demander, earliest) as demander,
		min_by(provider, earliest) as provider, min_by(method, earliest) as method,
	from standing
	where type in ('delivery.provided', 'disposal.required') and root_id is not null
	group by root_id, line
)
select
	a.type, a.region, a.catalogue, a.acted_at, a.earliest, a.root_id,
	coalesce(a.demander, n.demander) as demander,
	coalesce(a.provider, n.provider) as provider,
	coalesce(a.service, n.service, a.catalogue) as service,
	coalesce(a.method, n.method) as method,
from standing a
left join named n on n.root_id = a.root_id and n.line = a.line
where a.type <> 'disposal.required';

-- Acts on services that stand and were done by the day; they may take effect later.
create macro service_acts_on(on_day, known) as table
select s.*
from service_act s
anti join superseded_at(known) x on x.source_id = s.source_id and x.event_id = s.event_id
where s.seq <= known and s.told_on <= on_day and s.service is not null;

-- Suspensions of a right to a service, [from_on, to_on): those that name a demander concern it, the others everybody (null). A
-- termination ends them.
create macro suspensions_on(on_day, known) as table
with
told as (
	from service_acts_on(on_day, known)
	where type in ('service.suspended', 'service.resumed', 'service.terminated')
),
act as (
	select
		h.demander, t.* exclude (counterparty), t.type <> 'service.suspended' as ends,
		(effective_at, t.source_id, t.event_id) as earliest,
	from (select distinct counterparty as demander, service from told where type = 'service.suspended') h
	join told t
		on t.service = h.service
		and (t.counterparty is not distinct from h.demander or t.type = 'service.terminated' and t.counterparty is null)
),
numbered as (
	select
		*,
		coalesce(sum(ends::int) over (
			partition by demander, service order by effective_at, ends rows between unbounded preceding and 1 preceding
		), 0) as nth,
	from act
)
select
	demander, service, min_by(catalogue, earliest) as catalogue,
	min_by(department, earliest) as suspended_by,
	min_by(source_id, earliest) as source_id,
	min_by(event_id, earliest) as event_id,
	day_at(min(effective_at) filter (not ends)) as from_on,
	day_at(min(effective_at) filter (ends)) as to_on,
from numbered
group by demander, service, nth
having count(*) filter (not ends) > 0;

-- Rights to services, [from_at, to_at): from the first delivery to what ends it (a termination, a disposal, a delivery that was
-- rejected); a delivery after that begins another one. A termination that names no demander ends everybody's.
create macro rights_on(on_day, known) as table
with
act as materialized (
	from delivery_acts_on(on_day, known)
	where demander is not null and service is not null
),
terminated as (
	select counterparty as demander, service, effective_at as acted_at
	from service_acts_on(on_day, known)
	where type = 'service.terminated'
),
mark as (
	select
		demander, service, acted_at, earliest, type in ('delivery.rejected', 'disposal.done') as ends, provider, region, catalogue, method,
		root_id,
	from act
	union all by name
	select h.demander, h.service, t.acted_at, true as ends
	from (select distinct demander, service from act) h
	join terminated t on t.service = h.service and coalesce(t.demander, h.demander) = h.demander
),
numbered as (
	select
		*,
		coalesce(sum(ends::int) over (
			partition by demander, service order by acted_at, ends rows between unbounded preceding and 1 preceding
		), 0) as nth,
	from mark
)
select
	demander, service,
	min_by(provider, earliest) filter (not ends) as provider,
	min_by(region, earliest) filter (not ends) as region,
	min_by(catalogue, earliest) filter (not ends) as catalogue,
	min_by(method, earliest) filter (not ends) as method,
	min_by(root_id, earliest) filter (not ends) as case_id,
	min(acted_at) filter (not ends) as from_at,
	min(acted_at) filter (ends) as to_at,
from numbered
group by demander, service, nth
having count(*) filter (not ends) > 0;

-- One row per body × service to which it had the right at the end of `at_day`, as told by `on_day`. `since_on`: the day of delivery; `suspended`:
-- the right is suspended at that moment; `by_file`: every delivery of it was one of files or batches.
create macro entitled_on(at_day, on_day, known) as table
with
bearer as materialized (
	select code, bearer
	from bearers_at(known)
	where from_on <= at_day and at_day < to_on
),
held as (
	select coalesce(b.bearer, r.demander) as department, coalesce(p.bearer, r.provider) as supplier, r.*, (from_at, case_id, r.demander) as earliest
	from rights_on(on_day, known) r
	left join bearer b on b.code = r.demander
	left join bearer p on p.code = r.provider
	where from_at < end_of(at_day) and (to_at is null or to_at >= end_of(at_day))
),
body_service as (
	select
		department, service, min_by(supplier, earliest) as provider, min_by(region, earliest) as region,
		min_by(catalogue, earliest) as catalogue, min_by(case_id, earliest) as case_id,
		coalesce(bool_and(regexp_matches(method, 'file|batch|文件|批量|库表')), false) as by_file,
		day_at(min(from_at)) as since_on,
	from held
	group by department, service
),
halted as (
	select distinct coalesce(b.bearer, s.demander) as department, service
	from suspensions_on(on_day, known) s
	left join bearer b on b.code = s.demander
	where from_on <= at_day and (to_on is null or at_day < to_on)
)
select
	h.*,
	exists (from halted x where x.service = h.service and (x.department is null or x.department = h.department)) as suspended,
from body_service h;
