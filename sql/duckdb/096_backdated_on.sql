-- One row per act whose stated time somebody has judged by evidence: the latest decision on it that stands at `known`.
create macro evidence_at(known) as table
select
	try_cast(e.body->>'$.data.platform' as integer) as source_id, e.body->>'$.data.event' as event_id,
	if((e.body->>'$.data.accepted')::boolean, 'accepted', 'refused') as decided,
	e.seq as decided_seq, e.occurred_at as decided_at, e.body->>'$.data.officer' as officer,
	e.body->>'$.data.officer_title' as officer_title, e.body->>'$.data.reason' as reason, e.body->>'$.data.document' as document,
from event e
anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
where e.type = 'evidence.decided' and e.retracts is null and e.seq <= known
qualify row_number() over (partition by source_id, e.body->>'$.data.event' order by e.seq desc) = 1;

-- One row per act recorded by the day that is known at `known` to claim a time before the deadline its record missed (倒签), or on
-- whose evidence somebody has decided. `clock`: the first one it concerns; `lag`: minutes from the stated time to the record, of
-- a paper act from the end of its day.
create macro backdated_on(on_day, known) as table
with
claiming as (
	select unnest(backdated) as key, clock
	from clock_run
	where len(backdated) > 0 and stands_to is null and known_from <= known and (known_to is null or known < known_to)
),
act as (
	select split_part(key, ':', 1)::integer as source_id, key[position(':' in key) + 1:] as event_id, arg_min(clock, ordinal) as clock
	from claiming
	join clock using (clock)
	group by key
	union all
	select source_id, event_id, null
	from evidence_at(known)
	where not list_contains(coalesce((select list(key) from claiming), []), concat(source_id, ':', event_id))
)
select
	e.seq, e.source_id, e.event_id, e.type, e.case_id, e.line, e.department, e.counterparty, a.clock,
	e.occurred_at, e.day_only, e.recorded_at, e.received_at,
	greatest(0, date_diff('minute', e.occurred_at, e.recorded_at) - if(e.day_only, 1440, 0)) as lag,
	d.* exclude (source_id, event_id),
from act a
join event e using (source_id, event_id)
left join evidence_at(known) d using (source_id, event_id)
where e.seq <= known and e.recorded_at < end_of(on_day);
