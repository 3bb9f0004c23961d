-- THE definition of who answers for what a code owes. From a code to the body: its codes of other times (065), then, as of
-- a day, who took over what ceased by then (only where exactly one did), then the body that a unit belongs to, and so on
-- until a body that answers for itself. What goes in a circle stops where it began to repeat.

-- Kept by version, since every figure asks for it: one row per code × span of days [from_on, to_on) × version, as
-- register_bearer_told() says. A code without a row answers for itself, always.
create table register_bearer (
	code varchar not null,
	from_on date not null,
	to_on date not null,
	path varchar[] not null,
	bearer varchar not null,
	since_on date not null,
	unsettled boolean not null,
	known_from integer not null,
	known_to integer,
);

create macro bearers_at(known) as table
select code, from_on, to_on, path, bearer, since_on, unsettled
from register_bearer
where known_from <= known and (known_to is null or known < known_to);

-- Working days that something overdue was late already before the body that must act took over; null where nobody did.
-- `no_before`: number of the day before it took over.
create macro inherited(status, department, held_by, no_before, due_no) as
	if(status = 'overdue' and held_by <> department, greatest(0, no_before - due_no), null);

-- `path`: the bodies on the way; the last one is the bearer, since `since_on`. `unsettled`: it has ceased and nobody, or no
-- single body, took over (承接部门待明确).
create macro register_bearer_told(known) as table
with recursive
step as materialized (
	select code, from_on, to_on, ended_on is not null as ended, if(ended, successor, parent) as next
	from bodies_at(known)
),
walk as (
	select code, from_on, to_on, ended, next, [code] as path
	from step
	union all
	select
		w.code, greatest(w.from_on, s.from_on) as from_on, least(w.to_on, s.to_on) as to_on, s.ended, s.next,
		list_append(w.path, s.code) as path,
	from walk w
	join step s on s.code = w.next
	where s.from_on < w.to_on and w.from_on < s.to_on and not list_contains(w.path, s.code)
),
arrived as (
	select
		code, from_on, to_on,
		if(next is null, path, list_append(path, next)) as path,
		ended and (next is null or list_contains(walk.path, next)) as unsettled,
	from walk
	where next is null or list_contains(walk.path, next) or next not in (select code from step)
),
named as (
	select code, from_on, to_on, path, unsettled
	from arrived
	union all
	select
		o.code, coalesce(a.from_on, date '-infinity'), coalesce(a.to_on, date 'infinity'), coalesce(a.path, [o.body]),
		coalesce(a.unsettled, false),
	from recognised_at(known) o
	left join arrived a on a.code = o.body
),
compared as (
	select
		*, path[-1] as bearer,
		coalesce(path[-1] <> lag(path[-1]) over (partition by code order by from_on), true)::int as begins,
	from named
),
numbered as (
	select *, sum(begins) over (partition by code order by from_on) as nth
	from compared
)
select code, from_on, to_on, path, bearer, min(from_on) over (partition by code, nth) as since_on, unsettled
from numbered
qualify bool_or(bearer <> code or unsettled) over (partition by code);
