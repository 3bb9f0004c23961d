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
		(body->>'$.data.effective')::date as effective_on,
		coalesce(body->'$.data.from', '[]')::varchar[] as ceasing,
		coalesce(body->'$.data.to', '[]')::json[] as bodies,
		list_transform(bodies, lambda b: b->>'$.code') as standing,
	from telling_after(after, 'organisation.changed')
),
named as (
	select *, unnest(bodies) as named_body
	from change
),
ended as (
	select *, unnest(list_filter(list_distinct(ceasing), lambda code: not list_contains(standing, code))) as ceased
	from change
)
select
	seq, source_id, event_id, named_body->>'$.code' as code, effective_on, false as ends, named_body->>'$.name' as name,
	named_body->>'$.region' as region, named_body->>'$.kind' as kind, (named_body->>'$.rankable')::boolean as rankable,
	null::varchar as successor,
from named
union all by name
select seq, source_id, event_id, ceased as code, effective_on, true as ends, if(len(standing) = 1, standing[1], null) as successor
from ended
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
	seq, source_id, event_id, department, counterparty,
	body->>'$.data.service_id' as service,
	(body->>'$.data.date')::date as day,
	(body->>'$.data.calls')::bigint as calls,
	(body->>'$.data.failures')::bigint as failures,
from telling_after(after, 'service.daily')
order by seq;

create macro heartbeats_after(after) as table
select seq, source_id, event_id, department, (body->>'$.data.date')::date as day
from telling_after(after, 'platform.heartbeat')
order by seq;
