-- The law as data, copied from analytics/law at open: DuckDB computes neither time zones nor holidays.

-- One row per day from 2000 to 2040, in Asia/Shanghai. `no`: working days on or before it; `ends_at`: its 24:00, in UTC.
create table day (
	day date not null,
	no integer not null,
	workday boolean not null,
	provisional boolean not null,
	ends_at timestamp not null,
);

-- One row per clock, in the order of the Decree. `floor`: "not before" instead of "not after".
create table clock (
	clock varchar not null,
	ordinal integer not null,
	statutory boolean not null,
	floor boolean not null,
	owed_by varchar not null,
);
