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
link as (
	select source_id, event_id as one, target as other from pointer
	union all
	select source_id, target as one, event_id as other from pointer
),
member as (
	(
		select source_id, event_id from pointer where seq > after
		union
		select e.source_id, e.event_id
		from event e
		join pointer p on p.source_id = e.source_id and p.target = e.event_id
		where e.seq > after
	)
	union
	select l.source_id, l.other as event_id
	from member m
	join link l on l.source_id = m.source_id and l.one = m.event_id
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
