create macro pointers_after(after) as table
select
	seq, source_id, event_id,
	if(retracts is null, 'corrects', 'retracts') as kind,
	coalesce(retracts, corrects) as target,
	case_no,
from event
where seq > after and coalesce(retracts, corrects) is not null and coalesce(retracts, corrects) <> event_id;

-- Every event that is linked, by whatever way of pointers, to an event beyond a `seq`; target and kind are null where the
-- event points at nothing.
create macro linked_after(after) as table
with recursive
touched as (
	select p.source_id, p.event_id, p.target
	from pointer p
	where p.seq > after
	union
	select p.source_id, p.event_id, p.target
	from event e
	join pointer p on p.source_id = e.source_id and p.target = e.event_id
	where e.seq > after
),
chain as (
	from touched
	union
	select p.source_id, p.event_id, p.target
	from chain c
	join pointer p on p.source_id = c.source_id and (p.target = c.event_id or p.event_id = c.target or p.target = c.target)
),
member as (
	select source_id, event_id from chain
	union
	select source_id, target from chain
)
select e.*, p.kind, p.target
from event e
semi join member m on m.source_id = e.source_id and m.event_id = e.event_id
left join pointer p on p.seq = e.seq
order by e.seq;

-- Every event known at `known` that says something about a case: its own, and those of other cases that point at them,
-- directly or through another pointer.
create macro telling_of(asked_case, known) as table
with recursive
own as (
	select seq, source_id, event_id
	from event
	where case_id = asked_case and seq <= known
),
pointing as (
	select p.seq, p.source_id, p.event_id
	from pointer p
	join own o on o.source_id = p.source_id and o.event_id = p.target
	where p.seq <= known
	union
	select p.seq, p.source_id, p.event_id
	from pointing q
	join pointer p on p.source_id = q.source_id and p.target = q.event_id
	where p.seq <= known
)
select e.*, p.kind, p.target
from event e
left join pointer p on p.seq = e.seq
where e.seq in (select seq from own union select seq from pointing);
