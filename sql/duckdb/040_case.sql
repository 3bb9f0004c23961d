-- One row per case: the folded facts (JSON), so that nobody reads a case's history back. Replaced, not versioned.
create table case_state (
	case_no integer not null,
	case_id varchar not null,
	state varchar not null,
);

-- One row per run × span × version. A row stands on the days [stands_from, stands_to) and is known in [known_from, known_to).
-- `round`: 1, then one more for each earlier run of the line at the department that was not taken out of the count.
create table clock_run (
	case_no integer not null,
	case_id varchar not null,
	line varchar not null,
	clock varchar not null,
	run integer not null,
	round integer not null,
	department varchar not null,
	counterparty varchar,
	region varchar,
	catalogue varchar,
	sharing varchar,
	started_on date not null,
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
	extended integer not null,
	paused_days integer not null,
	defects varchar[] not null,
	known_from integer not null,
	known_to integer,
);

-- One row per doubt about a case × version.
create table doubt (
	case_no integer not null,
	case_id varchar not null,
	line varchar not null,
	code varchar not null,
	message varchar not null,
	event_id varchar,
	known_from integer not null,
	known_to integer,
);
