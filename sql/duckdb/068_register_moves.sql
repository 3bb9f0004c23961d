-- Bodies told for the first time beyond a `seq`, alone, by a plain establishment that nobody had named before: nothing else changes.
create macro plain_bodies_after(after) as table
with
told as (
	select
		*,
		exists (
			from organisation e
			where e.seq < o.seq and (e.code = o.code or e.successor = o.code or e.parent = o.code)
		) as named_before,
	from organisation o
	where seq > after
)
select *
from told
qualify bool_and(change = 'establish' and parent is null and not named_before) over (partition by seq) and count(*) over (partition by seq) = 1;

-- Every other place in the ledger beyond a `seq` at which what the register says may change, in order: a change of
-- organisation, a correction or a retraction of one.
create macro register_moves(after) as table
with
undone as (
	select s.known_from, s.known_to
	from superseded s
	semi join organisation o on o.source_id = s.source_id and o.event_id = s.event_id
)
select seq
from organisation
where seq > after and seq not in (select seq from plain_bodies_after(after))
union
select known_from from undone where known_from > after
union
select known_to from undone where known_to > after
order by 1;
