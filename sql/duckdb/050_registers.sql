-- What events say about things that are no cases: appended from the events of a block (055), superseded ones left out on reading.

-- One row per code that a change of organisation names. `how`: what becomes of it from that day on:
--   stands      it exists, as told here; what is not told stays as it was
--   ends        it ceases; `successor` takes over what it owes (null: nobody is named, or several)
--   renamed     it ceases, and the same body goes on under the code `successor`
--   recognised  it is no body of its own and never was: another code of `successor`
-- `parent`: the body (一级预算单位) that answers for it; its own code: it answers for itself.
create table organisation (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	change varchar not null,
	code varchar not null,
	effective_on date not null,
	how varchar not null,
	name varchar,
	region varchar,
	kind varchar,
	rankable boolean,
	parent varchar,
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

-- One row per daily report of a service. `counterparty`: who called it, null where the report does not say. `checks`: calls that
-- only tried whether the service is there. `available_minutes`: null where the report does not say, or cannot be so.
-- `planned_minutes`: of maintenance announced before.
create table service_day (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	counterparty varchar,
	region varchar,
	catalogue varchar,
	service varchar not null,
	day date not null,
	calls bigint not null,
	failures bigint not null,
	available_minutes double,
	planned_minutes double not null,
	told_at timestamp not null,
	rows bigint,
	checks bigint not null,
);

-- One row per daily reconciliation of a platform. `counts`: how many events of each type it wrote that day (null: not told).
create table heartbeat (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	day date not null,
	counts map(varchar, integer),
);

-- One row per platform × day for which it answered our question how many events of each type it holds (`*`: of all types
-- together).
create table platform_total (
	seq integer not null,
	source_id integer not null,
	day date not null,
	counts map(varchar, integer),
);

-- One row per event that its platform numbered, with the day on which it was written.
create table numbered (
	seq integer not null,
	source_id integer not null,
	number bigint not null,
	day date not null,
);

-- One row per source × department × year in which it tells what the department did, or was asked to do: in a case, or of data
-- quality, use and safeguards.
create table teller (
	seq integer not null,
	source_id integer not null,
	department varchar not null,
	year integer not null,
);
