-- One row per case: the folded facts (JSON), so that nobody reads a case's history back. Replaced, not versioned.
create table case_state (
	case_no integer not null,
	case_id varchar not null,
	state varchar not null,
);

-- One row per run × span × version. A row stands on the days [stands_from, stands_to) and is known in [known_from, known_to).
-- `calendar`: the one it is counted by (020).
-- `backdated`: keys (`source:event id`) of acts that claim an earlier time than their record bears out.
-- `excused_on`, `excused_by`: since when and by which decision its lateness is justified; `pleaded_on`: since when that is claimed.
-- `left_undone`: ended by a withdrawal or a transfer that came too late. `extended`, `paused_days`: by then.
-- `noticed_on`: days of notices of missing materials. `outcome`: agree | partial | refuse, of the reply that ended it.
-- `defect_days`: since when each of the defects, in the same order.
-- `round`: 1, then one more for each earlier run of the line at the department that was not taken out of the count.
create table clock_run (
	case_no integer not null,
	case_id varchar not null,
	line varchar not null,
	calendar varchar not null,
	clock varchar not null,
	run integer not null,
	round integer not null,
	department varchar not null,
	counterparty varchar,
	region varchar,
	catalogue varchar,
	sharing varchar,
	started_on date not null,
	started_no integer not null,
	started_at timestamp not null,
	started_by varchar not null,
	statutory_due_on date,
	stands_from date not null,
	stands_to date,
	phase varchar not null,
	due_on date,
	due_end timestamp,
	due_no integer,
	provisional boolean not null,
	ended_at timestamp,
	ended_on date,
	ended_no integer,
	ended_by varchar,
	excluded_for varchar,
	left_undone boolean not null,
	extended integer not null,
	paused_days integer not null,
	noticed_on date[] not null,
	outcome varchar,
	defects varchar[] not null,
	defect_days date[] not null,
	backdated varchar[] not null,
	excused_on date,
	excused_by varchar,
	pleaded_on date,
	known_from integer not null,
	known_to integer,
);

-- One row per doubt about a case × version. `tellings`: where platforms differ, what each of them told (JSON).
create table doubt (
	case_no integer not null,
	case_id varchar not null,
	line varchar not null,
	code varchar not null,
	message varchar not null,
	event_id varchar,
	tellings varchar,
	known_from integer not null,
	known_to integer,
);

-- One row per number of a superior platform that an event names for a case.
create table case_global (
	seq integer not null,
	case_no integer not null,
	global_case varchar not null,
);

-- One row per pair of cases that somebody has decided to be the same, or not; a case with itself where only its platform
-- of record was decided. `record`: source of that platform.
create table case_link (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	one varchar not null,
	other varchar not null,
	same boolean not null,
	record integer,
);

-- One row per case that is told as one with others × version, under the number of the first of them.
create table case_group (
	case_no integer not null,
	case_id varchar not null,
	root_no integer not null,
	root_id varchar not null,
	record integer,
	known_from integer not null,
	known_to integer,
);

create macro case_groups_at(known) as table
select case_no, case_id, root_no, root_id, record
from case_group
where known_from <= known and (known_to is null or known < known_to);

-- The cases told as one with a case, itself included, as known at `known`.
create macro told_with(asked_case, known) as table
with
mine as (
	select root_no
	from case_groups_at(known)
	where case_id = asked_case
)
select case_id, root_id, record
from case_groups_at(known)
semi join mine using (root_no)
union all
select asked_case, asked_case, null
where not exists (from mine);

-- Decisions that stand as known at `known`: neither taken back nor replaced.
create macro case_links_at(known) as table
select l.*
from case_link l
anti join superseded_at(known) s on s.source_id = l.source_id and s.event_id = l.event_id
where l.seq <= known;

-- Rows of the two registers above that the events beyond a `seq` add.
create macro case_globals_after(after) as table
select distinct on (case_no, global_case) seq, case_no, body->>'$.data.global_case' as global_case
from event
where seq > after and case_no is not null and retracts is null and global_case is not null and global_case <> ''
order by seq;

create macro case_links_after(after) as table
with
decided as (
	select seq, source_id, event_id, (body->'$.data.cases')::varchar[] as cases, (body->>'$.data.same')::boolean as same, (body->>'$.data.record')::int as record
	from event
	where seq > after and type = 'case.linked' and retracts is null
)
select seq, source_id, event_id, cases[1] as one, unnest(if(len(cases) = 1, cases, cases[2:])) as other, same, record
from decided;
