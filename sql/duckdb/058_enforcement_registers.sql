-- What the authority did about others (催办, 责令改正, 核查销号) and about the source of data: appended like the registers of 050.

-- One row per case that a reminder names.
create table reminder (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	case_id varchar not null,
	told_on date not null,
);

-- One row per order to put something right, or verification of it. `department` acts, `counterparty` must act. `document`: the
-- number that both carry; `about`: the event of the order that a verification names; `passed`: what it found.
create table rectification (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	department varchar not null,
	counterparty varchar,
	case_id varchar,
	told_on date not null,
	deadline_on date,
	document varchar,
	about varchar,
	passed boolean,
);

-- One row per decision on which department is the source of a data item.
create table source_designation (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	case_id varchar,
	catalogue varchar,
	item varchar,
	told_on date not null,
);

-- The day, in Asia/Shanghai, of a day or a time with offset.
create macro day_of(said) as
	if(length(said) = 10, try_cast(said as date), recorded_on(moment_of(said)));

create macro reminders_after(after) as table
with
named as (
	select
		seq, source_id, event_id, told_on,
		unnest(list_distinct(list_append(coalesce(try_cast(body->'$.data.cases' as varchar[]), []), case_id))) as case_id,
	from acts_after(after, ['enforcement.reminded'])
)
select seq, source_id, event_id, case_id, told_on
from named
where case_id is not null
order by seq, case_id;

create macro rectifications_after(after) as table
select
	seq, source_id, event_id, type, department, counterparty, case_id, told_on,
	day_of(body->>'$.data.deadline') as deadline_on,
	body->>'$.data.document' as document,
	body->>'$.data.order' as about,
	coalesce(body->>'$.data.result' = 'pass', false) as passed,
from acts_after(after, ['enforcement.ordered', 'enforcement.verified'])
order by seq;

create macro source_designations_after(after) as table
select seq, source_id, event_id, department, case_id, catalogue, body->>'$.data.item' as item, told_on
from acts_after(after, ['catalogue.source_designated'])
order by seq;
