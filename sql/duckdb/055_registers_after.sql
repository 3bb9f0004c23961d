-- Rows of the registers (050) that the events beyond a `seq` add. A retraction names nothing of its own.
create macro telling_after(after, kind_of) as table
select *
from event
where seq > after and type = kind_of and retracts is null;

-- The day, in Asia/Shanghai, on which something was written.
create macro recorded_on(written) as (written + interval 8 hour)::date;

create macro organisations_after(after) as table
with
change as (
	select
		seq, source_id, event_id,
		body->>'$.data.kind' as change,
		(body->>'$.data.effective')::date as effective_on,
		coalesce(body->'$.data.from', '[]')::varchar[] as leaving,
		coalesce(body->'$.data.to', '[]')::json[] as bodies,
		list_transform(bodies, lambda b: b->>'$.code') as standing,
		list_filter(list_distinct(leaving), lambda code: not list_contains(standing, code)) as ceasing,
		coalesce(body->>'$.data.successor', if(len(standing) = 1, standing[1], null)) as heir,
	from telling_after(after, 'organisation.changed')
),
stood as (
	select *, unnest(bodies) as told
	from change
	where change <> 'recognise'
),
ceased as (
	select *, unnest(ceasing) as code
	from change
)
select
	seq, source_id, event_id, change, told->>'$.code' as code, effective_on, 'stands' as how, told->>'$.name' as name,
	told->>'$.region' as region, told->>'$.kind' as kind, (told->>'$.rankable')::boolean as rankable, told->>'$.parent' as parent,
	null::varchar as successor,
from stood
union all by name
select
	seq, source_id, event_id, change, code, effective_on,
	case
		when change = 'recognise' then 'recognised'
		when change = 'rename' and len(ceasing) = 1 and len(standing) = 1 then 'renamed'
		else 'ends'
	end as how,
	if(change = 'recognise', standing[1], nullif(heir, code)) as successor,
from ceased
order by seq, code;

create macro departments_after(after) as table
select min(seq) as seq, department as code
from event
where seq > after and department not in (select code from department_seen)
group by department
order by seq;

create macro catalogue_items_after(after) as table
select seq, source_id, event_id, catalogue, body->>'$.data.title' as title
from event
where
	seq > after and retracts is null and catalogue is not null and title is not null
	and type in ('catalogue.registered', 'catalogue.submitted', 'catalogue.published')
order by seq;

-- Minutes, of which a day has no more than 1440; null where it is no such number.
create macro minutes_of_day(said) as if(try_cast(said as double) between 0 and 1440, try_cast(said as double), null);

create macro service_days_after(after) as table
select
	seq, source_id, event_id, department, counterparty, region, catalogue,
	body->>'$.data.service_id' as service,
	(body->>'$.data.date')::date as day,
	(body->>'$.data.calls')::bigint as calls,
	(body->>'$.data.failures')::bigint as failures,
	minutes_of_day(body->>'$.data.availability_minutes') as available_minutes,
	coalesce(minutes_of_day(body->>'$.data.planned_minutes'), 0) as planned_minutes,
	occurred_at as told_at,
	(body->>'$.data.rows')::bigint as rows,
	greatest(0, coalesce(try_cast(body->>'$.data.checks' as bigint), 0)) as checks,
from telling_after(after, 'service.daily')
order by seq;

create macro heartbeats_after(after) as table
select
	seq, source_id, event_id, department,
	(body->>'$.data.date')::date as day,
	try_cast(body->'$.data.counts' as map(varchar, integer)) as counts,
from telling_after(after, 'platform.heartbeat')
order by seq;

create macro platform_totals_after(after) as table
select
	seq, (body->>'$.data.source_id')::int as source_id, (told->>'$.date')::date as day,
	try_cast(told->'$.counts' as map(varchar, integer)) as counts,
from (
	select seq, body, unnest((body->'$.data.days')::json[]) as told
	from telling_after(after, 'platform.totals')
)
order by seq, day;

create macro numbered_after(after) as table
select seq, source_id, number, day
from (
	select seq, source_id, recorded_on(recorded_at) as day, try_cast(body->>'$.data.sequence' as bigint) as number
	from event
	where seq > after and contains(body, '"sequence"')
)
where number >= 0
order by seq;

-- What a demander says of a request stands on the platform of its provider: that tells nothing of the demander's own.
create macro tellers_after(after) as table
select min(seq) as seq, source_id, department, year(recorded_on(recorded_at)) as year
from event e
where
	seq > after
	and type not in (
		'request.submitted', 'request.material_resubmitted', 'request.withdrawn', 'delivery.accepted', 'delivery.rejected',
		'platform.heartbeat', 'platform.joined', 'organisation.changed', 'project.registered', 'project.decided'
	)
	and not exists (
		from teller t
		where t.source_id = e.source_id and t.department = e.department and t.year = year(recorded_on(e.recorded_at))
	)
group by all
order by seq;
