-- 校核: one row per correction request, however many times it was fed back, reopened or told by several platforms.

-- Calendar days within which a correction that comes back counts as having come back.
create macro comes_back_within() as 90;

-- One row per correction request that was fed back by the day. `closed_on`: the first feedback; `upheld`: yes | partial | no as last
-- concluded, null: never said. `back`: reopened (not accepted, or the fault came back) | repeated (an upheld request about the same
-- field of the same item) within 90 days after the first feedback, null: neither. `item`: the catalogue item, the service where
-- none is named.
create macro corrections_on(as_of, known) as table
with
act as materialized (
	select a.*, coalesce(g.root_id, a.about) as root_id, (a.told_at, a.source_id, a.event_id) as place
	from correction_act a
	anti join superseded_at(known) s on s.source_id = a.source_id and s.event_id = a.event_id
	left join case_groups_at(known) g on g.case_id = a.about
	where a.seq <= known and a.told_on <= as_of
),
request as materialized (
	select
		root_id as case_id,
		coalesce(arg_min(department, place) filter (type = 'correction.received'), arg_min(department, place)) as department,
		coalesce(
			arg_min(counterparty, place) filter (type = 'correction.received'), arg_min(counterparty, place)
		) as counterparty,
		arg_min(region, place) as region,
		arg_min(catalogue, place) as catalogue,
		arg_min(service, place) as service,
		arg_min(field, place) as field,
		arg_max(severity, place) as severity,
		arg_max(problem, place) as problem,
		arg_max(upheld, place) filter (upheld is not null and type <> 'correction.received') as upheld,
		min(told_on) filter (type = 'correction.received') as received_on,
		min(told_at) filter (type = 'correction.received') as received_at,
		min(told_on) filter (type = 'correction.fed_back') as closed_on,
		min(told_at) filter (type = 'correction.fed_back') as closed_at,
		arg_min(struct_pack(source_id, event_id), place) filter (type = 'correction.fed_back') as closing,
	from act
	where type <> 'correction.reopened'
	group by root_id
),
reopened as (
	select r.case_id, min(a.told_on) as back_on
	from request r
	join act a on a.root_id = r.case_id and a.type = 'correction.reopened'
	where a.told_at >= r.closed_at and a.told_on <= r.closed_on + comes_back_within()
	group by r.case_id
),
repeated as (
	select r.case_id, min(n.received_on) as back_on, arg_min(n.case_id, (n.received_at, n.case_id)) as again
	from request r
	join request n
		on n.field = r.field and coalesce(n.catalogue, n.service) = coalesce(r.catalogue, r.service) and n.case_id <> r.case_id
		and n.received_at >= r.closed_at and n.received_on <= r.closed_on + comes_back_within()
	where r.upheld in ('yes', 'partial') and n.upheld in ('yes', 'partial')
	group by r.case_id
)
select
	r.* exclude (closing), r.closing.source_id as source_id, r.closing.event_id as event_id,
	coalesce(r.catalogue, r.service) as item,
	case when o.case_id is not null then 'reopened' when p.case_id is not null then 'repeated' end as back,
	coalesce(o.back_on, p.back_on) as back_on,
	if(o.case_id is null, p.again, null) as again,
from request r
left join reopened o using (case_id)
left join repeated p using (case_id)
where r.closed_on is not null;
