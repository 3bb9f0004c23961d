-- What the checklist and the records of use of a body amount to.

-- The checklist of every body that has the right to a service on the day or ever registered a safeguard: what it said last of
-- each item. What a body that registers others never mentions is lacking; one that registers none has reported nothing.
create macro safeguards_on(at_day, on_day, known) as table
with
said as materialized (
	select coalesce(b.bearer, g.department) as department, g.* exclude (department)
	from safeguard g
	anti join superseded_at(known) s on s.source_id = g.source_id and s.event_id = g.event_id
	left join bearers_at(known) b on b.code = g.department and b.from_on <= at_day and at_day < b.to_on
	where g.seq <= known and g.told_on <= at_day
	qualify row_number() over (
		partition by coalesce(b.bearer, g.department), item order by told_at desc, g.source_id desc, g.event_id desc
	) = 1
),
body as (
	select department
	from said
	union
	select department
	from entitled_on(at_day, on_day, known)
)
select
	b.department, i.item, i.ordinal, s.valid_until, s.told_on, s.source_id, s.event_id,
	case
		when b.department not in (select department from said) then 'not_reported'
		when s.item is null then 'lacking'
		when s.status = 'in_place' and s.valid_until < at_day then 'expired'
		else s.status
	end as status,
from body b
cross join safeguard_item i
left join said s on s.department = b.department and s.item = i.item;

-- One row per body × service × quarter for which a record of use is owed: the right stood from before the quarter to its
-- end, was not suspended all through it, and the service is not known to have been idle.
create macro records_owed(on_day, known, period_from, period_to) as table
with
quarter as materialized (
	select q::date as from_on, (q + interval 3 month - interval 1 day)::date as to_on, strftime(q, '%Y') || '-Q' || quarter(q) as name
	from (select unnest(range(timestamp '2025-10-01', least(period_to, on_day)::timestamp + interval 1 day, interval 3 month)) as q)
	where (q + interval 3 month - interval 1 day)::date between period_from and least(period_to, on_day)
),
held as (
	select
		coalesce(b.bearer, r.demander) as department, r.service, q.name, q.from_on, q.to_on,
		min_by(coalesce(p.bearer, r.provider), (from_at, case_id, r.demander)) as provider, min_by(region, (from_at, case_id, r.demander)) as region,
		min_by(catalogue, (from_at, case_id, r.demander)) as catalogue, min_by(case_id, (from_at, case_id, r.demander)) as case_id,
		coalesce(bool_and(regexp_matches(method, 'file|batch|文件|批量|库表')), false) as by_file,
		list(distinct r.demander) as codes,
	from rights_on(on_day, known) r
	join quarter q on day_at(from_at) < q.from_on and coalesce(day_at(to_at) > q.to_on, true)
	left join bearers_at(known) b on b.code = r.demander and b.from_on <= q.to_on and q.to_on < b.to_on
	left join bearers_at(known) p on p.code = r.provider and p.from_on <= q.to_on and q.to_on < p.to_on
	group by department, r.service, q.name, q.from_on, q.to_on
),
call as materialized (
	from calls_on(on_day, known, (select min(from_on) from quarter), (select max(to_on) from quarter))
),
called as (
	select q.name, c.department, c.service, sum(c.used) > 0 as used
	from quarter q
	join call c on c.day between q.from_on and q.to_on
	group by all
),
metered as (
	select distinct name, service
	from called
),
stated as (
	select q.name, u.department, u.service, bool_and(status = 'unused') as idle
	from quarter q
	join use_acts_on(on_day, known) u on u.from_on <= q.to_on and u.to_on >= q.from_on
	where type = 'use.status' and status in ('in_use', 'unused')
	group by all
)
select h.* exclude (by_file)
from held h
left join called c using (name, department, service)
left join metered m using (name, service)
left join stated s using (name, department, service)
where
	not if(not by_file and m.service is not null, not coalesce(c.used, false), coalesce(s.idle, false))
	and not exists (
		from suspensions_on(on_day, known) x
		where
			x.service = h.service and (x.demander is null or list_contains(h.codes, x.demander))
			and x.from_on <= h.from_on and (x.to_on is null or x.to_on > h.to_on)
	);

create macro records_on(on_day, known, period_from, period_to) as table
with
owed as materialized (
	from records_owed(on_day, known, period_from, period_to)
),
act as materialized (
	from use_acts_on(on_day, known)
	where type in ('use.recorded', 'use.inspected')
),
recorded as (
	select
		o.name, o.department, o.service,
		bool_or(len(parts) = 5) as whole,
		bool_or(len(parts) = 5 and retained_until >= told_on + interval 3 year) as kept,
		max_by(struct_pack(source_id, event_id), struct_pack(whole := len(parts), told_on, event_id)) as record,
	from owed o
	join act a on a.type = 'use.recorded' and a.department = o.department and a.service = o.service and a.from_on <= o.to_on and a.to_on >= o.from_on
	group by all
),
inspected as (
	select
		o.name, o.department, o.service,
		max_by(struct_pack(sampled, gaps, source_id, event_id), struct_pack(told_on, event_id)) as look,
	from owed o
	join act a
		on a.type = 'use.inspected' and a.department = o.department and coalesce(a.service, o.service) = o.service
		and a.from_on <= o.to_on and a.to_on >= o.from_on
	where sampled > 0 and gaps between 0 and sampled
	group by all
)
select
	o.*, coalesce(i.look.source_id, r.record.source_id) as source_id, coalesce(i.look.event_id, r.record.event_id) as event_id,
	if(i.look is not null, (i.look.sampled - i.look.gaps) / i.look.sampled, coalesce(r.kept, false)::int) as num,
	case
		when i.look.gaps > 0 then 'inspected_lacking'
		when i.look is not null then 'inspected'
		when r.kept then 'recorded'
		when r.whole then 'kept_short'
		when r.name is not null then 'incomplete'
		else 'unrecorded'
	end as outcome,
from owed o
left join recorded r using (name, department, service)
left join inspected i using (name, department, service);
