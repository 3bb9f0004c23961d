-- Rows of the registers (050) that the events beyond a `seq` add. A retraction names nothing of its own.
create macro telling_after(after, kind_of) as table
select *
from event
where seq > after and type = kind_of and retracts is null;

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

create macro service_days_after(after) as table
select
	seq, source_id, event_id, department, counterparty, catalogue,
	body->>'$.data.service_id' as service,
	(body->>'$.data.date')::date as day,
	(body->>'$.data.calls')::bigint as calls,
	(body->>'$.data.failures')::bigint as failures,
	(body->>'$.data.rows')::bigint as rows,
	greatest(0, coalesce(try_cast(body->>'$.data.checks' as bigint), 0)) as checks,
from telling_after(after, 'service.daily')
order by seq;

create macro heartbeats_after(after) as table
select seq, source_id, event_id, department, (body->>'$.data.date')::date as day
from telling_after(after, 'platform.heartbeat')
order by seq;
