-- What events say about things that are no cases: appended from the events of a block (055), superseded ones left out on reading.

-- One row per body that a change of organisation names. `ends`: it ceases on that day, to be succeeded by `successor`.
create table organisation (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	code varchar not null,
	effective_on date not null,
	ends boolean not null,
	name varchar,
	region varchar,
	kind varchar,
	rankable boolean,
	successor varchar,
);

-- One row per department code, at the first event that mentions it.
create table department_seen (
	seq integer not null,
	code varchar not null,
);

-- One row per event that names a catalogue item's title.
create table catalogue_item (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	catalogue varchar not null,
	title varchar not null,
);

-- One row per daily report of a service.
create table service_day (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	counterparty varchar,
	service varchar not null,
	day date not null,
	calls bigint not null,
	failures bigint not null,
);

-- One row per daily reconciliation of a platform.
create table heartbeat (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	day date not null,
);
