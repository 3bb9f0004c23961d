-- One row per event received after `known_before` and up to `known` that concerns one of the subjects asked about (a case, an
-- event, a catalogue item or a service), under that subject; and one, without subject, per change of the law or of
-- organisations in that span. Corrections and retractions of an event concern whatever it concerned.
-- params: as_of, known, visible, known_before, subjects, limit, offset
with recursive
subject as (select unnest($subjects::varchar[]) as subject),
grouped as (
	from case_groups_at($known_before::int)
	union
	from case_groups_at($known::int)
),
kin as materialized (
	select subject, other.case_id
	from subject
	join grouped own on own.case_id = subject
	join grouped other using (root_no)
	union
	select subject, subject
	from subject
),
named as (
	select k.subject, e.seq, e.source_id, e.event_id
	from event e
	join kin k on list_contains([e.case_id, e.event_id, e.catalogue, e.body->>'$.data.service_id'], k.case_id)
	where e.seq <= $known::int
	union
	select k.subject, e.seq, e.source_id, e.event_id
	from case_link l
	join kin k on list_contains([l.one, l.other], k.case_id)
	join event e on e.seq = l.seq
	where l.seq <= $known::int
),
reached as (
	from named
	union
	select r.subject, p.seq, p.source_id, p.event_id
	from reached r
	join pointer p on p.source_id = r.source_id and p.target = r.event_id and p.seq <= $known::int
),
told as (
	select subject, seq
	from reached
	union
	select null, seq
	from event
	where type in ('policy.adopted', 'calendar.adopted', 'ruleset.adopted', 'scheme.adopted', 'organisation.changed')
)
select
	subject, seq, type, e.case_id, e.department, coalesce(d.name, department_name, e.department) as department_name, e.event_id,
	epoch_ms(occurred_at)::double as occurred_at, day_only, epoch_ms(received_at)::double as received_at, corrects, retracts, body,
from told
join event e using (seq)
left join names_on($as_of::date, $known::int) d on d.code = e.department
where
	seq > $known_before::int and seq <= $known::int
	and (subject is null or may_see($visible::varchar[], department, counterparty))
order by subject nulls first, seq
limit $limit::int offset $offset::int
