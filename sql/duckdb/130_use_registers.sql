-- What events say about services obtained, and about their use: appended like the registers of 050.

-- One row per act that gives or ends the right to a shared service. `demander`: whose right it is, null where the act names
-- none; `service`: null where only its case tells it.
create table delivery_act (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	demander varchar,
	provider varchar,
	region varchar,
	case_id varchar,
	line varchar not null,
	service varchar,
	catalogue varchar,
	method varchar,
	acted_at timestamp not null,
);

-- One row per report on use × service that it names (null: none). `from_on` … `to_on`: the span it is about. `status`:
-- in_use | unused. `parts`: of the five parts of a record those that are there.
create table use_act (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	demander varchar not null,
	provider varchar,
	service varchar,
	catalogue varchar,
	told_on date not null,
	from_on date not null,
	to_on date not null,
	status varchar,
	reason varchar,
	parts varchar[] not null,
	retained_until date,
	sampled integer,
	gaps integer,
);

-- The day, in Asia/Shanghai, of an instant in UTC.
create macro day_at(moment) as (moment + interval 8 hour)::date;

-- First and last day of `2026`, `2026-Q3`, `2026-09` or `2026-09-30`; null for anything else.
create macro first_of(span) as (
	case
		when regexp_full_match(span, '\d{4}') then try_cast(span || '-01-01' as date)
		when regexp_full_match(span, '\d{4}-Q[1-4]') then make_date(left(span, 4)::int, right(span, 1)::int * 3 - 2, 1)
		when regexp_full_match(span, '\d{4}-\d{2}') then try_cast(span || '-01' as date)
		when regexp_full_match(span, '\d{4}-\d{2}-\d{2}') then try_cast(span as date)
	end
);

create macro last_of(span) as (
	case length(span)
		when 4 then first_of(span) + interval 1 year - interval 1 day
		when 7 then first_of(span) + if(contains(span, 'Q'), interval 3 month, interval 1 month) - interval 1 day
		when 10 then first_of(span)
	end::date
);

-- A text, or null where the value is something else or empty.
create macro text_of(value) as if(json_type(value) in ('VARCHAR', 'UBIGINT', 'BIGINT'), nullif(trim(value->>'$'), ''), null);

-- The services that a report names; one null where it names none.
create macro services_named(body) as (
	if(
		json_type(body, '$.data.services') = 'ARRAY' and json_array_length(body, '$.data.services') > 0,
		list_distinct(list_filter(
			list_transform((body->'$.data.services')::json[], lambda one: text_of(one)),
			lambda one: one is not null
		)),
		[coalesce(text_of(body->'$.data.service_id'), body->>'$.data.catalogue')]
	)
);

create macro delivery_acts_after(after) as table
select
	seq, source_id, event_id, type,
	case
		when type in ('delivery.provided', 'disposal.required') then counterparty
		when type <> 'delivery.rejection_decided' then department
	end as demander,
	case
		when type in ('delivery.provided', 'disposal.required') then department
		when type <> 'delivery.rejection_decided' then counterparty
	end as provider,
	region, case_id, line,
	coalesce(text_of(body->'$.data.service_id'), if(type in ('delivery.provided', 'disposal.required'), catalogue, null)) as service,
	catalogue,
	lower(text_of(body->'$.data.method')) as method,
	occurred_at as acted_at,
from (
	select *
	from event
	where
		seq > after and retracts is null
		and type in (
			'delivery.provided', 'delivery.accepted', 'delivery.rejected', 'delivery.rejection_decided', 'disposal.required', 'disposal.done'
		)
		and (type <> 'delivery.rejection_decided' or not (body->>'$.data.upheld')::boolean)
)
order by seq;

create macro use_acts_after(after) as table
with
told as (
	select *, text_of(body->'$.data.period') as span, type = 'use.inspected' as by_others
	from acts_after(after, ['use.recorded', 'use.effect', 'use.status', 'use.inspected'])
),
part as (
	select seq, list(name order by name) as parts
	from told, (select unnest(['scene', 'process', 'effect', 'storage', 'destruction']) as name)
	where
		type = 'use.recorded' and json_exists(body, '$.data.' || name)
		and not is_blank(body, '$.data.' || name) and json_extract(body, '$.data.' || name)::varchar <> 'false'
	group by seq
)
select
	seq, source_id, event_id, type,
	if(by_others, counterparty, department) as demander,
	if(by_others, null, counterparty) as provider,
	unnest(services_named(body)) as service,
	catalogue, told_on,
	coalesce(first_of(span), told_on) as from_on,
	coalesce(last_of(span), told_on) as to_on,
	if(type = 'use.status', nullif(text_of(body->'$.data.status'), ''), null) as status,
	text_of(body->'$.data.reason') as reason,
	coalesce(parts, []) as parts,
	try_cast(body->>'$.data.retained_until' as date) as retained_until,
	try_cast(body->>'$.data.sampled' as integer) as sampled,
	try_cast(body->>'$.data.gaps' as integer) as gaps,
from told
left join part using (seq)
where demander is not null
order by seq, service;
