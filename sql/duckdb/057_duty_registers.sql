-- What events say about duties of content, and what persons found: appended like the registers of 050.

-- One row per event that describes a catalogue item as a whole. `missing`: elements of 第十三条第二款 that it reports empty;
-- `conditions`: those it lists, without white space; null where it reports none. `owner`: the body whose item it is. `cycle`: how
-- often it is to be refreshed, as cycle_of() reads it; null where it does not say.
create table catalogue_entry (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	catalogue varchar not null,
	department varchar not null,
	owner varchar not null,
	region varchar,
	case_id varchar,
	sharing varchar not null,
	cycle varchar,
	told_on date not null,
	told_at timestamp not null,
	missing varchar[] not null,
	defects varchar[] not null,
	conditions varchar[],
);

-- One row per reply that agrees under conditions.
create table reply_condition (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	case_id varchar,
	department varchar not null,
	catalogue varchar,
	told_on date not null,
	conditions varchar[] not null,
);

-- One row per answer on return flow that sets further conditions (第二十四条第一款“不得设置额外的限制条件”).
create table return_condition (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	case_id varchar,
	department varchar not null,
	counterparty varchar,
	catalogue varchar,
	told_on date not null,
);

-- One row per act on a service: `effective_at` of a change or termination, in UTC; `counts_at`: when a filing counts.
create table service_act (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	department varchar not null,
	counterparty varchar,
	case_id varchar,
	service varchar,
	catalogue varchar,
	told_on date not null,
	effective_at timestamp not null,
	counts_at timestamp not null,
	consulted boolean,
);

-- One row per finding recorded or decided under an item of Articles 39 to 41, about a body. `fact`: the event it is about.
create table finding (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	case_id varchar,
	department varchar,
	item varchar not null,
	told_on date not null,
	decision varchar,
	clock varchar,
	fact varchar,
	facts varchar,
);

-- Reported, and empty.
create macro is_blank(body, path) as
	coalesce(trim(json_extract(body, path)::varchar) in ('null', '""', '[]', '{}'), false);

-- A text or a list of texts, without white space; null where nothing is said.
create macro texts_of(value) as (
	list_filter(
		list_transform(
			case json_type(value) when 'ARRAY' then value::varchar[] when 'VARCHAR' then [value->>'$'] end,
			lambda said: regexp_replace(said, '\s', '', 'g')
		),
		lambda said: said <> ''
	)
);

-- The instant, in UTC, of a day (its 00:00 in Asia/Shanghai) or of a time with offset.
create macro moment_of(said) as (
	case
		when length(said) = 10 then try_cast(said as timestamp) - interval 8 hour
		when said ilike '%z' then try_cast(left(said, 19) as timestamp)
		else try_cast(left(said, 19) as timestamp)
			- if(said[-6] = '-', -1, 1) * (interval 1 hour * try_cast(said[-5:-4] as int) + interval 1 minute * try_cast(said[-2:-1] as int))
	end
);

-- Events of some types beyond a `seq` that are no retractions, with their day in Asia/Shanghai.
create macro acts_after(after, types) as table
select e.*, d.day as told_on
from (
	select *
	from event
	where seq > after and list_contains(types, type) and retracts is null
) e
asof join (select day, any_value(ends_at) as ends_at from day where calendar = '' group by day) d on e.occurred_at < d.ends_at;

-- 更新周期 as one word each: 实时 日 周 月 季 半年 年 不定期; null for what is none of them.
create macro cycle_of(said) as (
	list_filter(
		['实时', '日', '周', '月', '季', '半年', '年', '不定期'],
		lambda cycle: cycle = replace(regexp_replace(trim(said), '^每|度$|更新$', '', 'g'), '天', '日')
	)[1]
);

-- Every catalogue item as last described by the day.
create macro catalogue_entries_on(on_day, known) as table
select e.*
from catalogue_entry e
anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
where e.seq <= known and e.told_on <= on_day
qualify row_number() over (partition by e.catalogue order by e.told_at desc, e.source_id desc, e.event_id desc) = 1;

create macro return_conditions_after(after) as table
select seq, source_id, event_id, case_id, department, counterparty, catalogue, told_on
from acts_after(after, ['return.decided'])
where len(texts_of(body->'$.data.extra_conditions')) > 0;

create macro catalogue_entries_after(after) as table
with
described as (
	select *, body->>'$.data.sharing' as sharing, type = 'catalogue.registered' as whole
	from acts_after(after, ['catalogue.registered', 'catalogue.submitted', 'catalogue.published'])
	where catalogue is not null and sharing in ('unconditional', 'conditional', 'none')
),
element as (
	select unnest(['title', 'items', 'format', 'update_cycle', 'share_method', 'classification']) as name
),
blank as (
	select seq, list(name order by name) as missing
	from described, element
	where is_blank(body, '$.data.' || name)
	group by seq
)
select
	seq, source_id, event_id, catalogue, department,
	if(type = 'catalogue.published', coalesce(counterparty, department), department) as owner,
	region, case_id, sharing, cycle_of(body->>'$.data.update_cycle') as cycle, told_on, occurred_at as told_at,
	coalesce(missing, []) as missing,
	list_filter(
		[
			if(missing is not null, 'catalogue_incomplete', null),
			if(sharing = 'conditional' and is_blank(body, '$.data.conditions'), 'no_sharing_conditions', null),
			if(
				sharing = 'none' and (
					is_blank(body, '$.data.legal_basis') or is_blank(body, '$.data.non_share_reason')
					or whole and not json_exists(body, '$.data.legal_basis')
				),
				'no_legal_basis', null
			),
		],
		lambda code: code is not null
	) as defects,
	texts_of(body->'$.data.conditions') as conditions,
from described
left join blank using (seq)
order by seq;

create macro reply_conditions_after(after) as table
select seq, source_id, event_id, case_id, department, catalogue, told_on, texts_of(body->'$.data.conditions') as conditions
from acts_after(after, ['request.replied'])
where body->>'$.data.outcome' in ('agree', 'partial') and len(conditions) > 0
order by seq;

create macro service_acts_after(after) as table
select
	seq, source_id, event_id, type, department, counterparty, case_id,
	coalesce(body->>'$.data.service_id', catalogue) as service,
	catalogue,
	told_on,
	coalesce(moment_of(body->>'$.data.effective_at'), occurred_at) as effective_at,
	greatest(occurred_at, recorded_at) as counts_at,
	try_cast(body->>'$.data.consulted' as boolean) as consulted,
from acts_after(after, ['service.change_filed', 'service.changed', 'service.terminated', 'service.suspended', 'service.resumed'])
order by seq;

create macro findings_after(after) as table
select
	seq, source_id, event_id, type, case_id,
	coalesce(counterparty, if(type = 'finding.recorded', department, null)) as department,
	coalesce(body->>'$.data.item', body->>'$.data.kind') as item,
	told_on,
	body->>'$.data.decision' as decision,
	body->>'$.data.clock' as clock,
	body->>'$.data.fact' as fact,
	body->>'$.data.facts' as facts,
from acts_after(after, ['finding.recorded', 'finding.decided'])
where item is not null and (type = 'finding.recorded' or decision in ('confirmed', 'dismissed'))
order by seq;
