-- The law as data, copied from analytics/law at open: DuckDB computes neither time zones nor holidays.

-- One row per calendar × day from 2000 to 2040, in Asia/Shanghai × version. `calendar`: '' the State Council's, else the
-- division code of the region it holds in. `no`: working days on or before it; `ends_at`: its 24:00, in UTC.
create table day (
	calendar varchar not null,
	day date not null,
	no integer not null,
	workday boolean not null,
	provisional boolean not null,
	ends_at timestamp not null,
	known_from integer not null,
	known_to integer,
);

create macro days_at(known) as table
select calendar, day, no, workday, provisional, ends_at
from day
where known_from <= known and (known_to is null or known < known_to);

-- The instant at which a day ends, the same in every calendar.
create macro end_of(on_day) as (select any_value(ends_at) from day where day = on_day and calendar = '');

-- Working days on or before a day, by the State Council's calendar as known at `known`.
create macro workday_no(on_day, known) as (select no from days_at(known) where calendar = '' and day = on_day);

-- One row per clock, those with a number in the Decree first. `floor`: "not before" instead of "not after"; `hourly`: counted
-- in hours; `liability`: the item of Articles 39 to 41 that lateness may fall under, null where none does.
create table clock (
	clock varchar not null,
	ordinal integer not null,
	statutory boolean not null,
	floor boolean not null,
	hourly boolean not null,
	owed_by varchar not null,
	liability varchar,
);

-- One row per item of Articles 39, 40 and 41. `liable`: provider | demander | authority; `excusable`: only where there was no
-- justification (第三十九条第四项).
create table liability (
	item varchar not null,
	ordinal integer not null,
	article varchar not null,
	says varchar not null,
	liable varchar not null,
	excusable boolean not null,
);

-- One row per defect (analytics/cases/defects.ts): the item it may fall under, null where none.
create table defect (
	defect varchar not null,
	ordinal integer not null,
	liability varchar,
);
