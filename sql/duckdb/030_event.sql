-- One row per event of the ledger, never changed. Instants in UTC. `case_no` is the dense number of `case_id`.
create table event (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	case_no integer,
	case_id varchar,
	line varchar not null,
	department varchar not null,
	department_name varchar,
	counterparty varchar,
	region varchar,
	catalogue varchar,
	occurred_at timestamp not null,
	day_only boolean not null,
	recorded_at timestamp not null,
	received_at timestamp not null,
	corrects varchar,
	retracts varchar,
	body varchar not null,
);

-- One row per event that says of another one of its source that it is replaced (corrects) or never happened (retracts).
create table pointer (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	kind varchar not null,
	target varchar not null,
	case_no integer,
);

-- One row per event that does not stand × version: corrected | retracted. It may stand again: retractions can be retracted.
create table superseded (
	source_id integer not null,
	event_id varchar not null,
	how varchar not null,
	known_from integer not null,
	known_to integer,
);

create macro superseded_at(known) as table
select source_id, event_id, how
from superseded
where known_from <= known and (known_to is null or known < known_to);
