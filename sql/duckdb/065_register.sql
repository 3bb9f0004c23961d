-- Entries of the register that stand at `known`: corrected and retracted ones are left out.
create macro entries_at(known) as table
select o.*
from organisation o
anti join superseded_at(known) s on s.source_id = o.source_id and s.event_id = o.event_id
where o.seq <= known;

-- One row per code that is but another code of a body × version, as register_code_told() says.
create table register_code (
	code varchar not null,
	body varchar not null,
	foreign_to_it boolean not null,
	known_from integer not null,
	known_to integer,
);

create macro recognised_at(known) as table
select code, body, foreign_to_it
from register_code
where known_from <= known and (known_to is null or known < known_to);

-- One row per code that is but another code of a body, from the beginning on: recognised as it (`foreign_to_it`: what the
-- register said of that code itself no longer counts), or its code until it was renamed. A code that became a body of its
-- own earlier than the renaming was merged with, not renamed to. What goes in a circle is left alone.
create macro register_code_told(known) as table
with recursive
entry as materialized (from entries_at(known)),
code as (
	select
		code,
		arg_max(struct_pack(how, successor), seq) as last_told,
		arg_max(struct_pack(how, successor, effective_on), struct_pack(effective_on, seq)) filter (how <> 'recognised') as ending,
		min(effective_on) filter (how <> 'recognised') as since,
	from entry
	group by code
),
link as (
	select code, last_told.successor as next, true as foreign_to_it
	from code
	where last_told.how = 'recognised' and next is not null
	union all by name
	select c.code, c.ending.successor as next, false as foreign_to_it
	from code c
	left join code n on n.code = c.ending.successor
	where c.last_told.how <> 'recognised' and c.ending.how = 'renamed' and coalesce(n.since >= c.ending.effective_on, true)
),
walk as (
	select code, next, foreign_to_it, [code] as path
	from link
	union all
	select w.code, l.next, w.foreign_to_it or l.foreign_to_it, list_append(w.path, l.code)
	from walk w
	join link l on l.code = w.next
	where not list_contains(w.path, l.code)
)
select code, next as body, foreign_to_it
from walk
where next <> code and (list_contains(path, next) or next not in (select code from link));

-- The entries of every body that stand at `known`, under the code that it has now.
create macro register_at(known) as table
with
other as materialized (from recognised_at(known))
select
	e.* replace (
		coalesce(o.body, e.code) as code, coalesce(s.body, e.successor) as successor, coalesce(p.body, e.parent) as parent
	),
from entries_at(known) e
left join other o on o.code = e.code
left join other s on s.code = e.successor
left join other p on p.code = e.parent
where e.how <> 'recognised' and not coalesce(o.foreign_to_it, false) and not (e.how = 'renamed' and o.code is not null);

-- Kept by version, since every figure asks for it: one row per registered body × span of days [from_on, to_on) × version, as
-- register_body_told() says. Before its first entry a body is as that one says. `valid_from`: first day of its existence. `ended_on`:
-- the first day on which it is no more; null: it is there.
create table register_body (
	code varchar not null,
	from_on date not null,
	to_on date not null,
	name varchar not null,
	region varchar,
	kind varchar not null,
	rankable boolean,
	parent varchar,
	valid_from date,
	ended_on date,
	successor varchar,
	known_from integer not null,
	known_to integer,
);

create macro register_body_told(known) as table
with
turn as (
	select
		code, effective_on, arg_max(struct_pack(how, successor), seq) as said, arg_max(name, seq) as name,
		arg_max(region, seq) as region, arg_max(kind, seq) as kind, arg_max(rankable, seq) as rankable,
		arg_max(parent, seq) as parent,
	from register_at(known)
	group by code, effective_on
),
told as (
	select
		code, effective_on, said.how <> 'stands' as ended, if(ended, nullif(said.successor, code), null) as successor,
		coalesce(last_value(name ignore nulls) over past, first_value(name ignore nulls) over rest, code) as name,
		coalesce(last_value(region ignore nulls) over past, first_value(region ignore nulls) over rest) as region,
		coalesce(last_value(kind ignore nulls) over past, first_value(kind ignore nulls) over rest, 'department') as kind,
		last_value(rankable ignore nulls) over past as rankable,
		nullif(last_value(parent ignore nulls) over past, code) as parent,
		row_number() over past as nth,
		lead(effective_on, 1, date 'infinity') over past as to_on,
		sum((not ended)::int) over past as lives,
		min(effective_on) filter (not ended) over (partition by code) as valid_from,
	from turn
	window
		past as (partition by code order by effective_on),
		rest as (partition by code order by effective_on rows between current row and unbounded following)
),
span as (
	select *, if(nth = 1 and not ended, date '-infinity', effective_on) as from_on
	from told
	union all by name
	select * replace (false as ended, null as successor, effective_on as to_on), date '-infinity' as from_on
	from told
	where nth = 1 and ended
)
select
	code, from_on, to_on, name, region, kind, rankable, parent, valid_from,
	if(ended, min(effective_on) filter (ended) over (partition by code, lives), null) as ended_on,
	successor,
from span;

create macro bodies_at(known) as table
select *
from register_body
where known_from <= known and (known_to is null or known < known_to);

-- One row per registered body, as it was on the day. `valid_to`: the last day of its existence; null: still there.
-- `unsettled`: it has ceased, and no single body took over.
create macro bodies_on(on_day, known) as table
select
	code, name, region, kind, rankable, parent, valid_from, ended_on - 1 as valid_to, successor,
	ended_on is not null and successor is null as unsettled,
from bodies_at(known)
where from_on <= on_day and on_day < to_on;
